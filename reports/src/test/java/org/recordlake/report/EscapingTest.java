package org.recordlake.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EscapingTest {
  private static final String HOSTILE =
      "=cmd|' /C calc'!A0,\"<script>alert(1)</script>\" & <b>bold</b> ${7*7}";

  @TempDir Path folder;
  private Shelf shelf;

  @BeforeEach
  void writeAReportAboutAMeetingWithAHostileTopic() {
    shelf = Shelf.of(folder, Fixtures.report("poll-results", EscapingTest::hostile));
  }

  @Test
  void htmlShowsTheTopicAsTextEverywhere() throws Exception {
    for (String page : new String[] {"analyst/poll-results.html", "index.html"}) {
      assertThat(shelf.text(page))
          .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
          .doesNotContain("<script>alert", "<b>bold");
    }
  }

  @Test
  void pdfShowsTheTopicAsText() throws Exception {
    String text = shelf.pdfText("analyst/poll-results.pdf").replaceAll("\\s+", "");
    assertThat(text).contains(HOSTILE.replace(" ", ""));
  }

  @Test
  void csvQuotesTheTopicAndDefusesTheFormula() throws Exception {
    assertThat(shelf.text("analyst/poll-results-meetings.csv"))
        .contains(
            "\"'=cmd|' /C calc'!A0,\"\"<script>alert(1)</script>\"\" & <b>bold</b> ${7*7}\",2026-11-12");
  }

  @Test
  void theWorkbookHoldsTheTopicAsTextAndNoFormula() throws Exception {
    Workbook workbook = shelf.workbook("analyst/poll-results.xlsx");

    assertThat(workbook.cells(1).get(1).get(0)).isEqualTo("s:" + HOSTILE);
    assertThat(workbook.everything()).doesNotContain("<f>", "<f ");
  }

  private static ReportTable hostile(ReportTable table) {
    return Fixtures.with(
        table,
        table.rows().stream().map(row -> Fixtures.with(row, "meeting_topic", HOSTILE)).toList());
  }
}
