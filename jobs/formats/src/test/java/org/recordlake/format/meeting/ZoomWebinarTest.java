package org.recordlake.format.meeting;

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

  @Test
  @DisplayName("in Portuguese says the same, its titles, columns, clock and yes included")
  void inPortuguese() throws IOException {
    Export export =
        Export.of(
            "Relatório de Participante,",
            "Relatório Gerado:,\"jul. 13, 2021 1:41 da tarde\"",
            "Tópico,ID do Webinar,Hora de Início Real,Duração Real (minutos),# Inscrito,#"
                + " Cancelado,Visualizadores específicos,Total de usuários,Máximo de visualizações"
                + " simultâneas",
            "TARIFAS,850 9954 9479,\"fev. 12, 2021 1:53 da tarde\", 520, 168, 0,161,301,0",
            "Detalhes do anfitrião,",
            "Participou,Nome de usuário (nome original),E-mail,Horário de entrada,Horário de"
                + " saída,Tempo em Sessão (minutos),Nome do país/da região",
            "Sim,ANA,ana@example.com,\"Feb 12, 2021 13:53:47\",\"Feb 12, 2021"
                + " 17:32:58\",220,Brasil",
            "Detalhes do Palestrante,",
            "Participou,Nome de usuário (nome original),E-mail,Horário de entrada,Horário de"
                + " saída,Tempo em Sessão (minutos),Nome do país/da região",
            "Sim,Rui Sá,rui@example.com,\"Feb 12, 2021 14:05:04\",\"Feb 12, 2021"
                + " 14:59:49\",55,Brasil",
            "Detalhes dos Participantes,",
            "Participou,Nome de usuário (nome original),Nome,Sobrenome,E-mail,Horário de"
                + " inscrição,Status da Aprovação,Hora do Ingresso,Horário de saída,Tempo em Sessão"
                + " (minutos),Nome do país/da região",
            "Sim,Luz Paz,Luz,Paz,luz@example.com,\"Feb 11, 2021 15:24:17\",aprovado,\"Feb 12, 2021"
                + " 15:24:19\",\"Feb 12, 2021 15:24:55\",1,Brasil,",
            "Sim,Luz Paz,Luz,Paz,luz@example.com,,,\"Feb 12, 2021 15:25:19\",\"Feb 12, 2021"
                + " 15:34:59\",10,Brasil",
            "Não,Ivo Reis,Ivo,Reis,ivo@example.com,\"Feb 12, 2021"
                + " 08:38:29\",aprovado,--,--,--,,");
    assertThat(export.formats()).containsExactly("zoom-webinar");
    assertThat(export.row("meetings"))
        .containsEntry("meeting_id", "85099549479-20210212T1853Z")
        .containsEntry("kind", "webinar")
        .containsEntry("duration_minutes", "520")
        .containsEntry("participant_count", "161")
        .containsEntry("host_name", "ANA");
    assertThat(export.values(PARTICIPANTS, "name", "role", "spell_no", "minutes", "location"))
        .containsExactlyInAnyOrder(
            List.of("ANA", "host", "1", "220", "Brasil"),
            List.of("Rui Sá", "panelist", "1", "55", "Brasil"),
            List.of("Luz Paz", "attendee", "1", "1", "Brasil"),
            List.of("Luz Paz", "attendee", "2", "10", "Brasil"));
    assertThat(export.values(REGISTRATIONS, "name", "registered_on", "attended"))
        .containsExactly(
            List.of("Luz Paz", "2021-02-11", "true"), List.of("Ivo Reis", "2021-02-12", "false"));
    assertThat(export.rows("survey_responses")).isEmpty();
    assertThat(export.problems(PARTICIPANTS)).isEmpty();
  }

  @Test
  @DisplayName("that a statistical program wrote anew says NA where it says nothing")
  void notAvailable() throws IOException {
    Export export =
        REPORT.with(
            "ada@example.com,,,,\"Mar 12, 2025 12:01:00 AM\"",
            "ada@example.com,,NA,NA,\"Mar 12, 2025 12:01:00 AM\"");
    assertThat(export.values(PARTICIPANTS, "name", "spell_no", "minutes"))
        .isEqualTo(REPORT.values(PARTICIPANTS, "name", "spell_no", "minutes"));
    assertThat(export.rows(REGISTRATIONS)).isEqualTo(REPORT.rows(REGISTRATIONS));
  }

  @Test
  @DisplayName("of registrations, made before the webinar, says of nobody whether they came")
  void registrationReport() throws IOException {
    Export export =
        Export.of(
            "Registration Report,",
            "Report Generated:,\"Sep 24, 2024 2:00 PM\"",
            "Topic,Webinar ID,Scheduled Time,Duration (minutes),# Registered,# Cancelled",
            "Parcels,987 6543 2109,\"Sep 25, 2024 12:30 PM\",60,2,0",
            "Attendee Details,",
            "First Name,Last Name,Email,Organization,Registration Time,Approval Status,Source Name",
            "Ada,Byrd,ada@example.com,Postal Works,\"Sep 20, 2024 09:00:00\",approved,",
            "Ben,Cole,ben@example.com,,\"Sep 21, 2024 09:00:00\",approved,News");
    assertThat(export.formats()).containsExactly("zoom-webinar");
    assertThat(export.row("events"))
        .containsEntry("name", "Parcels")
        .containsEntry("kind", "webinar")
        .containsEntry("starts_on", "2024-09-25");
    assertThat(export.values(REGISTRATIONS, "name", "registered_on", "attended"))
        .containsExactly(
            List.of("Ada Byrd", "2024-09-20", ""), List.of("Ben Cole", "2024-09-21", ""));
    assertThat(export.values("survey_responses", "question", "answer"))
        .containsExactly(List.of("Organization", "Postal Works"));
    assertThat(export.raw(PARTICIPANTS)).isEmpty();
    assertThat(export.raw("meetings")).isEmpty();
  }
}
