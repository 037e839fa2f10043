package org.recordlake.cli;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.recordlake.config.Settings;
import org.recordlake.job.JobOptions;
import org.recordlake.retention.ReleaseHold;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Ends a legal hold. */
@Command(
    name = "release",
    mixinStandardHelpOptions = true,
    description = "Release a legal hold: what it kept past its day is due at the next run.")
final class HoldReleaseCommand implements Callable<Integer> {
  private final Surroundings outside;

  @Parameters(paramLabel = "ID", description = "Number of the hold, from 'hold list'.")
  private String id;

  @Option(names = "--by", required = true, paramLabel = "NAME", description = "Who releases it.")
  private String by;

  @Option(
      names = "--on",
      paramLabel = "DATE",
      description = "First day it no longer counts. Default: the as-of day.")
  private LocalDate on;

  @Mixin private final CommonOptions common = new CommonOptions();

  HoldReleaseCommand(Surroundings outside) {
    this.outside = outside;
  }

  @Override
  public Integer call() {
    Settings settings = OpenLake.settings(outside, common);
    LocalDate day = on == null ? OpenLake.asOf(outside, common, settings) : on;
    return new JobRun(outside, common)
        .run(List.of(new ReleaseHold(id, day, by)), JobOptions.DEFAULT);
  }
}
