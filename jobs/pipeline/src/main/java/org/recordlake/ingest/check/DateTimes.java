package org.recordlake.ingest.check;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Days and times as Spark's casts of texts understand them, in UTC where a text names no zone. Only
 * a time without a day is none here: the day would be the one on which the machine reads it.
 */
final class DateTimes {
  private static final String FIGURES = "([0-9]{1,2})";
  private static final Pattern DATE =
      Pattern.compile(
          "([+-]?[0-9]{4,7})(?:-" + FIGURES + "(?:-" + FIGURES + "(?:[ T].*)?)?)?", Pattern.DOTALL);
  private static final Pattern TIMESTAMP =
      Pattern.compile(
          "([+-]?[0-9]{4,6})(?:-FF(?:-FF(?:[ T]FF(?::FF(?::FF(?:[.]([0-9]*))?([^0-9.].*)?)?)?)?)?)?"
              .replace("FF", FIGURES));

  private DateTimes() {}

  /** The day that {@code text} tells; null if it tells none. */
  static LocalDate day(String text) {
    Matcher found = DATE.matcher(text);
    try {
      LocalDate day = found.matches() ? day(found) : null;
      return day == null || day.toEpochDay() != (int) day.toEpochDay() ? null : day;
    } catch (DateTimeException noSuchDay) {
      return null;
    }
  }

  /** The moment that {@code text} tells, to the microsecond; null if it tells none. */
  static Instant instant(String text) {
    Matcher found = TIMESTAMP.matcher(text);
    if (!found.matches()) {
      return null;
    }
    try {
      LocalTime time =
          LocalTime.of(part(found, 4, 0), part(found, 5, 0), part(found, 6, 0), nanos(found));
      Instant instant = ZonedDateTime.of(day(found), time, zone(found.group(8))).toInstant();
      micros(instant);
      return instant;
    } catch (DateTimeException | ArithmeticException noSuchTime) {
      return null;
    }
  }

  /**
   * Microseconds since 1970.
   *
   * @throws ArithmeticException if they are more than a long holds
   */
  static long micros(Instant time) {
    return Math.addExact(
        Math.multiplyExact(time.getEpochSecond(), 1_000_000L), time.getNano() / 1000);
  }

  private static LocalDate day(Matcher found) {
    return LocalDate.of(part(found, 1, 1), part(found, 2, 1), part(found, 3, 1));
  }

  private static int part(Matcher found, int group, int otherwise) {
    return found.group(group) == null ? otherwise : Integer.parseInt(found.group(group));
  }

  private static int nanos(Matcher found) {
    String fraction = found.group(7) == null ? "" : found.group(7);
    return Integer.parseInt((fraction + "000000").substring(0, 6)) * 1000;
  }

  /** Hours and minutes of an offset may have one figure. */
  private static ZoneId zone(String text) {
    if (text == null) {
      return ZoneOffset.UTC;
    }
    String padded =
        text.strip()
            .replaceFirst("([+-])(\\d):", "$10$2:")
            .replaceFirst("([+-])(\\d\\d):(\\d)$", "$1$2:0$3");
    return ZoneId.of(padded, ZoneId.SHORT_IDS);
  }
}
