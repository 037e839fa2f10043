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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recordlake.ingest.Ingest;
import org.recordlake.testing.TestRun;

/** What was refused when it came: what it still keeps out, and what it does not. */
class LateAndCorrectedTest {
  @TempDir Path folder;
  private TestRun run;

  @BeforeEach
  void anEmptyLake() {
    run = new TestRun(folder);
  }

  @Test
  void oldRowsOfACustomerWhoCameTooLateAreTakenOnceTheCustomerIsCorrected() {
    customer("2026-11-22", "2023-11-21", "2023-11-25");
    assertThat(stored("customers")).isEmpty();
    customer("2026-11-23", "", "2023-11-26");
    run.asOf("2026-11-24").drop("crm/k.csv", CALLS, OLD_CALL).run(new Ingest());
    assertThat(stored("sales_calls")).containsExactly("K1");
    run.run(RetentionDelete.replay(Optional.empty()));
    assertThat(stored("sales_calls")).containsExactly("K1");
  }

  @Test
  void anExportOlderThanTheOneThatCameTooLateIsRefused() {
    customer("2026-11-22", "2023-11-21", "2023-11-25");
    customer("2026-11-23", "", "2023-11-24");
    assertThat(stored("customers")).isEmpty();
  }

  @Test
  void anOldCopyThatIsRefusedDatesNothingThatComesWithIt() {
    meeting("2026-11-22", "2024-11-22");
    run.asOf("2026-11-23").run(new RetentionDelete());
    meeting("2026-12-01", "2026-11-30");
    run.asOf("2026-12-02").drop("meetings/c.csv", CHAT, "M1,2026-12-01,1,chat,Hello");
    meeting("2026-12-02", "2024-11-22");
    run.run(new RetentionDelete());
    assertThat(stored("meetings")).containsExactly("M1");
    assertThat(stored("chat_messages")).containsExactly("M1");
  }

  @Test
  void whatWaitsGoesOnceItsCustomerIsRefusedAsTooLateAndWhatIsNewerWaitsOn() {
    run.drop("crm/k.csv", CALLS, OLD_CALL, "K2,C-000001,2024-05-01,Pat,won").run(new Ingest());
    run.run(new RetentionDelete());
    assertThat(stored("sales_calls")).containsExactly("K1", "K2");
    customer("2026-11-23", "2023-11-21", "2023-11-25");
    RetentionPlan plan = new RetentionDelete().plan(run.context());
    assertThat(plan.waiting()).extracting(RetentionPlan.Waiting::rows).containsExactly(1L);
    run.run(new RetentionDelete());
    assertThat(stored("sales_calls")).containsExactly("K2");
  }

  @Test
  void whatAHoldLetInAfterItsCustomerWasDestroyedGoesAfterItsRelease() {
    customer("2026-11-22", "2023-11-22", "2023-11-25");
    run.asOf("2026-11-23").run(new RetentionDelete());
    hold("2026-11-24", "");
    run.drop("crm/k.csv", CALLS, OLD_CALL.replace("Pat", "Kim")).run(new Ingest());
    run.drop("crm/k2.csv", CALLS, OLD_CALL).run(new Ingest());
    run.run(new RetentionDelete());
    assertThat(stored("sales_calls")).containsExactly("K1");
    assertThat(run.table("held_versions").count()).isEqualTo(1);
    hold("2026-11-25", "2026-11-25");
    run.run(new Ingest());
    run.run(new RetentionDelete());
    assertThat(stored("sales_calls")).isEmpty();
    assertThat(run.table("held_versions").count()).isZero();
  }

  @Test
  void anOldMessageOfAMeetingThatIsGoneTakesThePlaceOfNoNewerOne() {
    meeting("2026-11-22", "2024-11-22");
    run.asOf("2026-11-23").run(new RetentionDelete());
    message("2026-12-02", "M1,2026-12-01,1,chat,New");
    message("2026-12-03", "M1,2024-11-22,1,chat,Old");
    run.run(new RetentionDelete());
    assertThat(run.table("chat_messages").select("message").collectAsList())
        .extracting(row -> row.getString(0))
        .containsExactly("New");
  }

  @Test
  void anOlderVersionIsNotTakenAfterTheOneThatCameTooLateInOneFile() {
    run.drop(
            "crm/c.csv",
            CUSTOMERS,
            "C-000001,firm,Firm,20260,US,2015-01-01,2023-11-21,2023-11-25",
            "C-000001,firm,Firm,20260,US,2015-01-01,,2023-11-24")
        .run(new Ingest());
    assertThat(stored("customers")).isEmpty();
  }

  @Test
  void anOlderVersionIsNotTakenAfterTheOneThatCameTooLateWhenTheCustomerWasDestroyedOnce() {
    customer("2026-11-22", "2023-11-22", "2023-11-25");
    run.asOf("2026-11-23").run(new RetentionDelete());
    customer("2026-11-26", "2023-11-21", "2026-11-25");
    customer("2026-11-27", "", "2026-11-24");
    assertThat(stored("customers")).isEmpty();
    customer("2026-11-28", "", "2026-11-26");
    assertThat(stored("customers")).containsExactly("C-000001");
  }

  private void hold(String day, String released) {
    run.asOf(day)
        .drop(
            "holds/h-" + day + ".csv",
            "hold_id,matter,scope_column,scope_value,tables,placed_on,placed_by,released_on",
            "H1,Matter,customer_id,C-000001,sales_calls,2026-11-24,Office," + released);
  }

  private void message(String day, String row) {
    run.asOf(day).drop("meetings/c-" + day + ".csv", CHAT, row).run(new Ingest());
  }

  private void customer(String day, String ended, String updated) {
    String row = "C-000001,firm,Firm,20260,US,2015-01-01," + ended + "," + updated;
    run.asOf(day).drop("crm/c-" + day + ".csv", CUSTOMERS, row).run(new Ingest());
  }

  private void meeting(String day, String date) {
    String row = "M1," + date + ",Title " + day + ",zoom," + date + "T15:00:00Z";
    run.asOf(day).drop("meetings/m-" + day + ".csv", MEETINGS, row).run(new Ingest());
  }

  private List<String> stored(String table) {
    return DroppedRows.stored(run, table);
  }
}
