package org.recordlake.cli;

import java.util.Optional;
import org.recordlake.job.JobOptions;
import org.recordlake.retention.RetentionDelete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Destroys again what a restored backup brought back. */
@Command(
    name = "replay",
    mixinStandardHelpOptions = true,
    description = {
      "Destroy again what was destroyed before and is back, after a backup was restored.",
      "What it is, the lake's tokens of destroyed keys tell. If they were restored too, and so are",
      "as old as the backup, name with --tokens a lake that has newer ones."
    })
final class RetentionReplayCommand extends LakeCommand {
  @Option(
      names = "--tokens",
      paramLabel = "LAKE",
      description = "Root of another lake of the same keys whose tokens of destroyed keys count.")
  private Optional<String> tokens = Optional.empty();

  RetentionReplayCommand(CliEnvironment environment) {
    super(environment);
  }

  @Override
  public Integer call() {
    return new JobRun(environment, common)
        .asOne(Jobs.disposal(RetentionDelete.replay(tokens)), JobOptions.DEFAULT);
  }
}
