package org.recordlake.cli;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.recordlake.job.JobOptions;
import org.recordlake.problem.Failure;
import picocli.CommandLine.Option;

/** How much a single step is to work over again, and as on which days. */
final class StepOptions {
  @Option(names = "--full", description = "Rebuild instead of following what changed.")
  private boolean full;

  @Option(
      names = "--from",
      paramLabel = "DATE",
      description = {
        "Run once as on every day from this one to --to, oldest first, as if each night had been",
        "kept; the first day that fails ends it."
      })
  private LocalDate from;

  @Option(
      names = "--to",
      paramLabel = "DATE",
      description = "Last day of a backfill. Default: today.")
  private LocalDate to;

  JobOptions jobOptions() {
    return new JobOptions(full);
  }

  boolean backfill() {
    return from != null || to != null;
  }

  /**
   * The days of the backfill, oldest first.
   *
   * @param asOf the day of {@code --as-of}, if given
   * @param today the day where the installation is
   * @throws Failure wrong use, when the days make no stretch or {@code --as-of} names another one
   */
  List<LocalDate> days(Optional<LocalDate> asOf, LocalDate today) {
    if (asOf.isPresent()) {
      throw wrong("--as-of names one day and a backfill many", "Leave one of them out");
    }
    if (from == null) {
      throw wrong("--to has no --from", "Say with --from where the backfill starts");
    }
    LocalDate last = to == null ? today : to;
    if (from.isAfter(last)) {
      throw wrong(from + " is after " + last, "Give the earlier day to --from");
    }
    return from.datesUntil(last.plusDays(1)).toList();
  }

  private static Failure wrong(String what, String mend) {
    return Failure.usage(what, "--from/--to", mend);
  }
}
