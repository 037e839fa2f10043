package org.recordlake.format.time;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.recordlake.config.Settings.DateOrder;

/**
 * Reads days and times in the forms that exports use: ISO 8601 with {@code T} or a blank, figures
 * with slashes, dots or hyphens in the order the layout or its file says, month names with or
 * without the day of the week, AM and PM in any spelling and behind any kind of blank, offsets; see
 * {@link LocalForms} for languages beside English. A year of two figures lies between 1950 and
 * 2049.
 */
public final class Moments {
  /** What stands in a cell whose text is no day or time, for the checks to find. */
  public static final String UNREADABLE = "not a date";

  /** No day or time is longer. */
  private static final int LONGEST = 64;

  private static final String TIME =
      "(?:(?:T|,? (?:at )?)(?<hour>\\d{1,2})[:.](?<minute>\\d{2})(?:[:.](?<second>\\d{2})(?:[.,]\\d{1,9})?)?"
          + "(?: ?(?<half>[AaPp])\\.? ?[Mm]\\.?)?)?";
  private static final String OFFSET = "(?: ?\\(?(?<offset>Z|UTC|GMT|[+-]\\d{2}:?\\d{2})\\)?)?";
  private static final String WEEKDAY = "(?:[A-Za-z]{3,9}\\.?,? )?";
  private static final Pattern ISO =
      Pattern.compile(
          "(?<year>\\d{4})([-/.])(?<month>\\d{1,2})\\2(?<day>\\d{1,2})" + TIME + OFFSET);
  private static final Pattern FIGURES =
      Pattern.compile(
          "(?<first>\\d{1,2})([/.-])(?<second1>\\d{1,2})\\2(?<year>\\d{4}|\\d{2})" + TIME + OFFSET);
  private static final Pattern MONTH_NAMED =
      Pattern.compile(
          WEEKDAY
              + "(?<month>[A-Za-z]{3,9})\\.? (?<day>\\d{1,2}),? (?<year>\\d{4})"
              + TIME
              + OFFSET);
  private static final Pattern DAY_NAMED =
      Pattern.compile(
          WEEKDAY
              + "(?<day>\\d{1,2})\\.?[ -](?<month>[A-Za-z]{3,9})\\.?[ -](?<year>\\d{4}|\\d{2})"
              + TIME
              + OFFSET);
  private static final String USUAL = "0000-00-00 00:00:00";
  private static final Map<String, Integer> MONTHS =
      Stream.of(Month.values())
          .collect(
              Collectors.toMap(
                  month -> month.name().substring(0, 3).toLowerCase(Locale.ROOT), Month::getValue));

  private Moments() {}

  /** The day {@code text} names, as a cell; {@link #UNREADABLE} if it names none. */
  public static String dayCell(String text, DateOrder order) {
    return day(text, order).map(LocalDate::toString).orElse(UNREADABLE);
  }

  /** The day {@code text} names. */
  public static Optional<LocalDate> day(String text, DateOrder order) {
    return moment(text, order).map(Moment::day);
  }

  /** The day or time {@code text} names. */
  public static Optional<Moment> moment(String text, DateOrder order) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      String stripped = text.strip();
      return isUsual(stripped) ? Optional.of(usual(stripped)) : unusual(plain(stripped), order);
    } catch (DateTimeException noSuchDayOrHour) {
      return Optional.empty();
    }
  }

  /** In English or, failing that, with the words of other languages put into English. */
  private static Optional<Moment> unusual(String plain, DateOrder order) {
    return inEnglish(plain, order).or(() -> inEnglish(LocalForms.inEnglish(plain), order));
  }

  /** With usual blanks and no marks, and none within figures, as in {@code 5. 11. 2026}. */
  static String plain(String text) {
    return text.replaceAll("\\p{Cf}", "")
        .replaceAll("[\\p{Z}\\s]+", " ")
        .strip()
        .replaceAll("(?<=^\\d{1,2}\\.|^\\d{1,2}\\. ?\\d{1,2}\\.) (?=\\d)", "");
  }

  private static Optional<Moment> inEnglish(String plain, DateOrder order) {
    Matcher iso = ISO.matcher(plain);
    if (iso.matches()) {
      return Optional.of(moment(iso, iso.group("month"), iso.group("day")));
    }
    Matcher figures = FIGURES.matcher(plain);
    if (figures.matches()) {
      String first = figures.group("first");
      String second = figures.group("second1");
      // Dots are written where the day comes first, whatever the layout's other figures.
      boolean monthFirst = order == DateOrder.MONTH_FIRST && !figures.group(2).equals(".");
      return Optional.of(
          monthFirst ? moment(figures, first, second) : moment(figures, second, first));
    }
    Matcher month = MONTH_NAMED.matcher(plain);
    if (month.matches()) {
      return named(month);
    }
    Matcher day = DAY_NAMED.matcher(plain);
    return day.matches() ? named(day) : Optional.empty();
  }

  /** Empty if the word in the place of the month is none. */
  private static Optional<Moment> named(Matcher found) {
    String month = found.group("month").substring(0, 3).toLowerCase(Locale.ROOT);
    return Optional.ofNullable(MONTHS.get(month))
        .map(number -> moment(found, "" + number, found.group("day")));
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
    return Moment.of(time, Optional.empty());
  }

  private static int number(String text, int from, int to) {
    return Integer.parseInt(text, from, to, 10);
  }

  private static Moment moment(Matcher found, String month, String day) {
    LocalDate date =
        LocalDate.of(year(found.group("year")), Integer.parseInt(month), Integer.parseInt(day));
    return new Moment(
        date.atTime(time(found)), offset(found.group("offset")), found.group("hour") != null);
  }

  private static int year(String text) {
    int year = Integer.parseInt(text);
    return text.length() > 2 ? year : year < 50 ? 2000 + year : 1900 + year;
  }

  private static LocalTime time(Matcher found) {
    if (found.group("hour") == null) {
      return LocalTime.MIDNIGHT;
    }
    int hour = Integer.parseInt(found.group("hour"));
    String half = found.group("half");
    if (half != null && (hour < 1 || hour > 12)) {
      throw new DateTimeException("no such hour");
    } else if (half != null) {
      hour = hour % 12 + (half.equalsIgnoreCase("p") ? 12 : 0);
    }
    String second = found.group("second");
    return LocalTime.of(
        hour,
        Integer.parseInt(found.group("minute")),
        second == null ? 0 : Integer.parseInt(second));
  }

  private static Optional<ZoneOffset> offset(String text) {
    if (text == null) {
      return Optional.empty();
    }
    return Optional.of(Character.isLetter(text.charAt(0)) ? ZoneOffset.UTC : ZoneOffset.of(text));
  }
}
