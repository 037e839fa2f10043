package org.recordlake.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recordlake.job.JobResult;
import org.recordlake.problem.ExitCode;
import org.recordlake.testing.TestRun;

/** Rows and files set aside are taken again once what was wrong with them is mended. */
class IngestRetryTest {
  private static final String LINES = "nr;day;sku;qty;price";
  private static final String ORDERS =
      "order_id,line_no,order_date,customer_id,service,description,quantity,unit_price,channel,cancelled";

  @TempDir Path folder;
  private TestRun run;

  @BeforeEach
  void lake() {
    run = new TestRun(folder);
  }

  private void mapping(String decimal, String day) {
    run.source(
        "till",
        "folder: till",
        "decimal: " + decimal,
        "tables:",
        "  - table: sales_orders",
        "    columns:",
        "      order_id: nr",
        "      line_no: {value: '1'}",
        "      order_date: {from: day, forms: [" + day + "]}",
        "      service: sku",
        "      quantity: qty",
        "      unit_price: price",
        "      cancelled: {value: 'false'}");
  }

  @Test
  void rowsSetAsideAreTakenOnceTheirMappingIsMendedAndNothingElseIsTouched() {
    mapping("point", "uuuu-MM-dd");
    run.with("ingest.maxQuarantinedShare", "0.8")
        .drop(
            "till/a.csv",
            LINES,
            "R1;2026-10-01;S;1;2",
            "R2;2026-10-01;S;1;2,50",
            "R3;2026-10-01;S;1;3,50",
            "R4;2026-10-01;S;none;3,50")
        .run(new Ingest());
    assertThat(ledger()).containsExactly("[committed,4,1,0,0,3,0,0]");
    mapping("comma", "uuuu-MM-dd");
    JobResult result = run.asOf("2026-12-01").run(new IngestRetry());
    assertThat(result.exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(ledger()).containsExactly("[committed,4,3,0,0,1,0,0]");
    assertThat(orders()).containsExactly("[R1,2.0000]", "[R2,2.5000]", "[R3,3.5000]");
    assertThat(quarantine()).containsExactly("[sales_orders,5,quantity,NOT_A_LONG,2026-11-22]");
    run.run(new IngestRetry());
    assertThat(ledger()).containsExactly("[committed,4,3,0,0,1,0,0]");
    assertThat(orders()).hasSize(3);
    assertThat(quarantine()).hasSize(1);
  }

  @Test
  void aFileNobodyUnderstoodIsTakenOnceItIsDescribed() {
    JobResult before = run.drop("till/a.csv", LINES, "R1;2026-10-01;S;1;2").run(new Ingest());
    assertThat(before.exitCode()).isEqualTo(ExitCode.DATA_CHECKS);
    assertThat(run.run(new IngestRetry()).counts()).containsEntry("files", 0L);
    mapping("point", "uuuu-MM-dd");
    JobResult result = run.run(new IngestRetry());
    assertThat(result.exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(ledger()).containsExactly("[committed,1,1,0,0,0,0,0]");
    assertThat(quarantine()).isEmpty();
    assertThat(run.run(new Ingest()).counts()).containsEntry("files", 0L);
  }

  @Test
  void aRefusedFileIsTakenOnceEnoughOfItIsGoodAndStaysRefusedUntilThen() {
    mapping("point", "dd.MM.uuuu");
    run.drop("till/a.csv", LINES, "R1;2026-10-01;S;1;2", "R2;2026-10-01;S;1;3").run(new Ingest());
    assertThat(ledger()).containsExactly("[refused,2,0,0,0,2,0,0]");
    assertThat(run.run(new IngestRetry()).exitCode()).isEqualTo(ExitCode.DATA_CHECKS);
    assertThat(ledger()).containsExactly("[refused,2,0,0,0,2,0,0]");
    assertThat(quarantine()).hasSize(3);
    mapping("point", "uuuu-MM-dd");
    run.run(new IngestRetry());
    assertThat(ledger()).containsExactly("[committed,2,2,0,0,0,0,0]");
    assertThat(quarantine()).isEmpty();
  }

  @Test
  void aRowTakenAgainDoesNotReplaceWhatALaterFileBrought() {
    mapping("point", "uuuu-MM-dd");
    run.with("ingest.maxQuarantinedShare", "0.6")
        .drop("till/a.csv", LINES, "R1;2026-10-01;S;1;2,50", "R2;2026-10-01;S;1;1")
        .run(new Ingest());
    run.drop("sales/b.csv", ORDERS, "R1,1,2026-10-01,,S,,1,9.99,,false").run(new Ingest());
    mapping("comma", "uuuu-MM-dd");
    run.run(new IngestRetry());
    assertThat(orders()).containsExactly("[R1,9.9900]", "[R2,1.0000]");
    assertThat(ledger()).contains("[committed,2,1,0,1,0,0,0]");
  }

  @Test
  void copiesOfFilesWithRowsSetAsideStayAsLongAsThoseRows() {
    mapping("point", "uuuu-MM-dd");
    run.with("ingest.maxQuarantinedShare", "0.6")
        .drop("till/a.csv", LINES, "R1;2026-10-01;S;1;2,50", "R2;2026-10-01;S;1;1")
        .run(new Ingest());
    assertThat(copies()).containsExactly("2027-01-21");
    mapping("comma", "uuuu-MM-dd");
    run.asOf("2026-12-01").run(new IngestRetry());
    assertThat(copies()).containsExactly("2026-12-08");
  }

  private List<String> ledger() {
    return rows(
        "ingested_files",
        "status",
        "rows_read",
        "stored",
        "updated",
        "duplicate",
        "quarantined",
        "expired_on_arrival",
        "outside_catalogue");
  }

  private List<String> orders() {
    return rows("sales_orders", "order_id", "unit_price");
  }

  private List<String> quarantine() {
    return rows("quarantine", "table_name", "line", "column_name", "reason_code", "arrived_on");
  }

  private List<String> copies() {
    return run.table("ingested_files").select("copy_due_on").collectAsList().stream()
        .map(row -> row.get(0).toString())
        .toList();
  }

  private List<String> rows(String table, String first, String... more) {
    return run.table(table).select(first, more).collectAsList().stream()
        .map(Row::toString)
        .sorted()
        .toList();
  }
}
