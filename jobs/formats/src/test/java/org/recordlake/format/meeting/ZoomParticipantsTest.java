package org.recordlake.format.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A Zoom list of participants")
class ZoomParticipantsTest {
  private static final String PARTICIPANTS = "meeting_participants";

  @Test
  @DisplayName("says its meeting, with the host by address and name")
  void saysItsMeeting() throws IOException {
    Export export = Export.fixture("zoom-participants.csv");
    assertThat(export.formats()).containsExactly("zoom-participants");
    assertThat(export.row("meetings"))
        .containsEntry("meeting_id", "94758381041-20260901T1303Z")
        .containsEntry("meeting_date", "2026-09-01")
        .containsEntry("topic", "Rates, in brief")
        .containsEntry("kind", "meeting")
        .containsEntry("host_name", "Hanna Ito")
        .containsEntry("host_email", "hanna@example.com")
        .containsEntry("started_at", "2026-09-01T13:03:16Z")
        .containsEntry("ended_at", "2026-09-01T14:13:23Z")
        .containsEntry("duration_minutes", "71")
        .containsEntry("participant_count", "6");
  }

  @Test
  @DisplayName("makes one attendance with its spells of somebody who comes back")
  void rejoinsAreSpells() throws IOException {
    Export export = Export.fixture("zoom-participants.csv");
    assertThat(export.rows(PARTICIPANTS)).hasSize(8);
    assertThat(export.rows(PARTICIPANTS).stream().map(row -> row.get("participant_id")).distinct())
        .hasSize(5);
    assertThat(export.values(PARTICIPANTS, "name", "email", "spell_no", "join_at", "minutes"))
        .contains(
            List.of("Ada Byrd (Ada B)", "Ada@example.com", "1", "2026-09-01T13:05:00Z", "20"),
            List.of("Ada Byrd", "ada@example.com", "2", "2026-09-01T13:30:00Z", "30"),
            List.of("Ben Cole", "", "2", "2026-09-01T13:20:00Z", "21"),
            List.of("1415555****", "", "1", "2026-09-01T13:10:00Z", ""));
  }

  @Test
  @DisplayName("counts a line told twice as one spell")
  void aLineToldTwiceIsOneSpell() throws IOException {
    assertThat(Export.fixture("zoom-participants.csv").values(PARTICIPANTS, "email", "spell_no"))
        .filteredOn(row -> row.get(0).equals("ben@example.com"))
        .containsExactly(List.of("ben@example.com", "1"), List.of("ben@example.com", "1"));
  }

  @Test
  @DisplayName("counts nobody in the waiting room, and sets aside who has no name")
  void waitingIsNotAttending() throws IOException {
    Export export = Export.fixture("zoom-participants.csv");
    assertThat(export.problems(PARTICIPANTS))
        .containsExactly("1 OUTSIDE", "4 OUTSIDE", "10 OUTSIDE", "14 NO_PARTICIPANT");
    assertThat(export.problems("meetings")).isEmpty();
  }

  @Test
  @DisplayName("without a meeting belongs to the one its first joining began, header in any case")
  void withoutAMeeting() throws IOException {
    Export export = Export.fixture("participants_93123456789.csv");
    assertThat(export.tables()).containsExactly(PARTICIPANTS);
    assertThat(export.values(PARTICIPANTS, "meeting_id", "meeting_date", "name"))
        .containsExactly(
            List.of("93123456789-20260203T1404Z", "2026-02-03", "Ben Cole"),
            List.of("93123456789-20260203T1404Z", "2026-02-03", "Ada Byrd"));
    assertThat(export.named("list.csv").rows(PARTICIPANTS).get(0).get("meeting_id"))
        .matches("zoom-[0-9a-f]{16}");
    assertThat(export.problems(PARTICIPANTS)).containsExactly("1 OUTSIDE");
  }

  @Test
  @DisplayName(
      "of unique users gives all spells together, which complete the spells of another list")
  void uniqueUsers() throws IOException {
    Export export = Export.fixture("zoom-unique-users.csv");
    assertThat(export.values(PARTICIPANTS, "name", "spell_no", "join_at", "minutes"))
        .containsExactly(
            List.of("Ada Byrd", "0", "", "44"),
            List.of("Ada", "0", "", "49"),
            List.of("Ben Cole", "0", "", "60"));
    assertThat(export.row("meetings"))
        .containsEntry("meeting_id", "93123456789-20260302T1400Z")
        .containsEntry("host_name", "Hanna Ito")
        .doesNotContainKey("kind");
  }

  @Test
  @DisplayName("of unique users alone has no day, so no row of it can be kept")
  void uniqueUsersWithoutADay() throws IOException {
    assertThat(Export.fixture("zoom-unique-users-alone.csv").problems(PARTICIPANTS))
        .containsExactlyInAnyOrder("1 OUTSIDE", "2 NO_MEETING_DATE");
  }

  @Test
  @DisplayName("is not any list of names and addresses")
  void isNotAnyList() throws IOException {
    assertThat(Export.of("Name,Email,Phone", "Ada,ada@example.com,1").formats()).isEmpty();
  }

  @Test
  @DisplayName("of the shared samples gives the expected minutes of every person on every day")
  void givesTheExpectedMinutes() throws IOException {
    Map<String, String> found = new TreeMap<>();
    for (String name : List.of("20200901_lecture", "20200903_lecture", "20200905_lab")) {
      Export export = SharedData.export("zoom/participants_usage_" + name + ".csv");
      assertThat(export.rows(PARTICIPANTS)).hasSize(30);
      for (Map<String, String> row : export.rows(PARTICIPANTS)) {
        String person = row.get("name") + "/" + row.getOrDefault("email", "NR");
        found.merge(person + "/" + row.get("meeting_date"), row.get("minutes"), (a, b) -> "twice");
      }
      assertThat(export.row("meetings")).containsEntry("participant_count", "50");
    }
    assertThat(found).isEqualTo(expected());
  }

  private static Map<String, String> expected() throws IOException {
    List<String> lines =
        Files.readAllLines(SharedData.file("zoom/participants_usage.EXPECTED.txt"));
    List<String> header = List.of(lines.get(0).split("\t", -1));
    Map<String, String> expected = new TreeMap<>();
    for (String line : new ArrayList<>(lines).subList(1, lines.size())) {
      List<String> fields = List.of(line.split("\t", -1));
      for (int day = 3; day < header.size(); day++) {
        if (!fields.get(day).equals("NR")) {
          expected.put(
              fields.get(1) + "/" + fields.get(2) + "/" + header.get(day),
              fields.get(day).replace(".0", ""));
        }
      }
    }
    return expected;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Nome (nome originale),E-mail,Ora di ingresso,Ora di uscita,Durata (minuti),Guest",
        "Nombre (nombre original),Correo electrónico del usuario,Hora de entrada,Hora de"
            + " salida,Duración (minutos),Invitado",
        "Nom (nom original),Adresse e-mail de l’utilisateur,Heure de connexion,Heure de"
            + " départ,Durée (minutes),Invité",
        "Name (Originalname),Benutzer-E-Mail,Beitrittszeit,Verlassen um,Dauer (Minuten),Gast",
        "名前（元の名前）,ユーザーのメール,参加時刻,退出時刻,時間（分）,ゲスト",
        "名称（原始名称）,用户电子邮件,加入时间,离开时间,持续时间（分钟）,访客"
      })
  @DisplayName("is told by its columns in other languages too")
  void inOtherLanguages(String header) throws IOException {
    Export export =
        Export.of(
            header,
            "Ada Byrd,ada@example.com,08/07/2025 09:00:00 AM,08/07/2025 10:00:00 AM,60,No",
            "Ada Byrd,ada@example.com,08/07/2025 10:16:00 AM,08/07/2025 01:00:00 PM,164,No");
    assertThat(export.formats()).containsExactly("zoom-participants");
    assertThat(export.values("meeting_participants", "email", "spell_no", "join_at", "minutes"))
        .containsExactly(
            List.of("ada@example.com", "1", "2025-08-07T13:00:00Z", "60"),
            List.of("ada@example.com", "2", "2025-08-07T14:16:00Z", "164"));
  }

  @Test
  @DisplayName("of sums alone has its day from the file's name")
  void dayOfTheFilesName() throws IOException {
    Export export =
        Export.of(
            "Name (original name),Email,Total duration (minutes),Guest",
            "Ada Byrd,ada@example.com,34,No");
    assertThat(export.problems("meeting_participants")).contains("2 NO_MEETING_DATE");
    assertThat(export.named("lab 2026-03-04.csv").row("meeting_participants"))
        .containsEntry("meeting_date", "2026-03-04")
        .containsEntry("spell_no", "0")
        .containsEntry("minutes", "34");
  }
}
