package org.recordlake.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recordlake.testing.TestRun;

/** What the ledger of runs says of a step. */
class RunLedgerTest {
  @TempDir Path folder;

  @Test
  void aStepBeginsBeforeItEnds() {
    TestRun run = new TestRun(folder);
    Instant began = Instant.parse("2026-11-22T01:00:00Z");
    Instant ended = Instant.parse("2026-11-22T01:07:00Z");
    new RunLedger(run.context())
        .write(List.of(new JobRunner.Step(1, "ingest", JobResult.done(Map.of()), began, ended)));
    Row row = run.table("job_runs").collectAsList().get(0);
    assertThat(row.<Timestamp>getAs("started_at").toInstant()).isEqualTo(began);
    assertThat(row.<Timestamp>getAs("ended_at").toInstant()).isEqualTo(ended);
  }
}
