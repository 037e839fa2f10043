package org.recordlake.job;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.recordlake.lake.LakeLock;
import org.recordlake.lake.PrivateFolders;
import org.recordlake.problem.ExitCode;
import org.recordlake.problem.Failure;
import org.recordlake.problem.Problem;

/**
 * Runs jobs one after the other under one lake lock, writes each into the run ledger and turns what
 * happened into one exit code. With {@code dryRun} it stops at the plans.
 */
public final class JobRunner {
  private static final Logger LOG = LogManager.getLogger(JobRunner.class);

  private final JobContext context;
  private final RunLedger ledger;

  public JobRunner(JobContext context) {
    this.context = context;
    this.ledger = new RunLedger(context);
  }

  /** What the steps came to: the weightiest exit code, and the lines for standard output. */
  public record Outcome(ExitCode exitCode, List<String> output, List<Problem> problems) {
    /** The same, when what the steps came to could not be written down either. */
    private Outcome and(Diagnosis unrecorded) {
      Diagnosis both = new Diagnosis(exitCode, problems).and(unrecorded);
      return new Outcome(both.exitCode(), output, both.problems());
    }
  }

  /**
   * The plans of all {@code jobs} as the lake stands now; nothing is locked, written or destroyed.
   */
  public Outcome dryRun(List<? extends Job<?>> jobs) {
    List<String> lines = new ArrayList<>();
    for (Job<?> job : jobs) {
      lines.add(job.name() + ":");
      List<String> plan = job.plan(context).lines();
      (plan.isEmpty() ? Stream.of("nothing to do") : plan.stream())
          .map(line -> "  " + line)
          .forEach(lines::add);
    }
    return new Outcome(ExitCode.DONE, lines, List.of());
  }

  /**
   * Runs {@code jobs} in order. A failure that leaves the lake whole does not stop the jobs after
   * it, except storage failures and bugs. What the steps came to is told even if the ledger or the
   * lock fails after them.
   *
   * @throws Failure (locked) if another run holds the lake
   */
  public Outcome run(List<? extends Job<?>> jobs) {
    return run(jobs, bad -> ExitCode.PARTLY);
  }

  /** As {@link #run}, for steps that are one piece of work: it ends as the gravest of them does. */
  public Outcome runAsOne(List<? extends Job<?>> jobs) {
    return run(jobs, bad -> bad.stream().reduce(ExitCode.DONE, ExitCode::graver));
  }

  private Outcome run(List<? extends Job<?>> jobs, Function<List<ExitCode>, ExitCode> notAllDone) {
    List<Step> steps = new ArrayList<>();
    try (LakeLock lock = LakeLock.acquire(java.nio.file.Path.of(localRoot()), context.runId())) {
      lock.deadHolder().ifPresent(this::noteDeadRun);
      PrivateFolders.close(context.settings()).forEach(this::noteOpen);
      ledger.newestDay().filter(context.asOf()::isBefore).ifPresent(this::noteGoingBack);
      run(jobs, steps);
      ledger.write(steps);
    } catch (Exception | Error thrown) {
      if (steps.isEmpty()) {
        throw thrown;
      }
      Diagnosis unrecorded = Diagnosis.of(thrown, "governance." + RunLedger.TABLE);
      LOG.error("ledger outcome={} problems={}", unrecorded.exitCode(), unrecorded.problems());
      return outcome(steps, jobs.size(), notAllDone).and(unrecorded);
    }
    return outcome(steps, jobs.size(), notAllDone);
  }

  private void run(List<? extends Job<?>> jobs, List<Step> steps) {
    for (Job<?> job : jobs) {
      Step step = step(job, steps.size() + 1);
      steps.add(step);
      if (step.result().exitCode().endsRun()) {
        return;
      }
    }
  }

  /** One executed step, as the ledger keeps it. */
  record Step(int number, String job, JobResult result, Instant startedAt, Instant endedAt) {}

  private String localRoot() {
    String root = context.lake().root();
    if (root.startsWith("file:")) {
      return java.net.URI.create(root).getPath();
    }
    if (root.matches("[A-Za-z][A-Za-z0-9+.-]+:.*")) {
      throw Failure.storage(
          "this lake cannot be locked yet: only local folders can",
          root,
          "Use a lake on a local or mounted folder",
          null);
    }
    return root;
  }

  private void noteDeadRun(String deadRun) {
    context
        .progress()
        .note(
            "Run "
                + deadRun
                + " died while it held the lake; this run takes over where it stopped.");
    ledger.died(deadRun);
  }

  private void noteOpen(java.nio.file.Path folder) {
    context
        .progress()
        .note("Warning: others may look into " + folder + ", which is not this user's to close.");
  }

  private void noteGoingBack(LocalDate newest) {
    context
        .progress()
        .note(
            "Warning: this run works as on "
                + context.asOf()
                + ", but the lake has seen "
                + newest
                + ". What came or was destroyed since stays so, and marts and reports now describe"
                + " the earlier day. Leave --as-of out, or give "
                + newest
                + " or later, unless that is meant.");
  }

  private <P extends JobPlan> Step step(Job<P> job, int number) {
    context.progress().note(job.name() + " …");
    context
        .lake()
        .spark()
        .sparkContext()
        .setJobGroup(context.runId(), "recordlake " + job.name(), false);
    Instant start = context.clock().instant();
    JobResult result = result(job);
    Step step = new Step(number, job.name(), result, start, context.clock().instant());
    LOG.info("step={} outcome={} counts={}", job.name(), result.exitCode(), result.counts());
    context.progress().note(StepLine.ended(step));
    return step;
  }

  /** Spark throws checked exceptions it does not declare, so nothing less than all is caught. */
  private <P extends JobPlan> JobResult result(Job<P> job) {
    try {
      return job.execute(job.plan(context), context);
    } catch (Exception | Error thrown) {
      Diagnosis diagnosis = Diagnosis.of(thrown, job.name());
      LOG.error(
          "step={} outcome={} problems={}", job.name(), diagnosis.exitCode(), diagnosis.problems());
      return new JobResult(diagnosis.exitCode(), Map.of(), diagnosis.problems(), List.of());
    }
  }

  private static Outcome outcome(
      List<Step> steps, int planned, Function<List<ExitCode>, ExitCode> notAllDone) {
    List<String> output = steps.stream().flatMap(step -> step.result().output().stream()).toList();
    List<Problem> problems =
        steps.stream().flatMap(step -> step.result().problems().stream()).toList();
    List<ExitCode> bad =
        steps.stream()
            .map(step -> step.result().exitCode())
            .filter(code -> code != ExitCode.DONE)
            .toList();
    return new Outcome(exitCode(bad, steps.size(), planned, notAllDone), output, problems);
  }

  private static ExitCode exitCode(
      List<ExitCode> bad,
      int executed,
      int planned,
      Function<List<ExitCode>, ExitCode> notAllDone) {
    if (bad.isEmpty()) {
      return ExitCode.DONE;
    }
    boolean stoppedEarly = executed < planned || bad.stream().anyMatch(ExitCode::endsRun);
    return planned == 1 || stoppedEarly ? bad.get(bad.size() - 1) : notAllDone.apply(bad);
  }
}
