package org.recordlake.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Runs one step, if asked to over a stretch of days or from scratch. */
@Command(mixinStandardHelpOptions = true)
final class BackfillCommand implements Callable<Integer> {
  private final CliEnvironment environment;
  private final Jobs.Entry entry;

  @Mixin private final CommonOptions common = new CommonOptions();

  @Mixin private final StepOptions step = new StepOptions();

  BackfillCommand(CliEnvironment environment, Jobs.Entry entry) {
    this.environment = environment;
    this.entry = entry;
  }

  @Override
  public Integer call() {
    return new JobRun(environment, common).run(entry, step);
  }
}
