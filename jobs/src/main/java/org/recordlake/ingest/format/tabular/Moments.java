package org.recordlake.ingest.format.tabular;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads days and times in the forms that exports use: ISO 8601 with {@code T} or a blank, figures
 * with slashes, dots or hyphens in the layout's own order, English month names, AM and PM, offsets.
 * A year of two figures lies between 1950 and 2049.
 */
public final class Moments {
  /** What stands in a cell whose text is no day or time, for the checks to find. */
  public static final String UNREADABLE = "not a date";

  private static final String TIME =
      "(?:(?:T|,? +)(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,]\\d{1,9})?)?(?: ?([AaPp])\\.?[Mm]\\.?)?)?";
  private static final String OFFSET = " ?(Z|UTC|GMT|[+-]\\d{2}:?\\d{2})?";
  private static final Pattern ISO =
      Pattern.compile("(\\d{4})[-/](\\d{1,2})[-/](\\d{1,2})" + TIME + OFFSET);
  private static final Pattern FIGURES =
      Pattern.compile("(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{4}|\\d{2})" + TIME + OFFSET);
  private static final Pattern MONTH_NAMED =
      Pattern.compile("([A-Za-z]{3,9})\\.? (\\d{1,2}),? (\\d{4})" + TIME + OFFSET);
  private static final Pattern DAY_NAMED =
      Pattern.compile("(\\d{1,2})[ -]([A-Za-z]{3,9})\\.?[ -](\\d{4}|\\d{2})" + TIME + OFFSET);
  private static final String USUAL = "0000-00-00 00:00:00";
  private static final DateTimeFormatter INSTANT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'Z'", Locale.ROOT);
  private static final Map<String, Integer> MONTHS =
      Stream.of(Month.values())
          .collect(
              Collectors.toMap(
                  month -> month.name().substring(0, 3).toLowerCase(Locale.ROOT), Month::getValue));

  private Moments() {}

  /** A time as it is written, with its offset where it names one. */
  public record Moment(LocalDateTime written, Optional<ZoneOffset> offset) {
    /** As a UTC instant such as {@code 2026-11-22T15:04:05Z}. */
    public String utc(ZoneId zone) {
      return written
          .atZone(offset.map(ZoneId.class::cast).orElse(zone))
          .withZoneSameInstant(ZoneOffset.UTC)
          .truncatedTo(ChronoUnit.SECONDS)
          .format(INSTANT);
    }
  }

  /** The day {@code text} names, as a cell; {@link #UNREADABLE} if it names none. */
  public static String dayCell(String text, DateOrder order) {
    return moment(text, order)
        .map(found -> found.written().toLocalDate().toString())
        .orElse(UNREADABLE);
  }

  /** The instant {@code text} names, as a cell; {@link #UNREADABLE} if it names none. */
  public static String instantCell(String text, DateOrder order, ZoneId zone) {
    return moment(text, order).map(found -> found.utc(zone)).orElse(UNREADABLE);
  }

  /** The day {@code text} names. */
  public static Optional<LocalDate> day(String text, DateOrder order) {
    return moment(text, order).map(found -> found.written().toLocalDate());
  }

  /** The day or time {@code text} names; a day alone begins at midnight. */
  public static Optional<Moment> moment(String text, DateOrder order) {
    String plain = text.strip();
    try {
      if (isUsual(plain)) {
        return Optional.of(usual(plain));
      }
      Matcher iso = ISO.matcher(plain);
      if (iso.matches()) {
        return Optional.of(moment(iso, 1, 2, 3));
      }
      Matcher figures = FIGURES.matcher(plain);
      if (figures.matches()) {
        // Dots are written where the day comes first, whatever the layout's other figures.
        boolean monthFirst = order == DateOrder.MONTH_FIRST && plain.indexOf('.') < 0;
        return Optional.of(monthFirst ? moment(figures, 3, 1, 2) : moment(figures, 3, 2, 1));
      }
      return named(plain);
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }

  /** Whether {@code text} has the form 2026-11-22 15:04:05, as most times in exports have. */
  private static boolean isUsual(String text) {
    if (text.length() != USUAL.length()) {
      return false;
    }
    for (int i = 0; i < USUAL.length(); i++) {
      char c = text.charAt(i);
      boolean digit = c >= '0' && c <= '9';
      if (USUAL.charAt(i) == '0' ? !digit : c != USUAL.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static Moment usual(String text) {
    LocalDateTime time =
        LocalDateTime.of(
            number(text, 0, 4),
            number(text, 5, 7),
            number(text, 8, 10),
            number(text, 11, 13),
            number(text, 14, 16),
            number(text, 17, 19));
    return new Moment(time, Optional.empty());
  }

  private static int number(String text, int from, int to) {
    return Integer.parseInt(text, from, to, 10);
  }

  private static Optional<Moment> named(String text) {
    Matcher month = MONTH_NAMED.matcher(text);
    if (month.matches()) {
      return Optional.of(moment(month, 3, 1, 2));
    }
    Matcher day = DAY_NAMED.matcher(text);
    return day.matches() ? Optional.of(moment(day, 3, 2, 1)) : Optional.empty();
  }

  private static Moment moment(Matcher found, int year, int month, int day) {
    LocalDate date =
        LocalDate.of(
            year(found.group(year)), month(found.group(month)), Integer.parseInt(found.group(day)));
    return new Moment(date.atTime(time(found)), offset(found.group(8)));
  }

  private static int year(String text) {
    int year = Integer.parseInt(text);
    return text.length() > 2 ? year : year < 50 ? 2000 + year : 1900 + year;
  }

  private static int month(String text) {
    if (Character.isDigit(text.charAt(0))) {
      return Integer.parseInt(text);
    }
    return Optional.ofNullable(MONTHS.get(text.substring(0, 3).toLowerCase(Locale.ROOT)))
        .orElseThrow(() -> new DateTimeException("no such month"));
  }

  private static LocalTime time(Matcher found) {
    if (found.group(4) == null) {
      return LocalTime.MIDNIGHT;
    }
    int hour = Integer.parseInt(found.group(4));
    Function<String, Integer> number = text -> text == null ? 0 : Integer.parseInt(text);
    String half = found.group(7);
    if (half != null && (hour < 1 || hour > 12)) {
      throw new DateTimeException("no such hour");
    } else if (half != null) {
      hour = hour % 12 + (half.equalsIgnoreCase("p") ? 12 : 0);
    }
    return LocalTime.of(hour, number.apply(found.group(5)), number.apply(found.group(6)));
  }

  private static Optional<ZoneOffset> offset(String text) {
    if (text == null) {
      return Optional.empty();
    }
    return Optional.of(Character.isLetter(text.charAt(0)) ? ZoneOffset.UTC : ZoneOffset.of(text));
  }
}
