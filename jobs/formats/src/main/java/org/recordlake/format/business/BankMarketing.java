package org.recordlake.format.business;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.recordlake.format.tabular.Fields;
import org.recordlake.format.tabular.StableKey;
import org.recordlake.format.time.Moments;

/** What lines of UCI Bank Marketing tell only together, see {@code words/bank-marketing.txt}. */
final class BankMarketing {
  /** The longest time between two days of one date, 29 February. */
  private static final int LEAP_CYCLE = 8;

  private static final String[][] DAY_AND_MONTH = {{"day", "dayofweek"}, {"month"}};

  private BankMarketing() {}

  static String key(Fields fields) {
    return "BM-"
        + StableKey.text(
            fields.record().fields().stream().map(String::strip).toArray(String[]::new));
  }

  /** The day of contact, if the answer is yes. */
  static Optional<String> responded(Fields fields, String[][] answer) {
    return isYes(fields, answer[0]) ? lastSuchDay(fields, DAY_AND_MONTH) : Optional.empty();
  }

  static boolean isYes(Fields fields, String[] answer) {
    return fields.text(answer).filter("yes"::equalsIgnoreCase).isPresent();
  }

  /** {@code yes} and {@code no} as true and false; anything else stays, for the checks to find. */
  static String truth(String answer) {
    String word = answer.toLowerCase(Locale.ROOT);
    return word.equals("yes") ? "true" : word.equals("no") ? "false" : word;
  }

  /**
   * The last day of such a name or number in such a month, on or before the file was made.
   *
   * @param names of the day, and of the month
   */
  static Optional<String> lastSuchDay(Fields fields, String[][] names) {
    String day = fields.text(names[0]).orElse("").toUpperCase(Locale.ROOT);
    String month = fields.text(names[1]).orElse("").toUpperCase(Locale.ROOT);
    int number = day.matches("\\d{1,9}") ? Integer.parseInt(day) : 0;
    LocalDate last = fields.exportedOn();
    LocalDate first = LocalDate.of(last.getYear() - LEAP_CYCLE, 1, 1);
    return Stream.iterate(last, date -> !date.isBefore(first), date -> date.minusDays(1))
        .filter(date -> begins(date.getMonth(), month))
        .filter(date -> date.getDayOfMonth() == number || begins(date.getDayOfWeek(), day))
        .findFirst()
        .map(LocalDate::toString)
        .or(() -> Optional.of(Moments.UNREADABLE));
  }

  private static boolean begins(Enum<?> named, String beginning) {
    return beginning.length() >= 3 && named.name().startsWith(beginning);
  }
}
