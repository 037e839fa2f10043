package org.recordlake.cli;

import java.io.PrintStream;
import java.util.List;
import org.recordlake.job.Job;
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
    return options.dryRun() ? plan(jobs, jobOptions) : told(outside, runner(jobOptions).run(jobs));
  }

  int plan(List<? extends Job<?>> jobs, JobOptions jobOptions) {
    return told(outside, runner(jobOptions).dryRun(jobs));
  }

  private JobRunner runner(JobOptions jobOptions) {
    return new JobRunner(OpenLake.context(outside, options, jobOptions, outside.progress()));
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
