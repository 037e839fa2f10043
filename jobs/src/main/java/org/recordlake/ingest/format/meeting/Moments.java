package org.recordlake.ingest.format.meeting;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.recordlake.config.Settings.DateOrder;

/**
 * Reads the times of one file: ISO, {@code Dec 14, 2020 10:01:16}, {@code 14 Dec 2020 10:01},
 * {@code 09/03/2020 09:03:16 AM}, {@code 15/11/22, 09:30:17}, {@code 15.11.2022 09:30}.
 *
 * @param zone in which times are meant that name none
 * @param order of day and month in dates of numbers
 */
record Moments(ZoneId zone, DateOrder order) {
  private static final String TIME =
      "(\\d{1,2})[:.](\\d{2})(?:[:.](\\d{2})(?:[.,]\\d{1,9})?)?\\s*([AaPp]\\.?\\s?[Mm]\\.?)?"
          + "\\s*\\(?(Z|UTC|GMT|[+-]\\d{2}:?\\d{2})?\\)?";
  private static final Pattern NUMBERS =
      Pattern.compile("(\\d{1,4})([./-])(\\d{1,2})\\2(\\d{1,4})(?:,?\\s+|T)" + TIME);
  private static final Pattern MONTH_NAMED =
      Pattern.compile("([A-Za-z]{3,9})\\.?\\s+(\\d{1,2}),?\\s+(\\d{4}),?\\s+" + TIME);
  private static final Pattern DAY_BEFORE_NAME =
      Pattern.compile("(\\d{1,2})\\.?[ -]([A-Za-z]{3,9})\\.?[ -](\\d{4}),?\\s+" + TIME);
  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

  /** No time is longer. */
  private static final int LONGEST = 64;

  private static final int EARLIEST_YEAR = 1990;
  private static final int LATEST_YEAR = 2199;

  /** The same file's other times, meant in another zone. */
  Moments in(ZoneId other) {
    return new Moments(other, order);
  }

  /** The moment that {@code text} names; empty if it names none. */
  Optional<Instant> instant(String text) {
    String plain = text.replaceAll("[\\p{Z}\\s]+", " ").strip();
    if (plain.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      return numbers(plain).or(() -> named(plain));
    } catch (DateTimeException e) {
      // A day or an hour that no calendar or clock has.
      return Optional.empty();
    }
  }

  /** The moment as the lake's tables take it. */
  Optional<String> utc(String text) {
    return instant(text).map(Instant::toString);
  }

  private Optional<Instant> numbers(String text) {
    Matcher matcher = NUMBERS.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    int first = Integer.parseInt(matcher.group(1));
    int second = Integer.parseInt(matcher.group(3));
    int third = Integer.parseInt(matcher.group(4));
    if (matcher.group(1).length() == 4) {
      return at(first, second, third, matcher, 5);
    }
    int year = matcher.group(4).length() <= 2 ? 2000 + third : third;
    return order == DateOrder.MONTH_FIRST
        ? at(year, first, second, matcher, 5)
        : at(year, second, first, matcher, 5);
  }

  private Optional<Instant> named(String text) {
    Matcher monthFirst = MONTH_NAMED.matcher(text);
    if (monthFirst.matches()) {
      return at(
          Integer.parseInt(monthFirst.group(3)),
          month(monthFirst.group(1)),
          Integer.parseInt(monthFirst.group(2)),
          monthFirst,
          4);
    }
    Matcher dayFirst = DAY_BEFORE_NAME.matcher(text);
    if (dayFirst.matches()) {
      return at(
          Integer.parseInt(dayFirst.group(3)),
          month(dayFirst.group(2)),
          Integer.parseInt(dayFirst.group(1)),
          dayFirst,
          4);
    }
    return Optional.empty();
  }

  private static int month(String name) {
    return 1 + MONTHS.indexOf(name.substring(0, 3).toLowerCase(Locale.ROOT));
  }

  private Optional<Instant> at(int year, int month, int day, Matcher matcher, int time) {
    if (year < EARLIEST_YEAR || year > LATEST_YEAR) {
      return Optional.empty();
    }
    LocalDateTime local = LocalDateTime.of(LocalDate.of(year, month, day), time(matcher, time));
    String named = matcher.group(time + 4);
    return Optional.of(local.atZone(named == null ? zone : zoneOf(named)).toInstant());
  }

  private static LocalTime time(Matcher matcher, int group) {
    int hour = Integer.parseInt(matcher.group(group));
    int minute = Integer.parseInt(matcher.group(group + 1));
    int second = matcher.group(group + 2) == null ? 0 : Integer.parseInt(matcher.group(group + 2));
    String half = matcher.group(group + 3);
    if (half == null) {
      return LocalTime.of(hour, minute, second);
    }
    if (hour < 1 || hour > 12) {
      throw new DateTimeException("no hour of half a day");
    }
    boolean afternoon = half.toLowerCase(Locale.ROOT).startsWith("p");
    return LocalTime.of(hour % 12 + (afternoon ? 12 : 0), minute, second);
  }

  private static ZoneId zoneOf(String named) {
    return named.matches("Z|UTC|GMT") ? ZoneOffset.UTC : ZoneOffset.of(named);
  }
}
