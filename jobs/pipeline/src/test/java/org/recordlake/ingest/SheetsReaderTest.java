package org.recordlake.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recordlake.job.JobResult;
import org.recordlake.problem.ExitCode;
import org.recordlake.testing.MadeWorkbook;
import org.recordlake.testing.MadeWorkbook.Sheet;
import org.recordlake.testing.TestRun;

class SheetsReaderTest {
  private static final List<String> ORDERS =
      List.of(
          "InvoiceNo",
          "StockCode",
          "Description",
          "Quantity",
          "InvoiceDate",
          "UnitPrice",
          "CustomerID",
          "Country");
  private static final List<String> CODES =
      List.of("PSC CODE", "PRODUCT AND SERVICE CODE NAME", "START DATE", "END DATE");
  private static final List<String> TOTALS = List.of("Country", "Orders");

  @TempDir Path folder;

  @Test
  @DisplayName(
      "Each sheet of a workbook is read by its own layout, and one of none is accounted for")
  void severalLayouts() {
    byte[] workbook =
        MadeWorkbook.ofSheets(
            List.of(
                Sheet.shown(List.of(TOTALS, List.of("France", "2"), List.of("Spain", "1"))),
                Sheet.shown(List.of(List.of("Orders"), ORDERS, order(1), order(2))),
                Sheet.hidden(List.of(ORDERS, order(9))),
                Sheet.shown(List.of(CODES, List.of("10", "WEAPONS", "10/1/79", ""))),
                Sheet.shown(List.of(List.of("Orders, continued"), ORDERS, order(3))),
                Sheet.shown(List.of(List.of("Made by hand"), List.of("in a hurry")))));
    TestRun run = new TestRun(folder).drop("shop/all.xlsx", workbook);
    JobResult result = run.run(new Ingest());
    assertThat(result.exitCode()).isEqualTo(ExitCode.DONE);
    TreeMap<String, String> balances = new TreeMap<>();
    for (Row row : run.table("ingested_files").collectAsList()) {
      balances.put(
          row.getAs("table_name"),
          "%s read, %s stored, %s outside"
              .formatted(
                  row.<Object>getAs("rows_read"),
                  row.<Object>getAs("stored"),
                  row.<Object>getAs("outside_catalogue")));
    }
    // Outside are the totals, titles of the orders' sheets and the remarks.
    assertThat(balances)
        .containsEntry("sales_orders", "4 read, 3 stored, 1 outside")
        .containsEntry("classification_codes", "7 read, 1 stored, 6 outside")
        .hasSize(2);
    assertThat(run.run(new Ingest()).counts()).containsEntry("files", 0L);
  }

  @Test
  @DisplayName("A workbook of no known layout is set aside whole, whatever number of sheets it has")
  void unknown() {
    byte[] workbook =
        MadeWorkbook.ofSheets(
            List.of(
                Sheet.shown(List.of(TOTALS, List.of("France", "2"))),
                Sheet.shown(List.of(List.of("Made", "by", "hand"), List.of("1", "2", "3")))));
    JobResult result = new TestRun(folder).drop("shop/all.xlsx", workbook).run(new Ingest());
    assertThat(result.exitCode()).isEqualTo(ExitCode.DATA_CHECKS);
    assertThat(result.problems()).hasSize(1);
  }

  private static List<String> order(int number) {
    return List.of(
        "70000" + number, "10001", "LANTERN", "6", "12/1/2025 8:26", "2.55", "17850", "France");
  }
}
