package org.recordlake.ingest.format.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A Zoom attendee report")
class ZoomWebinarTest {
  private static final String PARTICIPANTS = "meeting_participants";
  private static final String REGISTRATIONS = "event_registrations";
  private static final Export REPORT = Export.fixture("zoom-webinar.csv");

  @Test
  @DisplayName("says of the webinar that it is a meeting and an event")
  void isMeetingAndEvent() throws IOException {
    assertThat(REPORT.formats()).containsExactly("zoom-webinar");
    assertThat(REPORT.row("meetings"))
        .containsEntry("meeting_id", "98765432109-20250312T0330Z")
        .containsEntry("meeting_date", "2025-03-11")
        .containsEntry("kind", "webinar")
        .containsEntry("host_name", "Hanna Ito")
        .containsEntry("host_email", "hanna@example.com")
        .containsEntry("participant_count", "3");
    assertThat(REPORT.row("events"))
        .containsEntry("event_id", "98765432109-20250312T0330Z")
        .containsEntry("name", "Parcels, faster")
        .containsEntry("kind", "webinar")
        .containsEntry("starts_on", "2025-03-11")
        .containsEntry("ends_on", "2025-03-12");
  }

  @Test
  @DisplayName("makes spells of all who came: host, panelists, attendees, telephones")
  void spells() throws IOException {
    assertThat(REPORT.values(PARTICIPANTS, "name", "role", "spell_no", "minutes", "location"))
        .containsExactly(
            List.of("Hanna Ito", "host", "1", "60", "United States"),
            List.of("Pia Moss", "panelist", "1", "59", "United States"),
            List.of("Ada Byrd", "attendee", "1", "15", "United States"),
            List.of("Cleo Dunn", "attendee", "1", "5", "Canada"),
            List.of("1303555****", "attendee", "1", "5", "United States"),
            List.of("Ada Byrd", "attendee", "2", "29", "United States"));
  }

  @Test
  @DisplayName("keeps an absentee as a registration without attendance")
  void absenteesAreRegistered() throws IOException {
    assertThat(
            REPORT.values(
                REGISTRATIONS, "name", "email", "registered_on", "attended", "updated_on"))
        .containsExactly(
            List.of("Ada Byrd", "ada@example.com", "2025-03-10", "true", "2025-03-11"),
            List.of("Ben Cole", "ben@example.com", "2025-03-10", "false", "2025-03-11"),
            List.of("Cleo Dunn", "cleo@example.com", "2025-03-11", "true", "2025-03-11"));
    assertThat(REPORT.rows(REGISTRATIONS).get(0)).containsEntry("phone", "+1 303 555 0101");
  }

  @Test
  @DisplayName("takes questions asked at registration for a survey")
  void registrationQuestions() throws IOException {
    assertThat(
            REPORT.values("survey_responses", "question_no", "question", "answer", "answered_on"))
        .containsExactly(
            List.of("1", "How many parcels a day?", "10, or so", "2025-03-10"),
            List.of("2", "Job title", "Clerk", "2025-03-10"));
  }

  @Test
  @DisplayName("accounts for every line")
  void accountsForEveryLine() throws IOException {
    assertThat(REPORT.problems(PARTICIPANTS)).containsExactly("18 NO_PARTICIPANT");
    assertThat(REPORT.problems(REGISTRATIONS))
        .containsExactly(
            "1 OUTSIDE",
            "2 OUTSIDE",
            "3 OUTSIDE",
            "5 OUTSIDE",
            "6 OUTSIDE",
            "8 OUTSIDE",
            "9 OUTSIDE",
            "12 OUTSIDE",
            "13 OUTSIDE",
            "19 OUTSIDE",
            "20 OUTSIDE",
            "11 OUTSIDE");
  }

  @Test
  @DisplayName("of older form, without registration, keeps absentees without a day")
  void olderForm() throws IOException {
    Export export =
        Export.of(
            "Attendee Report,,",
            "Report Generated:,\"Mar 12, 2021 02:00:00 PM\"",
            "Topic,Webinar ID,Actual Start Time,Actual Duration (minutes)",
            "Rates,98765432109,\"Mar 11, 2021 10:30:05 AM\",60",
            "Attendee Details,",
            "Attended,User Name (Original Name),Email,Join Time,Leave Time,Time in Session (minutes)",
            "Yes,Ada Byrd,ada@example.com,\"Mar 11, 2021 10:31:05 AM\",\"Mar 11, 2021 10:41:05 AM\",10",
            "No,Ben Cole,ben@example.com,--,--,--");
    assertThat(export.values(REGISTRATIONS, "name", "registered_on", "attended"))
        .containsExactly(List.of("Ben Cole", "", "false"));
    assertThat(export.values(PARTICIPANTS, "name", "minutes"))
        .containsExactly(List.of("Ada Byrd", "10"));
    assertThat(export.row("meetings")).doesNotContainKey("host_name");
  }

  @Test
  @DisplayName("made again says the same")
  void madeAgainSaysTheSame() throws IOException {
    Export again = REPORT.with("Mar 12, 2025 02:00:00 PM", "Apr 1, 2025 02:00:00 PM");
    for (String table : REPORT.tables()) {
      assertThat(again.rows(table)).isEqualTo(REPORT.rows(table));
    }
  }

  @Test
  @DisplayName("keeps every question asked at registration but those for secrets")
  void questionsNamedLikeColumns() throws IOException {
    Export export = Export.fixture("zoom-webinar-questions.csv");
    assertThat(export.values("survey_responses", "email", "question", "answer"))
        .containsExactly(
            List.of("ada@example.com", "Email me offers?", "Yes please"),
            List.of("ada@example.com", "Phone, or mail?", "Mail"),
            List.of("ada@example.com", "Your PIN for parking?", "It is [code]"),
            List.of("bo@example.com", "Email me offers?", "No"));
    assertThat(export.values(REGISTRATIONS, "email", "attended"))
        .containsExactly(List.of("ada@example.com", "true"), List.of("bo@example.com", "false"));
    assertThat(export.raw(PARTICIPANTS).stream().filter(row -> row.problem().isPresent()))
        .filteredOn(row -> row.problem().get().equals("NOT_A_TIME"))
        .singleElement()
        .satisfies(row -> assertThat(row.raw()).contains("someday").doesNotContain("789"));
  }
}
