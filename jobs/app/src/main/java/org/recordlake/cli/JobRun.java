package org.recordlake.cli;

import java.io.PrintStream;
import java.time.LocalDate;
import java.util.List;
import org.recordlake.job.Job;
import org.recordlake.job.JobContext;
import org.recordlake.job.JobOptions;
import org.recordlake.job.JobRunner;
import org.recordlake.job.JobRunner.Outcome;
import org.recordlake.problem.Problem;

/** Runs the jobs of a command, or prints their plans, and tells how it went. */
final class JobRun {
  private final CliEnvironment environment;
  private final CommonOptions options;

  JobRun(CliEnvironment environment, CommonOptions options) {
    this.environment = environment;
    this.options = options;
  }

  int run(List<? extends Job<?>> jobs, JobOptions jobOptions) {
    return run(jobs, context(jobOptions));
  }

  /** Runs {@code jobs} as one piece of work: it ends as the gravest of them does. */
  int asOne(List<? extends Job<?>> jobs, JobOptions jobOptions) {
    JobRunner runner = new JobRunner(context(jobOptions));
    Outcome outcome = options.dryRun() ? runner.dryRun(jobs) : runner.runAsOne(jobs);
    return told(environment, outcome);
  }

  private int run(List<? extends Job<?>> jobs, JobContext context) {
    JobRunner runner = new JobRunner(context);
    return told(environment, options.dryRun() ? runner.dryRun(jobs) : runner.run(jobs));
  }

  int plan(List<? extends Job<?>> jobs, JobOptions jobOptions) {
    return told(environment, new JobRunner(context(jobOptions)).dryRun(jobs));
  }

  /** Runs a step as on each day asked for; the first day that does not end well is the last. */
  int run(Jobs.Entry entry, StepOptions step) {
    if (!step.backfill()) {
      return run(entry.steps().get(), step.jobOptions());
    }
    List<LocalDate> days =
        step.days(
            options.asOf(),
            JobContexts.today(environment, JobContexts.settings(environment, options)));
    JobContext context = context(step.jobOptions());
    int code = 0;
    for (LocalDate day : days) {
      environment.progress().note("as on " + day);
      code = run(entry.steps().get(), context.on(day, JobContexts.runId(environment)));
      if (code != 0) {
        break;
      }
    }
    return code;
  }

  private JobContext context(JobOptions jobOptions) {
    return JobContexts.context(environment, options, jobOptions, environment.progress());
  }

  static int told(CliEnvironment environment, Outcome outcome) {
    outcome.output().forEach(environment.results()::println);
    environment.results().flush();
    tell(environment.messages(), outcome.problems());
    return outcome.exitCode().code();
  }

  static void tell(PrintStream messages, List<Problem> problems) {
    problems.forEach(problem -> messages.println("recordlake: " + problem));
  }
}
