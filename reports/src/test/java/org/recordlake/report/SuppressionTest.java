package org.recordlake.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SuppressionTest {
  /** Numbers that occur nowhere else, given to rows that must not show any. */
  private static final Map<String, Object> SECRET =
      Map.of(
          "answers", 7919L,
          "share", new BigDecimal("0.7654"),
          "share_low", new BigDecimal("0.6321"),
          "share_high", new BigDecimal("0.8779"));

  private static final List<String> TRACES =
      List.of("7919", "7,919", "0.7654", "76.5", " 77%", "0.6321", "63.2%", "0.8779", "87.8");

  @TempDir Path folder;
  private Shelf shelf;

  @BeforeEach
  void writeAReportWhoseMartForgotToBlankItsHiddenRows() {
    shelf = Shelf.of(folder, Fixtures.report("poll-results", SuppressionTest::withSecrets));
  }

  @Test
  void noFormatHoldsANumberOfASuppressedRow() throws Exception {
    shelf
        .readable()
        .forEach(
            (file, text) ->
                TRACES.forEach(trace -> assertThat(text).as(file).doesNotContain(trace)));
  }

  @Test
  void everyFormatSaysThatTheQuestionIsNotShown() throws Exception {
    assertThat(shelf.pdfText("analyst/poll-results.pdf"))
        .contains("not shown: fewer than 10 people", "too few people");
    assertThat(shelf.text("analyst/poll-results.html"))
        .contains("not shown: fewer than 10 people answered", ">too few people</td>");
    assertThat(shelf.workbook("analyst/poll-results.xlsx").cells(2))
        .anySatisfy(
            row ->
                assertThat(row)
                    .contains(
                        "s:not shown: fewer than 10 people answered", "s:too few people", "b:1"));
    assertThat(shelf.text("analyst/poll-results-answers.csv"))
        .contains("not shown: fewer than 10 people answered,hidden,1,,,8,96,0.0833,,,,true,true");
  }

  @Test
  void everyFormatHidesTheSameNumberOfQuestions() throws Exception {
    String hidden = Words.HIDDEN;
    int inPdf = shelf.pdfText("analyst/poll-results.pdf").split(hidden, -1).length - 1;
    int inHtml = shelf.text("analyst/poll-results.html").split(">" + hidden + "<", -1).length - 1;
    long inCsv =
        shelf
            .text("analyst/poll-results-answers.csv")
            .lines()
            .filter(l -> l.contains(",hidden,"))
            .count();
    long inWorkbook =
        shelf.workbook("analyst/poll-results.xlsx").cells(2).stream()
            .filter(r -> r.contains("s:" + Words.HIDDEN))
            .count();

    assertThat(List.of((long) inPdf, (long) inHtml, inCsv, inWorkbook)).containsOnly(1L);
  }

  @Test
  void aHiddenSegmentIsHiddenInEveryFormatOfTheCustomerReport() throws Exception {
    Shelf customers =
        Shelf.of(
            folder.resolve("customers"),
            Fixtures.report("customer-needs", SuppressionTest::withSmallSegment));

    customers
        .readable()
        .forEach(
            (file, text) ->
                assertThat(text).as(file).doesNotContain("654321", "654,321", "$654K", "765.4%"));
    assertThat(customers.pdfText("analyst/customer-needs.pdf")).contains("too few people");
    assertThat(customers.text("analyst/customer-needs.html")).contains(">too few people</td>");
    assertThat(customers.text("analyst/customer-needs-segments.csv")).contains("Lost,,,,,true");
  }

  @Test
  void aTableWithoutTheColumnHidesNothing() {
    ReportTable table =
        new ReportTable(
            "t",
            List.of(new ReportColumn("answers", ReportColumnType.LONG, "Answers")),
            List.of(Map.of("answers", 3)));

    assertThat(table.rows().get(0)).containsEntry("answers", 3L);
  }

  private static ReportTable withSecrets(ReportTable table) {
    return table.name().equals("answers")
        ? new ReportTable(
            table.name(),
            table.columns(),
            table.rows().stream().map(SuppressionTest::withSecret).toList())
        : table;
  }

  private static ReportTable withSmallSegment(ReportTable table) {
    return table.name().equals("segments")
        ? Fixtures.with(table, table.rows().stream().map(SuppressionTest::withSpend).toList())
        : table;
  }

  private static Map<String, Object> withSpend(Map<String, Object> row) {
    return Suppression.isHidden(row)
        ? Fixtures.with(
            Fixtures.with(row, "spend_12m", new BigDecimal("654321")),
            "trend",
            new BigDecimal("7.654"))
        : row;
  }

  private static Map<String, Object> withSecret(Map<String, Object> row) {
    if (!Suppression.isHidden(row)) {
      return row;
    }
    Map<String, Object> changed = new LinkedHashMap<>(row);
    changed.putAll(SECRET);
    return changed;
  }
}
