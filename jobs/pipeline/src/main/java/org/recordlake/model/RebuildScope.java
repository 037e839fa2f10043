package org.recordlake.model;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.recordlake.catalog.Incremental;

/** How much of a stale mart is made anew. */
public sealed interface RebuildScope {
  /** All rows. */
  RebuildScope WHOLE = new Whole();

  /** All rows. */
  record Whole() implements RebuildScope {}

  /**
   * The rows of those customers whose records changed.
   *
   * @param since tables that changed, with the version the mart was made from
   * @param passed the days the mart was made for and is to be made for, where they differ
   */
  record Touched(Incremental how, Map<String, Long> since, Optional<Passed> passed)
      implements RebuildScope {
    public Touched {
      since = Map.copyOf(since);
    }
  }

  /** Two days, the earlier first. */
  record Passed(LocalDate earlier, LocalDate later) {
    static Passed between(LocalDate one, LocalDate other) {
      return one.isBefore(other) ? new Passed(one, other) : new Passed(other, one);
    }
  }
}
