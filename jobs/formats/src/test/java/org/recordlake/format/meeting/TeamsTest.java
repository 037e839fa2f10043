package org.recordlake.format.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.recordlake.config.Settings.DateOrder;

@DisplayName("A Microsoft Teams attendance report")
class TeamsTest {
  private static final String PARTICIPANTS = "meeting_participants";
  private static final String AMERICAN =
      """
      1. Summary
      Meeting title\tSpring "rates", first look
      Attended participants\t5
      Start time\t11/26/25, 4:16:54 PM
      End time\t11/26/25, 5:20:04 PM
      Meeting duration\t1h 3m 10s
      Average attendance time\t40m 5s

      2. Participants
      Name\tFirst Join\tLast Leave\tIn-Meeting Duration\tEmail\tParticipant ID (UPN)\tRole\tCamera On
      Hanna Ito\t11/26/25, 4:16:54 PM\t11/26/25, 5:20:04 PM\t1h 3m 10s\thanna@example.com\thanna@example.com\tOrganizer\t2
      Ada Byrd\t11/26/25, 4:20:00 PM\t11/26/25, 5:00:00 PM\t30m\tada@example.com\tada@example.com\tPresenter\t0
      Ben Cole (Unverified)\t11/26/25, 4:20:00 PM\t11/26/25, 4:30:30 PM\t10m 30s\t\t\tAttendee\t
      Cleo Dunn\t11/26/25, 4:21:00 PM\t11/26/25, 4:30:00 PM\t9m\t\tcleo@example.com\tAttendee\t

      3. In-Meeting Activities
      Name\tJoin Time\tLeave Time\tDuration\tEmail\tRole
      Hanna Ito\t11/26/25, 4:16:54 PM\t11/26/25, 5:20:04 PM\t1h 3m 10s\thanna@example.com\tOrganizer
      Ada Byrd\t11/26/25, 4:45:00 PM\t11/26/25, 5:00:00 PM\t15m\tada@example.com\tPresenter
      Ada Byrd\t11/26/25, 4:20:00 PM\t11/26/25, 4:35:00 PM\t15m\tada@example.com\tPresenter
      Ben Cole (Unverified)\t11/26/25, 4:20:00 PM\t11/26/25, 4:30:30 PM\t10m 30s\t\tAttendee
      """;
  private static final String PORTUGUESE =
      """
      1. Resumo
      Título da reunião\tTarifas
      Participantes presentes\t2
      Hora de início\t05/11/22, 09:30:17
      Hora de término\t05/11/22, 10:30:17
      Duração da reunião\t1h
      Tempo médio de participação\t55m 2s

      2. Participantes
      Nome\tPrimeiro ingresso\tÚltima saída\tDuração da Reunião\tEmail\tID do participante (UPN)\tFunção
      Ana Luz\t05/11/22, 09:30:17\t05/11/22, 10:30:17\t1h\tana@example.com\tana@example.com\tOrganizador
      Rui Sá\t05/11/22, 09:40:00\t05/11/22, 10:30:05\t50m 5s\t\t\tParticipante

      3. Atividades na Reunião
      Nome\tHora de ingresso\tHora de saída\tDuração\tEmail\tFunção
      Ana Luz\t05/11/22, 09:30:17\t05/11/22, 10:30:17\t1h\tana@example.com\tOrganizador
      Rui Sá\t05/11/22, 09:40:00\t05/11/22, 10:30:05\t50m 5s\t\tParticipante
      """;

  @ParameterizedTest(name = "is read in {0}, line ends {2}")
  @CsvSource({
    "UTF-16LE,FFFE,CRLF",
    "UTF-16BE,FEFF,CRLF",
    "UTF-8,EFBBBF,LF",
    "UTF-8,'',CR",
    "UTF-16LE,'',LF"
  })
  void isReadInEveryEncoding(String charset, String mark, String ends) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(java.util.HexFormat.of().parseHex(mark));
    String end = ends.replace("CRLF", "\r\n").replace("CR", "\r").replace("LF", "\n");
    bytes.writeBytes(PORTUGUESE.replace("\n", end).getBytes(Charset.forName(charset)));
    Export export = Export.of("relatório.csv", bytes.toByteArray());
    assertThat(export.formats()).containsExactly("teams-attendance");
    assertThat(export.row("meetings")).containsEntry("topic", "Tarifas");
    assertThat(export.values(PARTICIPANTS, "name", "minutes", "role"))
        .containsExactly(List.of("Ana Luz", "60", "host"), List.of("Rui Sá", "50.08", "attendee"));
  }

  @Test
  @DisplayName("says its meeting, with the organizer as host")
  void saysItsMeeting() throws IOException {
    assertThat(report(AMERICAN).row("meetings"))
        .containsEntry("topic", "Spring \"rates\", first look")
        .containsEntry("platform", "teams")
        .containsEntry("meeting_date", "2025-11-26")
        .containsEntry("started_at", "2025-11-26T21:16:54Z")
        .containsEntry("ended_at", "2025-11-26T22:20:04Z")
        .containsEntry("duration_minutes", "63")
        .containsEntry("participant_count", "5")
        .containsEntry("host_name", "Hanna Ito")
        .containsEntry("host_email", "hanna@example.com")
        .containsEntry("time_zone", "America/New_York");
  }

  @Test
  @DisplayName("counts the spells of its third section, and from the second who is not in it")
  void spellsCount() throws IOException {
    Export export = report(AMERICAN);
    assertThat(
            export.values(
                PARTICIPANTS, "name", "spell_no", "join_at", "minutes", "role", "camera_on"))
        .containsExactly(
            List.of("Hanna Ito", "1", "2025-11-26T21:16:54Z", "63.17", "host", "true"),
            List.of("Ben Cole (Unverified)", "1", "2025-11-26T21:20:00Z", "10.5", "attendee", ""),
            List.of("Ada Byrd", "1", "2025-11-26T21:20:00Z", "15", "presenter", "false"),
            List.of("Cleo Dunn", "1", "2025-11-26T21:21:00Z", "9", "attendee", ""),
            List.of("Ada Byrd", "2", "2025-11-26T21:45:00Z", "15", "presenter", "false"));
    assertThat(export.problems(PARTICIPANTS))
        .hasSize(5 + 5 + 3)
        .allMatch(row -> row.endsWith("OUTSIDE"));
  }

  @Test
  @DisplayName("puts the day first where its language or a number above 12 says so")
  void decidesTheOrderOfDates() throws IOException {
    assertThat(report(PORTUGUESE).row("meetings")).containsEntry("meeting_date", "2022-11-05");
    String british = PORTUGUESE.replace("1. Resumo", "1. Summary");
    String english = british.replace("Hora de início", "Start time");
    assertThat(report(english).row("meetings")).containsEntry("meeting_date", "2022-05-11");
    assertThat(report(english).with(DateOrder.DAY_FIRST).row("meetings"))
        .containsEntry("meeting_date", "2022-11-05");
    assertThat(report(english.replace("05/11/22", "15/11/22")).row("meetings"))
        .containsEntry("meeting_date", "2022-11-15");
    assertThat(
            report(AMERICAN.replace("11/26/25", "11/12/25"))
                .with(DateOrder.DAY_FIRST)
                .row("meetings"))
        .containsEntry("meeting_date", "2025-11-12");
  }

  @Test
  @DisplayName("is read whatever the case of its header and however many columns it gains")
  void isReadInAnyCase() throws IOException {
    String other =
        AMERICAN
            .replace("First Join", "First join")
            .replace("In-Meeting Duration", "IN-MEETING DURATION")
            .replace("\tCamera On", "\tEngagement: Reaction-Like\tCamera On")
            .replace("Organizer\t2", "Organizer\t7\t2");
    assertThat(report(other).values(PARTICIPANTS, "name", "minutes"))
        .isEqualTo(report(AMERICAN).values(PARTICIPANTS, "name", "minutes"));
    assertThat(report(other).rows(PARTICIPANTS).get(0)).containsEntry("camera_on", "true");
  }

  @Test
  @DisplayName("has one key whoever exports it again")
  void hasOneKey() throws IOException {
    assertThat(report(AMERICAN.replace("Average attendance time\t40m 5s\n", "")).row("meetings"))
        .isEqualTo(report(AMERICAN).row("meetings"));
    assertThat(report(AMERICAN.replace("4:16:54 PM\nEnd", "4:16:55 PM\nEnd")).row("meetings"))
        .doesNotContainEntry("meeting_id", report(AMERICAN).row("meetings").get("meeting_id"));
  }

  @Test
  @DisplayName("without a start is known by its first joining")
  void withoutAStart() throws IOException {
    Export export = report(AMERICAN.replace("Start time\t11/26/25, 4:16:54 PM\n", ""));
    assertThat(export.row("meetings"))
        .containsEntry("started_at", "2025-11-26T21:16:54Z")
        .containsEntry("topic", "Spring \"rates\", first look");
    assertThat(export.rows(PARTICIPANTS)).hasSameSizeAs(report(AMERICAN).rows(PARTICIPANTS));
  }

  @Test
  @DisplayName("without any time keeps nothing, and says why of every line")
  void withoutATimeNothingIsKept() throws IOException {
    Export export = report(AMERICAN.replaceAll("11/26/25, \\d+:\\d\\d:\\d\\d PM", ""));
    assertThat(export.rows(PARTICIPANTS)).isEmpty();
    assertThat(export.problems("meetings")).containsExactly("2 NO_MEETING_DATE");
    assertThat(export.problems(PARTICIPANTS)).filteredOn(row -> row.endsWith("DATE")).hasSize(8);
  }

  @Test
  @DisplayName("may be its list of spells alone, and delimited anew")
  void listAlone() throws IOException {
    Export export =
        report(
            """
            Nama;Join Time;Leave Time;Duration;Email;Role;Participant ID (UPN)
            Ada Byrd;4/13/2022, 7:56:32 AM;4/13/2022, 9:38:51 AM;1h 42m;ada@example.com;Organizer;ada@example.com
            Ben Cole;4/13/2022, 7:58:37 AM;4/13/2022, 7:58:48 AM;10s;ben@example.com;Presenter;ben@example.com
            Ben Cole;4/13/2022, 8:09:06 AM;4/13/2022, 8:21:07 AM;12m ;ben@example.com;Presenter;ben@example.com
            """);
    assertThat(export.formats()).containsExactly("teams-attendance");
    assertThat(export.tables()).containsExactly(PARTICIPANTS);
    assertThat(export.values(PARTICIPANTS, "name", "role", "spell_no", "join_at", "minutes"))
        .containsExactly(
            List.of("Ada Byrd", "host", "1", "2022-04-13T11:56:32Z", "102"),
            List.of("Ben Cole", "presenter", "1", "2022-04-13T11:58:37Z", "0.17"),
            List.of("Ben Cole", "presenter", "2", "2022-04-13T12:09:06Z", "12"));
    assertThat(export.problems(PARTICIPANTS)).containsExactly("1 OUTSIDE");
  }

  @Test
  @DisplayName("of 2021 has its sections without numbers, in any language")
  void unnumberedInPolish() throws IOException {
    Export export =
        report(
            """
            Podsumowanie spotkania
            Łączna liczba uczestników\t2
            Tytuł spotkania\tRada
            Czas rozpoczęcia spotkania\t5.11.2021, 09:30:17
            Czas zakończenia spotkania\t5.11.2021, 10:30:17

            Imię i nazwisko\tCzas dołączenia\tCzas opuszczenia\tCzas trwania\tAdres e-mail\tRola
            Ewa Lis\t5.11.2021, 09:30:17\t5.11.2021, 10:30:17\t1 godz.\tewa@example.com\tOrganizator
            Jan Dąb\t5.11.2021, 09:40:17\t5.11.2021, 10:00:17\t20 min 1 sek.\tjan@example.com\tUczestnik
            """);
    assertThat(export.formats()).containsExactly("teams-attendance");
    assertThat(export.row("meetings"))
        .containsEntry("topic", "Rada")
        .containsEntry("participant_count", "2")
        .containsEntry("started_at", "2021-11-05T13:30:17Z")
        .containsEntry("ended_at", "2021-11-05T14:30:17Z");
    assertThat(export.values(PARTICIPANTS, "name", "email", "minutes"))
        .containsExactly(
            List.of("Ewa Lis", "ewa@example.com", "60"),
            List.of("Jan Dąb", "jan@example.com", "20.02"));
  }

  @Test
  @DisplayName("of a live event pairs joining and leaving by session, in UTC")
  void liveEvent() throws IOException {
    Export export =
        report(
            """
            Session Id,Participant Id,Full Name,UserAgent,UTC Event Timestamp,Action,Role
            s1,ada@example.com,Ada Byrd,Mozilla/5.0 (X11),1/25/2022 4:48:08 PM,Joined,Attendee
            s2,ada@example.com,Ada Byrd,SignalR,1/25/2022 4:51:13 PM,Joined,Attendee
            s1,ada@example.com,Ada Byrd,Mozilla/5.0 (X11),1/25/2022 5:25:54 PM,Left,Attendee
            """);
    assertThat(export.formats()).containsExactly("teams-attendance-old");
    assertThat(export.values(PARTICIPANTS, "email", "spell_no", "join_at", "leave_at"))
        .containsExactly(
            List.of("ada@example.com", "1", "2022-01-25T16:48:08Z", "2022-01-25T17:25:54Z"),
            List.of("ada@example.com", "2", "2022-01-25T16:51:13Z", ""));
  }

  @Test
  @DisplayName("of the old form pairs who joined with when they left")
  void oldForm() throws IOException {
    Export export =
        report(
            """
            Full Name\tUser Action\tTimestamp
            Ada Byrd\tJoined\t9/14/2020, 9:00:10 AM
            Ada Byrd\tLeft\t9/14/2020, 9:30:10 AM
            Ada Byrd\tJoined before\t9/14/2020, 9:40:00 AM
            Ben Cole\tJoined\t9/14/2020, 9:01:00 AM
            Cleo Dunn\tLeft\t9/14/2020, 9:02:00 AM
            Cleo Dunn\tWaved\t9/14/2020, 9:02:00 AM
            Cleo Dunn\tJoined\tsoon
            """);
    assertThat(export.formats()).containsExactly("teams-attendance-old");
    assertThat(export.tables()).containsExactly(PARTICIPANTS);
    assertThat(export.values(PARTICIPANTS, "name", "spell_no", "join_at", "leave_at", "minutes"))
        .containsExactly(
            List.of("Ada Byrd", "1", "2020-09-14T13:00:10Z", "2020-09-14T13:30:10Z", "30"),
            List.of("Ben Cole", "1", "2020-09-14T13:01:00Z", "", ""),
            List.of("Ada Byrd", "2", "2020-09-14T13:40:00Z", "", ""));
    assertThat(export.problems(PARTICIPANTS))
        .containsExactlyInAnyOrder(
            "1 OUTSIDE", "3 OUTSIDE", "6 LEFT_WITHOUT_JOINING", "7 UNKNOWN_ACTION", "8 NOT_A_TIME");
  }

  @Test
  @DisplayName("of the old form is known by its header in other languages")
  void oldFormInOtherLanguages() throws IOException {
    Export export =
        report(
            """
            Nombre completo\tAcción del usuario\tMarca de tiempo
            Eva Gil\tSe unió\t14/9/2020 9:00:10
            Eva Gil\tSalió\t14/9/2020 9:10:10
            """);
    assertThat(export.values(PARTICIPANTS, "name", "minutes", "meeting_date"))
        .containsExactly(List.of("Eva Gil", "10", "2020-09-14"));
  }

  @Test
  @DisplayName("of 2021, with a summary without numbers, is read like the numbered one")
  void unnumberedForm() throws IOException {
    Export export =
        report(
            """
            Meeting Summary
            Total Number of Participants\t1
            Meeting Title\tRates
            Meeting Start Time\t9/14/2021, 9:00:10 AM
            Meeting End Time\t9/14/2021, 9:30:10 AM

            Full Name\tJoin Time\tLeave Time\tDuration\tEmail\tRole\tParticipant ID (UPN)
            Ada Byrd\t9/14/2021, 9:00:10 AM\t9/14/2021, 9:30:10 AM\t30m\tada@example.com\tOrganizer\tada@example.com
            """);
    assertThat(export.row("meetings")).containsEntry("participant_count", "1");
    assertThat(export.values(PARTICIPANTS, "name", "minutes", "role"))
        .containsExactly(List.of("Ada Byrd", "30", "host"));
  }

  private static Export report(String text) {
    return Export.of("report.csv", text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  @DisplayName(
      "in a language that shares words with English, or writes days with blanks, is read by place")
  void otherLanguages() throws IOException {
    for (String language : List.of("de", "cs")) {
      Export export = Export.fixture("teams-attendance-" + language + ".tsv");
      assertThat(export.formats()).containsExactly("teams-attendance");
      assertThat(export.row("meetings"))
          .containsEntry("topic", "Rates")
          .containsEntry("started_at", "2025-11-05T21:16:54Z")
          .containsEntry("ended_at", "2025-11-05T22:19:04Z");
      assertThat(export.values("meeting_participants", "name", "join_at", "minutes"))
          .containsExactly(List.of("Ada Byrd", "2025-11-05T21:16:54Z", "62.17"));
    }
  }
}
