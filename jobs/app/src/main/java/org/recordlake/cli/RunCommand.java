package org.recordlake.cli;

import java.util.concurrent.Callable;
import org.recordlake.job.JobOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Runs the steps the registry has under the command's name. */
@Command(mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {
  private final CliEnvironment environment;
  private final Jobs.Entry entry;

  @Mixin private final CommonOptions common = new CommonOptions();

  RunCommand(CliEnvironment environment, Jobs.Entry entry) {
    this.environment = environment;
    this.entry = entry;
  }

  @Override
  public Integer call() {
    JobRun run = new JobRun(environment, common);
    return entry.kind() == Jobs.Kind.WHOLE
        ? run.asOne(entry.steps().get(), JobOptions.DEFAULT)
        : run.run(entry.steps().get(), JobOptions.DEFAULT);
  }
}
