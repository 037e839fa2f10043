package org.recordlake.format.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A Zoom Q&A report")
class ZoomQuestionsTest {
  private static final String CHAT = "chat_messages";
  private static final Export REPORT = Export.fixture("zoom-qa.csv");

  @Test
  @DisplayName("keeps questions with who asked, and every answer")
  void questionsAndAnswers() throws IOException {
    assertThat(REPORT.formats()).containsExactly("zoom-qa");
    assertThat(REPORT.row("meetings"))
        .containsEntry("meeting_id", "98765432109-20250312T0330Z")
        .containsEntry("kind", "webinar");
    assertThat(REPORT.values(CHAT, "kind", "sender_name", "sender_email", "message"))
        .containsExactly(
            List.of("question", "Ada Byrd", "ada@example.com", "When do rates change?"),
            List.of("answer", "", "", "In July."),
            List.of("question", "", "", "When do rates change?"),
            List.of("answer", "", "", "live answered"),
            List.of("question", "Ben Cole", "ben@example.com", "And then,\nwhat?"),
            List.of("answer", "", "", "Nothing more."));
    assertThat(REPORT.problems(CHAT))
        .containsExactlyInAnyOrder(
            "1 OUTSIDE",
            "2 OUTSIDE",
            "3 OUTSIDE",
            "5 OUTSIDE",
            "6 OUTSIDE",
            "11 OUTSIDE",
            "12 NO_QUESTION");
  }

  @Test
  @DisplayName("gives messages the numbers that the REST interface gives them")
  void meetsTheRestInterface() throws IOException {
    Map<String, String> asked = REPORT.rows(CHAT).get(0);
    assertThat(Export.fixture("zoom-qa.json").rows(CHAT))
        .filteredOn(row -> asked.get("message_id").equals(row.get("message_id")))
        .extracting(row -> row.get("message"))
        .containsExactly("When do rates change?");
  }

  @Test
  @DisplayName("without a start keeps nothing, and says why of every line")
  void withoutAStart() throws IOException {
    Export export = REPORT.with("\"Mar 11, 2025 11:30:05 PM\"", "");
    assertThat(export.rows(CHAT)).isEmpty();
    assertThat(export.problems("meetings")).containsExactly("4 NO_MEETING_DATE");
    assertThat(export.problems(CHAT)).filteredOn(row -> row.endsWith("DATE")).hasSize(5);
  }

  @Test
  @DisplayName("by the REST interface says who answered and when, where newer answers do")
  void answersInDetail() throws IOException {
    Export export =
        Export.of(
            """
            {"id":93398114182,"start_time":"2026-02-01T17:34:12Z","questions":[
             {"email":"ada@example.com","name":"Ada Byrd","question_details":[
              {"question":"When?","answer":"Soon.","create_time":"2026-02-01T17:40:00Z",
               "answer_details":[
                {"name":"Hanna Ito","email":"hanna@example.com","content":"Soon.",
                 "create_time":"2026-02-01T17:41:00Z"},
                {"name":"Ben Cole","email":"","content":"In July.","create_time":""}]}]}]}
            """);
    assertThat(export.values(CHAT, "kind", "sender_name", "sent_at", "message"))
        .containsExactly(
            List.of("question", "Ada Byrd", "2026-02-01T17:40:00Z", "When?"),
            List.of("answer", "Hanna Ito", "2026-02-01T17:41:00Z", "Soon."),
            List.of("answer", "Ben Cole", "", "In July."));
    assertThat(export.rows(CHAT).stream().map(row -> row.get("message_id")).distinct()).hasSize(3);
  }
}
