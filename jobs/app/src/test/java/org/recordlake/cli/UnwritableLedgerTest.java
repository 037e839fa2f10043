package org.recordlake.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recordlake.job.JobResult;
import org.recordlake.problem.ExitCode;
import org.recordlake.problem.Failure;

/** A run whose steps cannot be written into the run ledger. */
class UnwritableLedgerTest {
  @TempDir Path folder;

  @Test
  void aStepThatFailsIsToldEvenIfTheLedgerFailsAfterIt() {
    StubJob bad =
        new StubJob(
            "bad",
            context -> {
              blockLedger();
              throw Failure.dataChecks("rows are missing", "sales", "Drop it again");
            });
    Cli.Answer answer = cli(StubJob.done("one"), bad).onOwnLake("go");
    assertThat(answer.code()).isEqualTo(ExitCode.STORAGE.code());
    assertThat(answer.results()).isEqualTo("one says so\n");
    assertThat(answer.messages())
        .contains(
            "recordlake: sales: rows are missing. Drop it again.",
            "recordlake: governance.job_runs: storage failed (");
  }

  @Test
  void aLedgerThatFailsAfterGoodStepsIsNoGoodRun() {
    StubJob good =
        new StubJob(
            "one",
            context -> {
              blockLedger();
              return JobResult.done(Map.of());
            });
    Cli.Answer answer = cli(good).onOwnLake("go");
    assertThat(answer.code()).isEqualTo(ExitCode.STORAGE.code());
    assertThat(answer.messages()).contains("governance.job_runs: storage failed (");
  }

  /** A file where the ledger's folder has to be. */
  private void blockLedger() {
    try {
      Path governance = Files.createDirectories(folder.resolve("lake").resolve("governance"));
      Files.createFile(governance.resolve("job_runs"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Cli cli(StubJob... steps) {
    return new Cli(folder, StubJob.registry(steps));
  }
}
