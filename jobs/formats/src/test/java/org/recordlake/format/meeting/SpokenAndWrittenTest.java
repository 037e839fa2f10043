package org.recordlake.format.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A saved chat or transcript")
class SpokenAndWrittenTest {
  private static final String CHAT = "chat_messages";
  private static final String TRANSCRIPT = "GMT20260302-140005_Recording.transcript.vtt";
  private static final String FOLDER =
      "chats.zip!2026-03-02 09.00.05 Office hour 93123456789/meeting_saved_chat.txt";

  @Test
  @DisplayName("has messages of several lines, to everyone and to one")
  void messages() throws IOException {
    Export export = Export.fixture("meeting_saved_chat.txt").named(FOLDER);
    assertThat(export.formats()).containsExactly("zoom-chat");
    assertThat(export.values(CHAT, "sent_at", "sender_name", "recipient_name", "message"))
        .containsExactly(
            List.of("2026-03-02T14:05:10Z", "Ada Byrd", "", "Good morning\n\nand hello"),
            List.of(
                "2026-03-02T14:06:00Z", "Ben Cole", "Hanna Ito", "my card is 4111 1111 1111 1111"),
            List.of("2026-03-02T14:06:10Z", "Go to Guy", "", "see https://example.com: it helps"),
            List.of("2026-03-02T14:07:00Z", "Cleo Dunn", "", "old form"),
            List.of("2026-03-02T14:07:00Z", "Cleo Dunn", "", "old form"),
            List.of("2026-03-03T05:01:00Z", "Cleo Dunn", "", "past midnight"));
    assertThat(export.problems(CHAT)).containsExactly("9 NOT_A_TIME");
    assertThat(export.rows(CHAT).stream().map(row -> row.get("message_id")).distinct()).hasSize(6);
    assertThat(export.rows(CHAT).get(0))
        .containsEntry("meeting_id", "93123456789-20260302T1400Z")
        .containsEntry("kind", "chat");
  }

  @Test
  @DisplayName("of no known day cannot be kept")
  void withoutADay() throws IOException {
    Export export = Export.fixture("meeting_saved_chat.txt");
    assertThat(export.rows(CHAT)).isEmpty();
    assertThat(export.problems(CHAT)).hasSize(7).allMatch(row -> row.endsWith("NO_MEETING_DATE"));
  }

  @Test
  @DisplayName("may say its days itself")
  void withDays() throws IOException {
    Export export =
        Export.of(
            "2026-03-02 09:05:10 From Ada Byrd to Everyone:",
            "\tHello",
            "2026-03-02 09:05:11 From Ada Byrd to Everyone: again");
    assertThat(export.values(CHAT, "meeting_date", "message"))
        .containsExactly(List.of("2026-03-02", "Hello"), List.of("2026-03-02", "again"));
  }

  @Test
  @DisplayName("saved by another participant gives the same messages the same numbers")
  void sameNumbersInEveryCopy() throws IOException {
    Export one = Export.fixture("meeting_saved_chat.txt").named(FOLDER);
    Export other =
        one.with(
            "09:06:00 From  Ben Cole  to  Hanna Ito(Direct Message) : my card is 4111 1111 1111 1111\r\n",
            "");
    assertThat(one.values(CHAT, "message_id")).containsAll(other.values(CHAT, "message_id"));
  }

  @Test
  @DisplayName("of a recording has passages spoken at their time, by name where it is known")
  void passages() throws IOException {
    Export export = Export.fixture(TRANSCRIPT);
    assertThat(export.formats()).containsExactly("webvtt");
    assertThat(export.values(CHAT, "kind", "sent_at", "sender_name", "message"))
        .containsExactly(
            List.of("spoken", "2026-03-02T14:00:09.120Z", "Hanna Ito", "Welcome, everybody."),
            List.of("spoken", "2026-03-02T14:01:09.500Z", "", "Here is the thing."),
            List.of("spoken", "2026-03-02T14:00:07Z", "Ben Cole", "Rates & lanes"));
    assertThat(export.problems(CHAT)).containsExactly("1 OUTSIDE", "3 OUTSIDE", "16 EMPTY_MESSAGE");
    assertThat(export.named("transcript.vtt").rows(CHAT)).isEmpty();
  }

  @Test
  @DisplayName("of one recording meet in one meeting")
  void chatAndTranscriptMeet() throws IOException {
    Export chat =
        Export.fixture("meeting_saved_chat.txt").named("GMT20260302-140005_RecordingnewChat.txt");
    assertThat(chat.rows(CHAT).get(0).get("meeting_id"))
        .isEqualTo(Export.fixture(TRANSCRIPT).rows(CHAT).get(0).get("meeting_id"));
    // Times of a recording's chat count from its start.
    assertThat(chat.rows(CHAT).get(0)).containsEntry("sent_at", "2026-03-02T23:05:15Z");
  }

  @Test
  @DisplayName("A chat saved beside a recording counts its times from the start of that")
  void chatOfARecording() throws IOException {
    Export export =
        Export.fixture("zoom-chat-recording.txt").named("GMT20260302-140005_RecordingnewChat.txt");
    assertThat(export.formats()).containsExactly("zoom-chat");
    assertThat(export.values("chat_messages", "sender_name", "sent_at", "message"))
        .containsExactly(
            List.of("Ada Byrd", "2026-03-02T14:00:49Z", "Good morning"),
            List.of("Bo Chen", "2026-03-02T14:01:15Z", "line: one\nand two"));
  }

  @Test
  @DisplayName("What a message says of everyone names no recipient")
  void everyoneInAMessage() throws IOException {
    Export export =
        Export.of("09:05:30 From Ada : I said to everyone: hi").named("2026-03-02 chat.txt");
    assertThat(export.values("chat_messages", "sender_name", "message"))
        .containsExactly(List.of("Ada", "I said to everyone: hi"));
  }

  @Test
  @DisplayName("A cue in which several speak is a message of each")
  void severalVoices() throws IOException {
    Export export =
        Export.of(
                "WEBVTT",
                "",
                "00:04.000 --> 00:06.000",
                "<v Ada Byrd>Shall we?</v>",
                "<v.loud Bo>Yes</v>")
            .named("GMT20260302-140005_Recording.transcript.vtt");
    assertThat(export.values("chat_messages", "sender_name", "sent_at", "message"))
        .containsExactly(
            List.of("Ada Byrd", "2026-03-02T14:00:09Z", "Shall we?"),
            List.of("Bo", "2026-03-02T14:00:09Z", "Yes"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "10:00:12 De  Ana Luz  a  Todos:|Ana Luz|",
        "10:00:12\t De  Ana Luz : hola a todos: bien|Ana Luz|",
        "10:00:12 De Ana Luz para Todos:|Ana Luz|",
        "10:00:12\t De  Ana Luz  a  Rui Sá(En privado) : sí|Ana Luz|Rui Sá",
        "10:00:12 Von  Uwe Tal  an  Alle : Hallo|Uwe Tal|",
        "10:00:12 Von  Uwe Tal  an  Anna Berg(Direktnachricht) : Hallo|Uwe Tal|Anna Berg",
        "10:00:12 开始 王 伟 结束 所有人 : 你好|王 伟|",
        "10:00:12 開始 武井 優弥 終了 皆様 : はい|武井 優弥|",
        "10:00:12 開始 武井 優弥 終了 丸山 すみれ（ダイレクトメッセージ） : はい|武井 優弥|丸山 すみれ",
        "10:00:12  王小姐 對 所有人:|王小姐|",
        "10:00:12 Від Оля до Всі:|Оля|",
        "10:00:12 От Иван кому Все:|Иван|",
        "10:00:12 From  Ada to Zen  to  Bo (she/her)(Privately) : hi|Ada to Zen|Bo (she/her)",
        "00:00:12\tDe Luca:\tbuongiorno|De Luca|"
      })
  @DisplayName("A saved chat names sender and recipient in the words of any language")
  void inAnyLanguage(String line, String sender, String recipient) throws IOException {
    Export export = Export.of(line, "\tand more").named("2026-03-02 chat.txt");
    assertThat(export.formats()).containsExactly("zoom-chat");
    assertThat(export.values(CHAT, "sender_name", "recipient_name"))
        .containsExactly(List.of(sender, recipient == null ? "" : recipient));
    assertThat(export.row(CHAT).get("message")).endsWith("and more");
  }

  @Test
  @DisplayName("A message keeps what its lines are set in by, but for the tab before all of them")
  void keepsIndentation() throws IOException {
    Export export =
        Export.of("10:00:12 From Ada to Everyone:", "\tif so:", "\t    then", "\t", "\tend")
            .named("2026-03-02 chat.txt");
    assertThat(export.row(CHAT)).containsEntry("message", "if so:\n    then\n\nend");
  }

  @Test
  @DisplayName("A name with marks of a sentence in it is one where several cues begin with it")
  void namesWithMarks() throws IOException {
    Export export =
        Export.of(
                "WEBVTT",
                "",
                "1",
                "00:00:02.656 --> 00:00:03.230",
                "Byrd, Ada Jr.: Good morning.",
                "",
                "2",
                "00:00:05.000 --> 00:00:10.000",
                "Byrd, Ada Jr.: Shall we?",
                "",
                "3",
                "00:00:15.000 --> 00:00:20.000",
                "Well, I mean: yes.")
            .named(TRANSCRIPT);
    assertThat(export.values(CHAT, "sender_name", "message"))
        .containsExactly(
            List.of("Byrd, Ada Jr.", "Good morning."),
            List.of("Byrd, Ada Jr.", "Shall we?"),
            List.of("", "Well, I mean: yes."));
  }
}
