package org.recordlake.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recordlake.job.Job;
import org.recordlake.job.JobContext;
import org.recordlake.job.JobPlan;
import org.recordlake.job.JobResult;
import org.recordlake.job.JobRunner;
import org.recordlake.problem.ExitCode;
import org.recordlake.problem.Failure;
import org.recordlake.testing.ChildJvm;
import org.recordlake.testing.TestRun;

class LakeLockTest {
  @TempDir Path folder;

  @Test
  void oneRunAtATimeHoldsALake() {
    try (LakeLock first = LakeLock.acquire(folder, "first")) {
      assertThat(first.deadHolder()).isEmpty();
      assertThatThrownBy(() -> LakeLock.acquire(folder, "second"))
          .isInstanceOfSatisfying(
              Failure.class, failure -> assertThat(failure.exitCode()).isEqualTo(ExitCode.LOCKED))
          .hasMessageContaining("run first holds the lake");
    }
    try (LakeLock second = LakeLock.acquire(folder, "second")) {
      assertThat(second.deadHolder()).as("the first ended as it should").isEmpty();
    }
  }

  @Test
  void aFolderThatCannotBeMadeIsAFailureOfStorage() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    assertThatThrownBy(() -> LakeLock.acquire(file.resolve("lake"), "first"))
        .isInstanceOfSatisfying(
            Failure.class, failure -> assertThat(failure.exitCode()).isEqualTo(ExitCode.STORAGE));
  }

  @Test
  void aRunThatIsKilledIsNotedByTheNextOneWhichGoesOn() throws Exception {
    TestRun run = new TestRun(folder);
    Process holder = ChildJvm.start(Holder.class, run.lakeFolder().toString());
    try (BufferedReader said =
        new BufferedReader(
            new InputStreamReader(holder.getInputStream(), StandardCharsets.UTF_8))) {
      assertThat(said.readLine()).isEqualTo("holding");
      assertThatThrownBy(() -> new JobRunner(run.context()).run(List.of(new Quiet())))
          .hasMessageContaining("run run-that-dies holds the lake");
    } finally {
      holder.destroyForcibly().waitFor();
    }
    JobRunner.Outcome outcome = new JobRunner(run.context()).run(List.of(new Quiet()));
    assertThat(outcome.exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(run.notes()).anyMatch(note -> note.contains("Run run-that-dies died"));
    assertThat(run.table("job_runs").where("status = 'killed'").select("run_id").collectAsList())
        .extracting(Row::toString)
        .containsExactly("[run-that-dies]");
    assertThat(new JobRunner(run.context()).run(List.of(new Quiet())).exitCode())
        .isEqualTo(ExitCode.DONE);
    assertThat(run.table("job_runs").where("status = 'killed'").count()).isEqualTo(1);
  }

  /** Takes the lock and never gives it back. */
  static final class Holder {
    private Holder() {}

    public static void main(String[] arguments) throws InterruptedException {
      LakeLock lock = LakeLock.acquire(Path.of(arguments[0]), "run-that-dies");
      System.out.println("holding");
      Thread.sleep(600_000);
      lock.close();
    }
  }

  private static final class Quiet implements Job<JobPlan> {
    @Override
    public String name() {
      return "quiet";
    }

    @Override
    public JobPlan plan(JobContext context) {
      return List::of;
    }

    @Override
    public JobResult execute(JobPlan plan, JobContext context) {
      return JobResult.done(Map.of());
    }
  }
}
