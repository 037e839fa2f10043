package org.recordlake.catalog;

import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;

/**
 * A paragraph of the retention schedule. A period ends with its anniversary day; the record is
 * destroyed by the first run after that day.
 *
 * @param citation paragraph of the notice or of the law
 */
public record RetentionRule(
    String id,
    String citation,
    String covers,
    String trigger,
    Period period,
    Destruction destruction) {

  /**
   * What stands between the last day of a record and its destruction.
   *
   * @param noticeDays days a disposal notice must stand before it, 0 for none
   * @param approvals further persons who must approve, 0 for none
   * @param never why what the rule covers is counted but never destroyed by a run; empty if it is
   */
  public record Destruction(int noticeDays, int approvals, Optional<String> never) {
    /** The first run after the last day destroys. */
    public static final Destruction AT_ONCE = new Destruction(0, 0, Optional.empty());
  }

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

  /**
   * The latest day on which a record may have been triggered that a run of {@code asOf} destroys.
   */
  public LocalDate lastPastTrigger(LocalDate asOf) {
    LocalDate day = asOf.minus(period).plusDays(4);
    while (!isDue(day, asOf)) {
      day = day.minusDays(1);
    }
    return day;
  }
}
