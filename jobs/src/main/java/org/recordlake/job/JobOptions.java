package org.recordlake.job;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What the user asked of a run beyond the defaults.
 *
 * @param full rebuild instead of following the change
 * @param from first day of a backfill
 * @param to last day of a backfill
 */
public record JobOptions(boolean full, Optional<LocalDate> from, Optional<LocalDate> to) {
  public static final JobOptions DEFAULT =
      new JobOptions(false, Optional.empty(), Optional.empty());
}
