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
  private final Surroundings outside;
  private final CommonOptions options;

  JobRun(Surroundings outside, CommonOptions options) {
    this.outside = outside;
    this.options = options;
  }

  int run(List<? extends Job<?>> jobs, JobOptions jobOptions) {
    return run(jobs, context(jobOptions));
  }

  private int run(List<? extends Job<?>> jobs, JobContext context) {
    JobRunner runner = new JobRunner(context);
    return told(outside, options.dryRun() ? runner.dryRun(jobs) : runner.run(jobs));
  }

  int plan(List<? extends Job<?>> jobs, JobOptions jobOptions) {
    return told(outside, new JobRunner(context(jobOptions)).dryRun(jobs));
  }

  /** Runs a step as on each day asked for; the first day that does not end well is the last. */
  int run(Jobs.Entry entry, StepOptions step) {
    if (!step.backfill()) {
      return run(entry.steps().get(), step.jobOptions());
    }
    List<LocalDate> days =
        step.days(options.asOf(), OpenLake.today(outside, OpenLake.settings(outside, options)));
    JobContext context = context(step.jobOptions());
    int code = 0;
    for (LocalDate day : days) {
      outside.progress().note("as on " + day);
      code = run(entry.steps().get(), context.on(day, OpenLake.runId(outside)));
      if (code != 0) {
        break;
      }
    }
    return code;
  }

  private JobContext context(JobOptions jobOptions) {
    return OpenLake.context(outside, options, jobOptions, outside.progress());
  }

  static int told(Surroundings outside, Outcome outcome) {
    outcome.output().forEach(outside.results()::println);
    outside.results().flush();
    tell(outside.messages(), outcome.problems());
    return outcome.exitCode().code();
  }

  static void tell(PrintStream messages, List<Problem> problems) {
    problems.forEach(problem -> messages.println("recordlake: " + problem));
  }
}
