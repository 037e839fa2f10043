package org.recordlake.format.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.recordlake.format.UnreadableFile;

@DisplayName("An answer of Zoom's REST interface")
class ZoomJsonTest {
  @Test
  @DisplayName("on participants gives spells in minutes, and nobody who waits")
  void participants() throws IOException {
    Export export = Export.fixture("zoom-participants.json");
    assertThat(export.formats()).containsExactly("zoom-json-participants");
    assertThat(export.values("meeting_participants", "name", "spell_no", "join_at", "minutes"))
        .containsExactly(
            List.of("Hanna Ito", "1", "2026-03-02T14:00:00Z", "60"),
            List.of("Ada Byrd", "1", "2026-03-02T14:06:30Z", "30"),
            List.of("Ada Byrd", "2", "2026-03-02T14:40:00Z", "10.5"));
    assertThat(export.problems("meeting_participants")).containsExactly("2 OUTSIDE");
    assertThat(export.rows("meetings")).isEmpty();
  }

  @Test
  @DisplayName("on participants says the meeting where it was saved beside the list")
  void participantsWithTheirMeeting() throws IOException {
    Export export =
        Export.fixture("zoom-participants.json")
            .with(
                "{\"page_count\"",
                "{\"id\":93123456789,\"topic\":\"Office hour\",\"start_time\":\"2026-03-02T14:00:00Z\",\"page_count\"");
    assertThat(export.row("meetings"))
        .containsEntry("meeting_id", "93123456789-20260302T1400Z")
        .containsEntry("topic", "Office hour");
    // The same meeting as in the list of unique users that was exported as CSV.
    assertThat(Export.fixture("zoom-unique-users.csv").row("meetings"))
        .containsEntry("meeting_id", "93123456789-20260302T1400Z");
  }

  @Test
  @DisplayName("on polls lists people, though it calls them questions")
  void polls() throws IOException {
    Export export = Export.fixture("zoom-polls.json");
    assertThat(export.formats()).containsExactly("zoom-json-polls");
    List<Map<String, String>> rows = export.rows("poll_responses");
    assertThat(rows).hasSize(4);
    assertThat(rows.stream().map(row -> row.get("respondent_key")).distinct()).hasSize(3);
    assertThat(
            export.values(
                "poll_responses", "meeting_id", "poll_id", "question_no", "answer", "answered_at"))
        .startsWith(List.of("93398114182-20260201T1734Z", "1", "1", "Yes", "2026-02-01T17:37:12Z"));
    assertThat(rows.subList(2, 4))
        .allMatch(row -> row.get("anonymous").equals("true"))
        .noneMatch(row -> row.containsKey("name") || row.containsKey("participant_id"));
  }

  @Test
  @DisplayName("on questions gives both questions and answers, an anonymous one of nobody")
  void questionsAndAnswers() throws IOException {
    Export export = Export.fixture("zoom-qa.json");
    assertThat(export.formats()).containsExactly("zoom-json-qa");
    assertThat(export.values("chat_messages", "kind", "sender_email", "message"))
        .containsExactly(
            List.of("question", "ada@example.com", "When do rates change?"),
            List.of("answer", "", "In July."),
            List.of("question", "ada@example.com", "And then?"),
            List.of("question", "", "When do rates change?"),
            List.of("answer", "", "See above."));
    assertThat(export.rows("chat_messages").stream().map(row -> row.get("message_id")).distinct())
        .hasSize(5);
    assertThat(export.rows("chat_messages").get(3)).doesNotContainKey("sender_name");
    assertThat(export.row("meetings")).containsEntry("topic", "Office hour");
  }

  @Test
  @DisplayName("in several pages is one")
  void pages() throws IOException {
    String page = new String(Export.fixture("zoom-polls.json").bytes(), StandardCharsets.UTF_8);
    Export export =
        Export.of("pages.json", ("[" + page + "," + page + "]").getBytes(StandardCharsets.UTF_8));
    assertThat(export.rows("poll_responses")).hasSize(8);
  }

  @Test
  @DisplayName("that ends early is refused whole")
  void thatEndsEarly() {
    String page = new String(Export.fixture("zoom-polls.json").bytes(), StandardCharsets.UTF_8);
    Export cut = Export.of("cut.json", page.substring(0, 700).getBytes(StandardCharsets.UTF_8));
    assertThatThrownBy(() -> cut.rows("poll_responses")).isInstanceOf(UnreadableFile.class);
  }

  @Test
  @DisplayName("saved as several pages, in lines or in a list, loses none and mixes no meetings")
  void pagesOfSeveralMeetings() throws IOException {
    Export export = Export.fixture("zoom-polls-pages.json");
    assertThat(export.formats()).containsExactly("zoom-json-polls");
    assertThat(export.values("poll_responses", "meeting_id", "name", "answer"))
        .containsExactly(
            List.of("93123456789-20260302T1400Z", "Ada Byrd", "Yes"),
            List.of("93123456789-20260302T1400Z", "Bo Chen", "No"),
            List.of("93123456780-20260309T1400Z", "Ada Byrd", "No"));
    assertThat(export.raw("poll_responses"))
        .extracting(row -> row.line())
        .containsExactly(1L, 2L, 3L);
  }

  @Test
  @DisplayName("may be the people alone, as lines, as a list or one by itself")
  void peopleWithoutTheirPage() throws IOException {
    Export lines = Export.fixture("zoom-participants-alone.json");
    String[] people = new String(lines.bytes(), StandardCharsets.UTF_8).strip().split("\n");
    for (Export export :
        List.of(
            lines,
            Export.of("[" + people[0] + ",", people[1] + "]"),
            Export.of(
                "{\"participants\":[" + people[0] + "]}",
                "{\"participants\":" + people[1] + "}"))) {
      assertThat(export.formats()).containsExactly("zoom-json-participants");
      assertThat(export.values("meeting_participants", "name", "join_at", "minutes"))
          .containsExactly(
              List.of("Ada Byrd", "2026-03-02T14:01:00Z", "30"),
              List.of("Bo Chen", "2026-03-02T14:02:00Z", "30"));
    }
  }
}
