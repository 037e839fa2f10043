package org.recordlake.format.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A Zoom history of meetings with their participants")
class ZoomHistoryTest {
  private static final String PARTICIPANTS = "meeting_participants";
  private static final Export HISTORY = Export.fixture("zoom-history.csv");

  @Test
  @DisplayName("gives each meeting its own people, though their lines are mixed")
  void severalMeetings() throws IOException {
    assertThat(HISTORY.formats()).containsExactly("zoom-history");
    assertThat(HISTORY.values("meetings", "meeting_id", "topic", "host_name", "participant_count"))
        .containsExactly(
            List.of("93123456789-20260302T1400Z", "Rates, spring", "Hanna Ito", "2"),
            List.of("93223456789-20260313T1300Z", "Standup", "Ben Cole", "1"));
    assertThat(HISTORY.values(PARTICIPANTS, "meeting_id", "name", "role", "join_at", "minutes"))
        .containsExactly(
            List.of(
                "93123456789-20260302T1400Z", "Hanna Ito", "host", "2026-03-02T14:00:00Z", "60"),
            List.of("93123456789-20260302T1400Z", "Ada Byrd", "", "2026-03-02T14:06:00Z", "30"),
            List.of(
                "93223456789-20260313T1300Z", "Ben Cole", "host", "2026-03-13T13:00:30Z", "15"));
  }

  @Test
  @DisplayName("accounts for every line, and takes a waiting room for no attendance")
  void accountsForEveryLine() throws IOException {
    assertThat(HISTORY.problems("meetings")).isEmpty();
    assertThat(HISTORY.problems(PARTICIPANTS))
        .containsExactlyInAnyOrder("1 OUTSIDE", "3 OUTSIDE", "6 NO_PARTICIPANT");
  }

  @Test
  @DisplayName("meets the same meeting's own list")
  void meetsTheMeetingsOwnList() throws IOException {
    assertThat(Export.fixture("zoom-unique-users.csv").row("meetings").get("meeting_id"))
        .isEqualTo(HISTORY.rows("meetings").get(0).get("meeting_id"));
  }

  @Test
  @DisplayName("is read in Italian as in English")
  void inItalian() throws IOException {
    Export export =
        Export.of(
            "Argomento,Digita,ID,Nome organizzatore,E-mail organizzatore,Ora di inizio,Ora di"
                + " fine,Partecipanti,Durata (minuti),Minuti totali dei partecipanti,Visualizzatori"
                + " unici,Ora di creazione,Nome (nome originale),E-mail,Ora di ingresso,Ora di"
                + " uscita,Durata (minuti),Guest,In sala d’attesa",
            "Tariffe,Riunione,896 1053 4856,Anna Riva,anna@example.com,01/30/2025 06:54:02"
                + " PM,01/30/2025 08:37:29 PM,2,104,620,-,09/12/2024 07:00:59 PM,Anna"
                + " Riva (Host),anna@example.com,01/30/2025 06:58:59 PM,01/30/2025 08:01:46"
                + " PM,63,No,No",
            "Tariffe,Riunione,896 1053 4856,Anna Riva,anna@example.com,01/30/2025 06:54:02"
                + " PM,01/30/2025 08:37:29 PM,2,104,620,-,09/12/2024 07:00:59 PM,Ugo"
                + " Conti,,01/30/2025 06:50:00 PM,01/30/2025 06:58:37 PM,8,Sì,Sì");
    assertThat(export.formats()).containsExactly("zoom-history");
    assertThat(export.row("meetings"))
        .containsEntry("meeting_id", "89610534856-20250130T2354Z")
        .containsEntry("topic", "Tariffe")
        .containsEntry("host_email", "anna@example.com")
        .containsEntry("participant_count", "2")
        .containsEntry("duration_minutes", "104")
        .containsEntry("ended_at", "2025-01-31T01:37:29Z");
    assertThat(export.row(PARTICIPANTS))
        .containsEntry("name", "Anna Riva (Host)")
        .containsEntry("role", "host")
        .containsEntry("join_at", "2025-01-30T23:58:59Z")
        .containsEntry("minutes", "63");
  }
}
