package org.recordlake.format.time;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.recordlake.config.Settings.DateOrder;

/**
 * How one file writes its times.
 *
 * @param zone in which times are meant that name none
 * @param order of day and month in dates of numbers, see {@link DateEvidence}
 */
public record FileTimes(ZoneId zone, DateOrder order) {
  private static final int EARLIEST_YEAR = 1990;
  private static final int LATEST_YEAR = 2199;

  /** The same file's other times, meant in another zone. */
  public FileTimes in(ZoneId other) {
    return new FileTimes(other, order);
  }

  /** The moment that {@code text} names; empty if it names none, or a day alone. */
  public Optional<Instant> instant(String text) {
    return Moments.moment(text, order)
        .filter(Moment::timed)
        .filter(found -> isPlausible(found.day().getYear()))
        .map(found -> found.instant(zone));
  }

  /** The moment as the lake's tables take it. */
  public Optional<String> utc(String text) {
    return instant(text).map(Instant::toString);
  }

  private static boolean isPlausible(int year) {
    return year >= EARLIEST_YEAR && year <= LATEST_YEAR;
  }
}
