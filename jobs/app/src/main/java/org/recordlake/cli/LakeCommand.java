package org.recordlake.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.recordlake.config.Settings;
import org.recordlake.job.Job;
import org.recordlake.job.JobContext;
import org.recordlake.job.JobOptions;
import picocli.CommandLine.Mixin;

/** A command with the options every command understands; it gives its exit code. */
abstract class LakeCommand implements Callable<Integer> {
  final CliEnvironment environment;

  @Mixin final CommonOptions common = new CommonOptions();

  LakeCommand(CliEnvironment environment) {
    this.environment = environment;
  }

  final Settings settings() {
    return JobContexts.settings(environment, common);
  }

  final JobContext context() {
    return JobContexts.context(environment, common, JobOptions.DEFAULT, environment.progress());
  }

  final int run(Job<?> job) {
    return new JobRun(environment, common).run(List.of(job), JobOptions.DEFAULT);
  }
}
