package org.recordlake.format.time;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.recordlake.config.Settings.DateOrder;

/**
 * Whether dates such as {@code 05/11/22} put the month or the day first. One file is written in one
 * order, so it is decided once for the whole file and by its evidence: a number above 12 can only
 * be a day; else dots between the numbers put the day first, and AM or PM in capitals the month;
 * else the configured rule holds.
 */
public final class DateEvidence {
  private static final Pattern NUMBERS =
      Pattern.compile("^\\s*(\\d{1,2})([./-])(\\d{1,2})\\2\\d{2,4}\\b(.*)$", Pattern.DOTALL);

  /** No date is longer. */
  private static final int LONGEST = 64;

  private DateEvidence() {}

  /**
   * The order of one file.
   *
   * @param dates every date of it
   * @param otherwise the rule where they give no evidence
   */
  public static DateOrder order(List<String> dates, DateOrder otherwise) {
    Evidence numbers = new Evidence();
    Evidence marks = new Evidence();
    for (String date : dates) {
      Matcher parts = NUMBERS.matcher(date.length() <= LONGEST ? Moments.plain(date) : "");
      if (parts.matches()) {
        numbers.note(Integer.parseInt(parts.group(1)) > 12, Integer.parseInt(parts.group(3)) > 12);
        marks.note(parts.group(2).equals("."), parts.group(4).matches("(?s).*[AP]M\\s*"));
      }
    }
    return numbers.decided(marks.decided(otherwise));
  }

  /** What speaks for either order; where both are spoken for, neither is. */
  private static final class Evidence {
    private boolean day;
    private boolean month;

    void note(boolean forDay, boolean forMonth) {
      day |= forDay;
      month |= forMonth;
    }

    DateOrder decided(DateOrder otherwise) {
      if (day == month) {
        return otherwise;
      }
      return day ? DateOrder.DAY_FIRST : DateOrder.MONTH_FIRST;
    }
  }
}
