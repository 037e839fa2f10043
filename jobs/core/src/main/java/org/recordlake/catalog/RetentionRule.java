package org.recordlake.catalog;

import java.time.LocalDate;
import java.time.Period;

/**
 * A paragraph of the retention schedule. A period ends with its anniversary day; the record is
 * destroyed by the first run after that day.
 *
 * @param citation paragraph of the notice or of the law
 * @param noticeDays days a disposal notice must stand before destruction, 0 for none
 * @param approvals further persons who must approve, 0 for none
 */
public record RetentionRule(
    String id,
    String citation,
    String covers,
    String trigger,
    Period period,
    int noticeDays,
    int approvals) {

  /**
   * Last day a record triggered on {@code trigger} may be kept. 29 February falls back to 28
   * February in common years.
   */
  public LocalDate dueOn(LocalDate trigger) {
    return trigger.plus(period);
  }

  /** Whether a record triggered on {@code trigger} must be destroyed by a run of {@code asOf}. */
  public boolean isDue(LocalDate trigger, LocalDate asOf) {
    return asOf.isAfter(dueOn(trigger));
  }
}
