package org.recordlake.retention;

import static org.assertj.core.api.Assertions.assertThat;

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
  private static final String CUSTOMERS =
      "customer_id,kind,customer_name,zip,country,relationship_started_on,relationship_ended_on,"
          + "updated_on";
  private static final String CALLS = "call_id,customer_id,called_on,employee_name,outcome";
  private static final String MEETINGS = "meeting_id,meeting_date,topic,platform,started_at";
  private static final String CHAT = "meeting_id,meeting_date,message_id,kind,message";
  private static final String OLD_CALL = "K1,C-000001,2016-05-01,Pat,won";

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

  private void customer(String day, String ended, String updated) {
    String row = "C-000001,firm,Firm,20260,US,2015-01-01," + ended + "," + updated;
    run.asOf(day).drop("crm/c-" + day + ".csv", CUSTOMERS, row).run(new Ingest());
  }

  private void meeting(String day, String date) {
    String row = "M1," + date + ",Title " + day + ",zoom," + date + "T15:00:00Z";
    run.asOf(day).drop("meetings/m-" + day + ".csv", MEETINGS, row).run(new Ingest());
  }

  private List<String> stored(String table) {
    return run
        .table(table)
        .select(run.context().catalog().table(table).key().get(0))
        .collectAsList()
        .stream()
        .map(row -> row.getString(0))
        .toList();
  }
}
