package org.recordlake.cli;

import java.util.concurrent.Callable;
import org.recordlake.job.JobOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Runs the steps the registry has under the command's name. */
@Command(mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {
  private final Surroundings outside;
  private final Jobs.Entry entry;

  @Mixin private final CommonOptions common = new CommonOptions();

  RunCommand(Surroundings outside, Jobs.Entry entry) {
    this.outside = outside;
    this.entry = entry;
  }

  @Override
  public Integer call() {
    return new JobRun(outside, common).run(entry.steps().get(), JobOptions.DEFAULT);
  }
}
