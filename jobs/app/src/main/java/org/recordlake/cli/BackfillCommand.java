package org.recordlake.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Runs one step, if asked to over a stretch of days or from scratch. */
@Command(mixinStandardHelpOptions = true)
final class BackfillCommand extends LakeCommand {
  private final Jobs.Entry entry;

  @Mixin private final StepOptions step = new StepOptions();

  BackfillCommand(CliEnvironment environment, Jobs.Entry entry) {
    super(environment);
    this.entry = entry;
  }

  @Override
  public Integer call() {
    return new JobRun(environment, common).run(entry, step);
  }
}
