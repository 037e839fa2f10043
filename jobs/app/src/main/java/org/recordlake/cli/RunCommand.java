package org.recordlake.cli;

import org.recordlake.job.JobOptions;
import picocli.CommandLine.Command;

/** Runs the steps the registry has under the command's name. */
@Command(mixinStandardHelpOptions = true)
final class RunCommand extends LakeCommand {
  private final Jobs.Entry entry;

  RunCommand(CliEnvironment environment, Jobs.Entry entry) {
    super(environment);
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
