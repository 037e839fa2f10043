package org.recordlake.generate;

import java.time.LocalDate;

/**
 * The months the generated history covers, the last of them cut off at the day on which it ends.
 */
record Timeline(LocalDate endOn, int months) {

  LocalDate firstDay() {
    return month(0);
  }

  /** First day of the month with this number, 0 being the earliest. */
  LocalDate month(int number) {
    return endOn.withDayOfMonth(1).minusMonths(months - 1L - number);
  }

  LocalDate lastDayOf(int number) {
    return earlier(month(number).plusMonths(1).minusDays(1), endOn);
  }

  boolean contains(LocalDate day) {
    return !day.isBefore(firstDay()) && !day.isAfter(endOn);
  }

  /**
   * The first day of a stretch of months before the end, or of the history if that is shorter.
   * Systems that keep the schedule hold nothing older.
   */
  LocalDate back(int monthsBack) {
    return later(endOn.minusMonths(monthsBack), firstDay());
  }

  static LocalDate earlier(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? one : other;
  }

  static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }
}
