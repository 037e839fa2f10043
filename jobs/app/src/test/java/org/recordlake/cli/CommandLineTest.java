package org.recordlake.cli;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.FileNotFoundException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recordlake.catalog.CatalogLoader;
import org.recordlake.job.JobContext;
import org.recordlake.job.JobResult;
import org.recordlake.lake.Lake;
import org.recordlake.lake.LakeLock;
import org.recordlake.problem.ExitCode;
import org.recordlake.problem.Failure;
import org.recordlake.problem.Problem;
import org.recordlake.testing.ProjectFolder;
import org.recordlake.testing.SharedSpark;

class CommandLineTest {
  private static final String CANARY = "Ms-Canary-Bird";

  @TempDir Path folder;

  @Test
  void aGoodRunPrintsItsResultsOnStandardOutputAndTheRestBesideIt() {
    Cli.Answer answer = cli(StubJob.done("one"), StubJob.done("two")).onOwnLake("go");
    assertThat(answer.code()).isZero();
    assertThat(answer.results()).isEqualTo("one says so\ntwo says so\n");
    assertThat(answer.messages())
        .contains("one …\n", "one: done in ", "1,234 rows", "two …\n", "DEVELOPMENT KEYS");
  }

  @Test
  void everyStepIsInTheRunLedger() {
    cli(StubJob.done("one"), failing("two", Failure.dataChecks("bad rows", "x", "Mend it")))
        .onOwnLake("go", "--as-of", "2026-01-31");
    List<Row> runs =
        lake()
            .read("job_runs")
            .orderBy("step_no")
            .select("job", "status", "exit_code", "as_of")
            .collectAsList();
    assertThat(runs)
        .extracting(Row::toString)
        .containsExactly("[one,done,0,2026-01-31]", "[two,data_checks,4,2026-01-31]");
  }

  @Test
  void aBackfillRunsTheStepAsOnEveryDayOldestFirst() {
    Cli.Answer answer =
        cli(StubJob.done("one")).onOwnLake("step", "--from", "2026-11-20", "--to", "2026-11-22");
    assertThat(answer.code()).isZero();
    assertThat(ranAsOn()).containsExactly("2026-11-20", "2026-11-21", "2026-11-22");
    assertThat(lake().read("job_runs").select("run_id").distinct().count()).isEqualTo(3);
  }

  @Test
  void aBackfillEndsWithToday() {
    cli(StubJob.done("one")).at("2026-11-22T17:00:00Z").onOwnLake("step", "--from", "2026-11-21");
    assertThat(ranAsOn()).containsExactly("2026-11-21", "2026-11-22");
  }

  @Test
  void theFirstDayThatFailsEndsABackfill() {
    StubJob bad = failing("bad", Failure.dataChecks("rows are missing", "sales", "Drop it again"));
    Cli.Answer answer = cli(bad).onOwnLake("step", "--from", "2026-11-20", "--to", "2026-11-22");
    assertThat(answer.code()).isEqualTo(ExitCode.DATA_CHECKS.code());
    assertThat(ranAsOn()).containsExactly("2026-11-20");
  }

  @Test
  void aBackfillThatMakesNoStretchOfDaysIsWrongUse() {
    for (List<String> days :
        List.of(
            List.of("--to", "2026-11-22"),
            List.of("--from", "2026-11-23", "--to", "2026-11-22"),
            List.of("--from", "2026-11-20", "--as-of", "2026-11-22"))) {
      List<String> arguments = new ArrayList<>(List.of("step"));
      arguments.addAll(days);
      Cli.Answer answer = cli(StubJob.done("one")).onOwnLake(arguments.toArray(String[]::new));
      assertThat(answer.code()).as("%s", days).isEqualTo(ExitCode.USAGE.code());
      assertThat(answer.messages()).contains("recordlake: --from/--to: ");
    }
  }

  private List<String> ranAsOn() {
    return lake()
        .read("job_runs")
        .orderBy("as_of")
        .select(col("as_of").cast("string"))
        .as(Encoders.STRING())
        .collectAsList();
  }

  @Test
  void aBadStepAmongGoodOnesIsPartlyDone() {
    StubJob bad = failing("bad", Failure.dataChecks("rows are missing", "sales", "Drop it again"));
    Cli.Answer answer = cli(StubJob.done("one"), bad, StubJob.done("two")).onOwnLake("go");
    assertThat(answer.code()).isEqualTo(ExitCode.PARTLY.code());
    assertThat(answer.results()).contains("two says so");
    assertThat(answer.messages()).contains("recordlake: sales: rows are missing. Drop it again.");
  }

  @Test
  void aBadStepAloneGivesItsOwnCode() {
    JobResult half =
        new JobResult(
            ExitCode.DATA_CHECKS,
            Map.of(),
            List.of(new Problem("one file was bad", "a.csv", "Mend it")),
            List.of("the rest is in"));
    Cli.Answer answer = cli(new StubJob("one", context -> half)).onOwnLake("go");
    assertThat(answer.code()).isEqualTo(ExitCode.DATA_CHECKS.code());
    assertThat(answer.results()).isEqualTo("the rest is in\n");
  }

  @Test
  void aBugEndsTheRunAndKeepsItsMessageToItself() {
    StubJob bug = failing("bug", new IllegalStateException("row of " + CANARY));
    Cli.Answer answer = cli(bug, StubJob.done("after")).onOwnLake("go");
    assertThat(answer.code()).isEqualTo(ExitCode.BUG.code());
    assertThat(answer.results()).isEmpty();
    assertThat(answer.messages())
        .contains("unexpected IllegalStateException")
        .doesNotContain(CANARY);
  }

  @Test
  void aMistakeOfTheProgrammersThatIsNoExceptionIsABugToo() {
    StubJob bug =
        new StubJob(
            "bug",
            context -> {
              throw new AssertionError(CANARY);
            });
    Cli.Answer answer = cli(bug).onOwnLake("go");
    assertThat(answer.code()).isEqualTo(ExitCode.BUG.code());
    assertThat(answer.messages()).contains("AssertionError").doesNotContain(CANARY);
  }

  @Test
  void storageThatFailsBeneathALibraryIsTold() {
    RuntimeException lost = new UncheckedIOException(new FileNotFoundException(CANARY));
    Cli.Answer answer = cli(failing("one", new IllegalStateException(lost))).onOwnLake("go");
    assertThat(answer.code()).isEqualTo(ExitCode.STORAGE.code());
    assertThat(answer.messages())
        .contains("storage failed (FileNotFoundException)", "recordlake doctor")
        .doesNotContain(CANARY);
  }

  @Test
  void aLakeHeldByAnotherRunIsLeftAlone() {
    try (LakeLock held = LakeLock.acquire(folder.resolve("lake"), "run-of-another")) {
      Cli.Answer answer = cli(StubJob.done("one")).onOwnLake("go");
      assertThat(answer.code()).isEqualTo(ExitCode.LOCKED.code());
      assertThat(answer.messages()).contains("run run-of-another holds the lake");
      assertThat(answer.results()).isEmpty();
    }
  }

  @Test
  void dryRunPrintsThePlanAndMakesNothing() {
    Cli.Answer answer = cli(StubJob.done("one")).onOwnLake("go", "--dry-run");
    assertThat(answer.code()).isZero();
    assertThat(answer.results()).isEqualTo("one:\n  would work as of 2026-11-22\n");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void stepsThatAreOnePieceOfWorkEndAsTheGravestOfThem() {
    Cli cli =
        cli(StubJob.done("one"), failing("two", Failure.dataChecks("bad rows", "two", "Look")));
    assertThat(cli.onOwnLake("steps", "whole").code()).isEqualTo(ExitCode.DATA_CHECKS.code());
    assertThat(cli.onOwnLake("go").code()).isEqualTo(ExitCode.PARTLY.code());
  }

  @Test
  void withoutAsOfTheDayIsTheConfiguredZones() {
    Cli cli = cli(StubJob.done("one")).at("2026-11-23T04:59:00Z");
    assertThat(cli.onOwnLake("go", "--dry-run").results()).contains("as of 2026-11-22");
    assertThat(cli.onOwnLake("go", "--dry-run", "--set", "timeZone=UTC").results())
        .contains("as of 2026-11-23");
  }

  @Test
  void optionsReachTheJob() {
    AtomicReference<JobContext> seen = new AtomicReference<>();
    StubJob job =
        new StubJob(
            "one",
            context -> {
              seen.set(context);
              return JobResult.done(Map.of());
            });
    cli(job)
        .onOwnLake(
            "step",
            "--full",
            "--landing=drop",
            "--reports=s3a://bucket/reports",
            "--set=ingest.parallelTables=7");
    assertThat(seen.get().options().full()).isTrue();
    assertThat(seen.get().settings().landing().uri()).isEqualTo(folder.resolve("drop").toString());
    assertThat(seen.get().settings().reportsUri()).isEqualTo("s3a://bucket/reports");
    assertThat(seen.get().settings().ingest().parallelTables()).isEqualTo(7);
  }

  @Test
  void wrongUseOfTheCommandLineIsTwo() {
    Cli cli = cli(StubJob.done("one"));
    assertThat(cli.run("nonsense").code()).isEqualTo(ExitCode.USAGE.code());
    assertThat(cli.run("go", "--no-such-option").code()).isEqualTo(ExitCode.USAGE.code());
    Cli.Answer noDay = cli.run("go", "--as-of", "tomorrow");
    assertThat(noDay.code()).isEqualTo(ExitCode.USAGE.code());
    assertThat(noDay.messages())
        .contains("recordlake go: ", "'--as-of'", "the form 2026-11-22", "recordlake go --help")
        .doesNotContain("java.", "Exception");
    Cli.Answer noNumber = cli.run("generate", "--customers=many");
    assertThat(noNumber.code()).isEqualTo(ExitCode.USAGE.code());
    assertThat(noNumber.messages()).contains("many").doesNotContain("java.", "Exception");
    assertThat(cli.run("steps").code()).isEqualTo(ExitCode.USAGE.code());
    assertThat(cli.run("query", "select 1", "--operator", "A").code())
        .isEqualTo(ExitCode.USAGE.code());
  }

  @Test
  void goingBackInTimeIsWarnedOf() {
    Cli cli = cli(StubJob.done("one"));
    assertThat(cli.onOwnLake("go", "--as-of", "2026-11-22").messages()).doesNotContain("Warning");
    assertThat(cli.onOwnLake("go", "--as-of", "2026-11-22").messages()).doesNotContain("Warning");
    Cli.Answer back = cli.onOwnLake("go", "--as-of", "2026-11-20");
    assertThat(back.code()).isZero();
    assertThat(back.messages())
        .contains("Warning: this run works as on 2026-11-20, but the lake has seen 2026-11-22.");
  }

  @Test
  void theDoctorEndsAsARunWouldAndTellsTheRest() {
    Cli.Answer answer =
        cli(StubJob.done("one"))
            .onOwnLake("doctor", "--set", "notice=no-such-notice", "--landing", "nowhere");
    assertThat(answer.code()).isEqualTo(ExitCode.CONFIGURATION.code());
    assertThat(answer.results()).contains("FAIL  catalogue", "FAIL  landing", "keys", "disk");
  }

  @Test
  void aMistakeInTheSettingsIsThree() {
    Cli cli = cli(StubJob.done("one"));
    assertThat(cli.run("go", "--conf", "nowhere.yaml").code())
        .isEqualTo(ExitCode.CONFIGURATION.code());
    Cli.Answer unknown = cli.onOwnLake("go", "--set", "lakes=x");
    assertThat(unknown.code()).isEqualTo(ExitCode.CONFIGURATION.code());
    assertThat(unknown.messages()).contains("lakes: unknown key");
  }

  @Test
  void helpAndVersionAreAnswered() {
    Cli cli = cli(StubJob.done("one"));
    Cli.Answer help = cli.run("--help");
    assertThat(help.code()).isZero();
    assertThat(help.results()).contains("go", "doctor", "7   another run holds the lake");
    assertThat(cli.run("go", "--help").results()).contains("--as-of=DATE", "Runs the steps.");
    assertThat(cli.run("query", "--help").results()).contains("longer than 80");
    assertThat(cli.run("--version").results()).startsWith("Recordlake ");
  }

  private Cli cli(StubJob... steps) {
    return new Cli(folder, StubJob.registry(steps));
  }

  private static StubJob failing(String name, RuntimeException failure) {
    return new StubJob(
        name,
        context -> {
          throw failure;
        });
  }

  private Lake lake() {
    return new Lake(
        SharedSpark.session(),
        folder.resolve("lake").toString(),
        CatalogLoader.load(ProjectFolder.conf(), "usps-890-000"));
  }
}
