package org.recordlake.cli;

import java.time.LocalDate;
import java.util.Optional;
import org.recordlake.job.JobOptions;
import picocli.CommandLine.Option;

/** How much a single step is to work over again. */
final class StepOptions {
  @Option(names = "--full", description = "Rebuild instead of following what changed.")
  private boolean full;

  @Option(names = "--from", paramLabel = "DATE", description = "First day of a backfill.")
  private LocalDate from;

  @Option(names = "--to", paramLabel = "DATE", description = "Last day of a backfill.")
  private LocalDate to;

  JobOptions jobOptions() {
    return new JobOptions(full, Optional.ofNullable(from), Optional.ofNullable(to));
  }
}
