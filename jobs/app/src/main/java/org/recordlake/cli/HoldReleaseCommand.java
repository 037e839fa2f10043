package org.recordlake.cli;

import java.time.LocalDate;
import org.recordlake.config.Settings;
import org.recordlake.retention.ReleaseHold;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Ends a legal hold. */
@Command(
    name = "release",
    mixinStandardHelpOptions = true,
    description = "Release a legal hold: what it kept past its day is due at the next run.")
final class HoldReleaseCommand extends LakeCommand {
  @Parameters(paramLabel = "ID", description = "Number of the hold, from 'hold list'.")
  private String id;

  @Option(names = "--by", required = true, paramLabel = "NAME", description = "Who releases it.")
  private String by;

  @Option(
      names = "--on",
      paramLabel = "DATE",
      description = "First day it no longer counts. Default: the as-of day.")
  private LocalDate on;

  HoldReleaseCommand(CliEnvironment environment) {
    super(environment);
  }

  @Override
  public Integer call() {
    Settings settings = settings();
    LocalDate day = on == null ? JobContexts.asOf(environment, common, settings) : on;
    return run(new ReleaseHold(id, day, by));
  }
}
