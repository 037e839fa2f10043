package org.recordlake.cli;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.recordlake.job.JobOptions;
import org.recordlake.retention.ReleaseHold;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Releases a legal hold. */
@Command(
    name = "release",
    mixinStandardHelpOptions = true,
    description = "Release a legal hold: what was due under it falls to the next retention run.")
final class HoldReleaseCommand implements Callable<Integer> {
  private final Surroundings outside;

  @Parameters(paramLabel = "ID", description = "Number of the hold.")
  private String id;

  @Option(names = "--by", required = true, paramLabel = "NAME", description = "Who releases it.")
  private String releasedBy;

  @Option(
      names = "--released-on",
      paramLabel = "DATE",
      description = "First day without the hold; the day of the run without it.")
  private Optional<LocalDate> releasedOn = Optional.empty();

  @Mixin private final CommonOptions common = new CommonOptions();

  HoldReleaseCommand(Surroundings outside) {
    this.outside = outside;
  }

  @Override
  public Integer call() {
    LocalDate day =
        releasedOn
            .or(common::asOf)
            .orElseGet(() -> OpenLake.today(outside, OpenLake.settings(outside, common)));
    return new JobRun(outside, common)
        .run(List.of(new ReleaseHold(id, day, releasedBy)), JobOptions.DEFAULT);
  }
}
