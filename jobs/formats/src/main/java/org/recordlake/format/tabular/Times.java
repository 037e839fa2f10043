package org.recordlake.format.tabular;

import java.util.Optional;
import org.recordlake.config.Settings.DateOrder;
import org.recordlake.format.time.Moment;
import org.recordlake.format.time.Moments;

/**
 * Reads the days and times of one file. Lines that follow one another often bear the same one, as
 * those of an order do; so the last is remembered with what it means.
 */
public final class Times {
  private final DateOrder order;
  private String last = "";
  private Time meant = new Time("", "");

  /**
   * @param order how the file writes days in figures
   */
  public Times(DateOrder order) {
    this.order = order;
  }

  /**
   * A day or time, as cells.
   *
   * @param day such as {@code 2026-11-22}; {@link Moments#UNREADABLE} if none is written, empty if
   *     nothing is
   * @param time such as {@code 2026-11-22T15:04} or {@code 2026-11-22T15:04:05}, as it is written
   *     and in no zone; empty if no day is written
   */
  public record Time(String day, String time) {
    private static Time of(String text, Optional<Moment> moment) {
      return moment
          .map(found -> new Time(found.day().toString(), found.written().toString()))
          .orElseGet(() -> new Time(text.isEmpty() ? "" : Moments.UNREADABLE, ""));
    }
  }

  /** What {@code text} says. */
  Time read(String text) {
    if (!text.equals(last)) {
      meant = Time.of(text, Moments.moment(text, order));
      last = text;
    }
    return meant;
  }

  /** The day {@code text} names, as a cell. */
  String dayCell(String text) {
    return Moments.dayCell(text, order);
  }
}
