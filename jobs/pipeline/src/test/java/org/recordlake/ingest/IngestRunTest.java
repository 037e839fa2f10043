package org.recordlake.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchRuntimeException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recordlake.testing.TestRun;

/** Nothing that goes wrong in a run is left unsaid. */
class IngestRunTest {
  @Test
  void whenTwoTablesFailBothAreReportedAndNoFileOfTheirsIsNoted(@TempDir Path folder)
      throws IOException {
    TestRun run =
        new TestRun(folder)
            .drop(
                "events/a.csv",
                "event_id,name,kind,starts_on,ends_on,venue,city",
                "E1,Open house,open_house,2026-05-01,2026-05-02,Hall,Omaha")
            .drop(
                "sales/a.csv",
                "order_id,line_no,order_date,customer_id,service,description,quantity,unit_price,channel,cancelled",
                "O1,1,2026-10-01,,returns,y,1,2.50,online,false");
    damage(run, "events");
    damage(run, "sales_orders");
    RuntimeException failure = catchRuntimeException(() -> run.run(new Ingest()));
    assertThat(failure).isNotNull();
    assertThat(failure.getSuppressed()).hasSize(1).doesNotContain(failure);
    assertThat(run.table("ingested_files").count()).isZero();
  }

  @Test
  void whatCannotBeNotedAfterAFailureIsReportedBesideIt() {
    RuntimeException first = new IllegalStateException("a table failed");
    RuntimeException second = new IllegalStateException("the ledger cannot be written");
    IngestRun.Result failed = new IngestRun.Result(List.of(), List.of(), 0, Optional.of(first));
    assertThatThrownBy(
            () ->
                failed.afterwards(
                    () -> {
                      throw second;
                    }))
        .isSameAs(first)
        .hasSuppressedException(second);
    assertThatThrownBy(
            () ->
                new IngestRun.Result(List.of(), List.of(), 0, Optional.empty())
                    .afterwards(
                        () -> {
                          throw second;
                        }))
        .isSameAs(second);
  }

  /** Makes a table whose log nobody can read. */
  private static void damage(TestRun run, String table) throws IOException {
    Path log = run.lakeFolder().resolve("records/" + table + "/_delta_log");
    Files.createDirectories(log);
    Files.writeString(log.resolve("00000000000000000000.json"), "no log");
  }
}
