package org.recordlake.cli;

import java.util.concurrent.Callable;
import org.recordlake.job.JobOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Prints what its steps would do, and changes nothing. */
@Command(mixinStandardHelpOptions = true)
final class PlanCommand implements Callable<Integer> {
  private final CliEnvironment environment;
  private final Jobs.Entry entry;

  @Mixin private final CommonOptions common = new CommonOptions();

  PlanCommand(CliEnvironment environment, Jobs.Entry entry) {
    this.environment = environment;
    this.entry = entry;
  }

  @Override
  public Integer call() {
    return new JobRun(environment, common).plan(entry.steps().get(), JobOptions.DEFAULT);
  }
}
