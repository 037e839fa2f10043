package org.recordlake.cli;

import org.recordlake.job.JobOptions;
import picocli.CommandLine.Command;

/** Prints what its steps would do, and changes nothing. */
@Command(mixinStandardHelpOptions = true)
final class PlanCommand extends LakeCommand {
  private final Jobs.Entry entry;

  PlanCommand(CliEnvironment environment, Jobs.Entry entry) {
    super(environment);
    this.entry = entry;
  }

  @Override
  public Integer call() {
    return new JobRun(environment, common).plan(entry.steps().get(), JobOptions.DEFAULT);
  }
}
