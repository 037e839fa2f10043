package org.recordlake.format.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A Webex list of participants")
class WebexTest {
  private static final String LIST =
      """
      Meeting Name\tMeeting Start Time\tMeeting End Time\tName\tAttendee Email\tJoin Time\tLeave Time\tAttendance Duration\tConnection Type
      Spring rates\t="2026-03-02 09:00:00"\t="2026-03-02 10:00:30"\tAda Byrd\tada@example.com\t="2026-03-02 09:01:00"\t="2026-03-02 09:21:00"\t20 mins\tDesktop app
      Spring rates\t="2026-03-02 09:00:00"\t="2026-03-02 10:00:30"\tAda Byrd\tada@example.com\t="2026-03-02 09:30:00"\t="2026-03-02 10:00:00"\t30 mins\tMobile app
      Spring rates\t="2026-03-02 09:00:00"\t="2026-03-02 10:00:30"\tCall-in User_2\t\t="2026-03-02 09:05:00"\t="2026-03-02 09:06:00"\t1 mins\tPhone
      """;

  private static Export list(String text) {
    return Export.of("participant-1.csv", ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE));
  }

  @Test
  @DisplayName("gives the meeting, and each joining as a spell")
  void spells() throws IOException {
    Export export = list(LIST);
    assertThat(export.formats()).containsExactly("webex-attendance");
    assertThat(export.row("meetings"))
        .containsEntry("platform", "webex")
        .containsEntry("topic", "Spring rates")
        .containsEntry("started_at", "2026-03-02T14:00:00Z")
        .containsEntry("duration_minutes", "60");
    assertThat(export.values("meeting_participants", "name", "spell_no", "join_at", "minutes"))
        .containsExactly(
            List.of("Ada Byrd", "1", "2026-03-02T14:01:00Z", "20"),
            List.of("Call-in User_2", "1", "2026-03-02T14:05:00Z", "1"),
            List.of("Ada Byrd", "2", "2026-03-02T14:30:00Z", "30"));
    assertThat(export.problems("meeting_participants")).containsExactly("1 OUTSIDE");
    assertThat(export.problems("meetings")).isEmpty();
  }

  @Test
  @DisplayName("of a newer form names the session, and breakout sessions are outside")
  void sessions() throws IOException {
    Export export =
        Export.of(
            "Session Name,Display Name,Attendee Email,Meeting Name,Meeting Start Time,Meeting End Time,Join Time,Leave Time,Attendance Duration,Role",
            "Main Session,Ada Byrd,ada@example.com,Rates,03/02/2026 10:00 AM,03/02/2026 12:00 PM,03/02/2026 10:00 AM,03/02/2026 11:20 AM,1 hr 20 min,Host",
            "Breakout 1,Ada Byrd,ada@example.com,Rates,03/02/2026 10:00 AM,03/02/2026 12:00 PM,03/02/2026 10:30 AM,03/02/2026 10:40 AM,10 min,Host",
            "Main Session,,,Rates,03/02/2026 10:00 AM,03/02/2026 12:00 PM,03/02/2026 10:30 AM,03/02/2026 10:40 AM,10 min,Attendee");
    assertThat(export.row("meeting_participants"))
        .containsEntry("minutes", "80")
        .containsEntry("role", "host");
    assertThat(export.problems("meeting_participants"))
        .containsExactly("1 OUTSIDE", "3 OUTSIDE", "4 NO_PARTICIPANT");
    assertThat(export.problems("meetings")).isEmpty();
  }

  @Test
  @DisplayName("of several meetings gives each of them")
  void meetings() throws IOException {
    String later = LIST.lines().skip(1).limit(1).toList().get(0).replace("03-02", "03-09");
    Export export =
        list(LIST + later + "\n" + later.replace("\"2026-03-09 09:00:00\"", "\"\"") + "\n");
    assertThat(export.rows("meetings")).hasSize(2);
    assertThat(export.problems("meeting_participants"))
        .containsExactly("1 OUTSIDE", "6 NO_MEETING_DATE");
  }
}
