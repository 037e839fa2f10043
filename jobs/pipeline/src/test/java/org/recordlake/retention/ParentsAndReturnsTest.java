package org.recordlake.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.recordlake.retention.DroppedRows.CALLS;
import static org.recordlake.retention.DroppedRows.CHAT;
import static org.recordlake.retention.DroppedRows.CUSTOMERS;
import static org.recordlake.retention.DroppedRows.MEETINGS;
import static org.recordlake.retention.DroppedRows.OLD_CALL;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recordlake.ingest.Ingest;
import org.recordlake.job.JobResult;
import org.recordlake.testing.TestRun;

/**
 * Rows that come before their customer, meetings that are moved, and old exports of what is gone.
 * On 22 November 2026 three years since 21 November 2023 are over, and 24 months since 21 November
 * 2024.
 */
class ParentsAndReturnsTest {
  private static final String OPEN = "C-000001,firm,Firm,20260,US,2015-01-01,,2026-11-20";

  @TempDir Path folder;
  private TestRun run;

  @BeforeEach
  void anEmptyLake() {
    run = new TestRun(folder);
  }

  @Test
  void rowsWhoseCustomerIsNotThereWaitHoweverOldTheyAre() {
    run.drop("crm/bad.csv", CUSTOMERS, customer("C-000002", "none"), other(2), other(3))
        .drop("crm/k.csv", CALLS, OLD_CALL, "K9,C-000002,2016-05-01,Pat,won")
        .run(new Ingest());
    assertThat(run.run(new RetentionDelete()).counts()).containsEntry("deleted", 0L);
    assertThat(stored("sales_calls")).containsExactly("K1", "K9");
    assertThat(waiting()).containsExactly("sales_calls 2 2");
    run.asOf("2026-11-23")
        .drop("crm/good.csv", CUSTOMERS, OPEN, customer("C-000002", "20260"))
        .run(new Ingest());
    run.run(new RetentionDelete());
    assertThat(stored("sales_calls")).containsExactly("K1", "K9");
    assertThat(waiting()).isEmpty();
    run.asOf("2026-11-24")
        .drop(
            "crm/e.csv", CUSTOMERS, "C-000001,firm,Firm,20260,US,2015-01-01,2023-11-23,2026-11-24")
        .run(new Ingest());
    run.run(new RetentionDelete());
    assertThat(stored("sales_calls")).containsExactly("K9");
  }

  @Test
  void aMeetingThatIsMovedTakesEverythingWithIt() {
    run.asOf("2026-03-01")
        .drop(
            "meetings/m.csv",
            MEETINGS,
            meeting("M-back", "2026-01-10"),
            meeting("M-on", "2024-11-21"))
        .drop("meetings/c.csv", CHAT, chat("M-back", "2026-01-10"), chat("M-on", "2024-11-21"))
        .run(new Ingest());
    run.drop(
            "meetings/moved.csv",
            MEETINGS,
            meeting("M-back", "2024-11-21"),
            meeting("M-on", "2026-01-10"))
        .run(new Ingest());
    run.asOf("2026-11-21").run(new RetentionDelete());
    assertThat(stored("chat_messages")).containsExactly("M-back", "M-on");
    run.asOf("2026-11-22").run(new RetentionDelete());
    assertThat(stored("chat_messages")).containsExactly("M-on");
    assertThat(stored("meetings")).containsExactly("M-on");
  }

  @Test
  void whatIsGoneComesBackByNoOldExportAndByNoBackupButMayBeginAnew() {
    run.drop(
            "crm/c.csv",
            CUSTOMERS,
            "C-000001,firm,Firm,20260,US,2015-01-01,2023-11-22,2023-11-25",
            "C-000007,firm,Late,20260,US,2015-01-01,2023-11-21,2023-11-25")
        .drop("crm/k.csv", CALLS, OLD_CALL)
        .run(new Ingest());
    assertThat(stored("customers")).containsExactly("C-000001");
    List<Row> customers = run.table("customers").collectAsList();
    List<Row> calls = run.table("sales_calls").collectAsList();
    run.asOf("2026-11-23").run(new RetentionDelete());
    assertThat(stored("customers")).isEmpty();
    assertThat(stored("sales_calls")).isEmpty();

    restore("customers", customers);
    restore("sales_calls", calls);
    assertThat(stored("sales_calls")).containsExactly("K1");
    run.run(RetentionDelete.replay(Optional.empty()));
    assertThat(stored("customers")).isEmpty();
    assertThat(stored("sales_calls")).isEmpty();

    JobResult back =
        run.asOf("2026-11-25")
            .drop("crm/old.csv", CUSTOMERS, "C-000001,firm,Firm,20260,US,2015-01-01,,2022-01-01")
            .drop(
                "crm/k2.csv",
                CALLS,
                OLD_CALL,
                "K2,C-000001,2022-05-01,Pat,won",
                "K7,C-000007,2016-05-01,Pat,won")
            .run(new Ingest());
    assertThat(back.counts())
        .containsEntry("read", 4L)
        .containsEntry("disposed", 4L)
        .containsEntry("stored", 0L);
    assertThat(
            run.table("ingested_files")
                .where(
                    "rows_read <> stored + updated + duplicate + quarantined"
                        + " + expired_on_arrival + disposed + outside_catalogue")
                .count())
        .isZero();

    run.asOf("2026-12-01")
        .drop(
            "crm/anew.csv",
            CUSTOMERS,
            "C-000001,firm,Firm,20260,US,2026-11-30,,2026-11-30",
            "C-000007,firm,Corrected,20260,US,2015-01-01,,2023-11-26")
        .drop(
            "crm/both.csv", CALLS, OLD_CALL.replace("Pat", "Kim"), "K3,C-000001,2026-12-01,Pat,won")
        .run(new Ingest());
    assertThat(stored("customers")).containsExactly("C-000001", "C-000007");
    assertThat(stored("sales_calls")).containsExactly("K3");
  }

  @Test
  void aTokenThatIsDueInTheRunThatRenewsItStays() {
    customers("2026-11-22", "2023-11-22", "2023-11-25");
    run.asOf("2026-11-23").run(new RetentionDelete());
    customers("2035-01-01", "2033-11-23", "2034-01-01");
    run.asOf("2036-11-24").run(new RetentionDelete());
    assertThat(stored("customers")).isEmpty();
    customers("2036-11-25", "", "2034-01-01");
    assertThat(stored("customers")).isEmpty();
    run.asOf("2046-11-25").run(new RetentionDelete());
    assertThat(run.table("disposed_keys").count()).isZero();
  }

  private void customers(String day, String ended, String updated) {
    String row = "C-000001,firm,Firm,20260,US,2015-01-01," + ended + "," + updated;
    run.asOf(day).drop("crm/c-" + day + ".csv", CUSTOMERS, row).run(new Ingest());
  }

  private void restore(String table, List<Row> rows) {
    run.context()
        .lake()
        .append(
            table,
            org.recordlake.testing.SharedSpark.session()
                .createDataFrame(rows, run.table(table).schema()));
  }

  private static String other(int number) {
    return "C-00001%d,firm,Other,20260,US,2015-01-01,,2026-11-20".formatted(number);
  }

  private static String customer(String id, String zip) {
    return id + ",firm,Firm," + zip + ",US,2015-01-01,,2026-11-20";
  }

  private static String meeting(String id, String day) {
    return id + "," + day + ",Title,zoom," + day + "T15:00:00Z";
  }

  private static String chat(String meeting, String day) {
    return meeting + "," + day + ",1,chat,Hello";
  }

  /** Table, rows that wait, and those that have waited longer than their period. */
  private List<String> waiting() {
    return new RetentionDelete()
        .plan(run.context()).waiting().stream()
            .map(each -> each.table() + " " + each.rows() + " " + each.overlong())
            .toList();
  }

  private List<String> stored(String table) {
    return DroppedRows.stored(run, table);
  }
}
