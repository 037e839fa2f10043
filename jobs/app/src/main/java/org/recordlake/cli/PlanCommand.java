package org.recordlake.cli;

import java.util.concurrent.Callable;
import org.recordlake.job.JobOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Prints what its steps would do, and changes nothing. */
@Command(mixinStandardHelpOptions = true)
final class PlanCommand implements Callable<Integer> {
  private final Surroundings outside;
  private final Jobs.Entry entry;

  @Mixin private final CommonOptions common = new CommonOptions();

  PlanCommand(Surroundings outside, Jobs.Entry entry) {
    this.outside = outside;
    this.entry = entry;
  }

  @Override
  public Integer call() {
    return new JobRun(outside, common).plan(entry.steps().get(), JobOptions.DEFAULT);
  }
}
