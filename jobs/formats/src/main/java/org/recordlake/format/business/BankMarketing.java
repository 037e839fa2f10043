package org.recordlake.format.business;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.recordlake.format.DaysFrom;
import org.recordlake.format.RawRow;
import org.recordlake.format.TableShape;
import org.recordlake.format.tabular.Cells;
import org.recordlake.format.tabular.Fields;
import org.recordlake.format.tabular.HeadedReader;
import org.recordlake.format.tabular.Header;
import org.recordlake.format.tabular.StableKey;
import org.recordlake.format.time.Moments;

/**
 * Telephone contacts of a campaign in the columns of UCI Bank Marketing (Moro, Cortez and Rita,
 * 2014), with the day of the month or, as in its additional files, of the week. They name no year:
 * it is the last such day on or before the day the file was made. Nobody is numbered, so a
 * contact's number is made from all the line says.
 */
public record BankMarketing() implements HeadedReader {
  private static final int LEAP_CYCLE = 8;

  @Override
  public String format() {
    return "bank-marketing";
  }

  @Override
  public Set<String> tables(Header header) {
    boolean fits =
        header.hasAll("job", "month", "duration", "campaign", "pdays", "poutcome")
            && header.hasAny("day", "dayofweek")
            && header.hasAny("y", "deposit");
    return fits ? Set.of("campaign_contacts") : Set.of();
  }

  @Override
  public boolean oneRowALine() {
    return true;
  }

  @Override
  public DaysFrom daysFrom(Header header) {
    return DaysFrom.FILE_DAY;
  }

  @Override
  public List<RawRow> rows(Fields fields, TableShape table) {
    String answer = fields.text("y", "deposit").orElse("").toLowerCase(Locale.ROOT);
    boolean accepted = answer.equals("yes");
    String contacted = contactedOn(fields).map(LocalDate::toString).orElse(Moments.UNREADABLE);
    return List.of(
        new Cells()
            .put("campaign_id", "bank-marketing")
            .put("recipient_id", "BM-" + key(fields))
            .put("channel", "phone")
            .put("segment", fields.plain("job"))
            .put("holdout", "false")
            .put("contacted_on", contacted)
            .put("responded_on", accepted ? Optional.of(contacted) : Optional.empty())
            .put("response", accepted ? "ordered" : "none")
            .put("converted", converted(answer))
            .put("opted_out", "false")
            .put("updated_on", contacted)
            .row(table, fields));
  }

  private static String converted(String answer) {
    return switch (answer) {
      case "yes" -> "true";
      case "no" -> "false";
      default -> answer;
    };
  }

  private static String key(Fields fields) {
    return StableKey.text(
        fields.record().fields().stream().map(String::strip).toArray(String[]::new));
  }

  private static Optional<LocalDate> contactedOn(Fields fields) {
    String day = fields.text("day", "dayofweek").orElse("");
    try {
      Month month = month(fields.plain("month"));
      return Character.isLetter((day + ".").charAt(0))
          ? Optional.of(lastOf(weekday(day), month, fields.exportedOn()))
          : lastOf(MonthDay.of(month, Integer.parseInt(day)), fields.exportedOn());
    } catch (DateTimeException | NumberFormatException noSuchDay) {
      return Optional.empty();
    }
  }

  /** The last such day of the week in such a month. */
  private static LocalDate lastOf(DayOfWeek weekday, Month month, LocalDate last) {
    LocalDate end = last;
    if (last.getMonth() != month) {
      int year = last.getYear() - (last.getMonth().compareTo(month) < 0 ? 1 : 0);
      end = YearMonth.of(year, month).atEndOfMonth();
    }
    LocalDate found = end.with(TemporalAdjusters.previousOrSame(weekday));
    return found.getMonth() == month
        ? found
        : YearMonth.of(end.getYear() - 1, month)
            .atEndOfMonth()
            .with(TemporalAdjusters.previousOrSame(weekday));
  }

  private static Optional<LocalDate> lastOf(MonthDay day, LocalDate last) {
    int year = last.getYear();
    while (!day.isValidYear(year) || day.atYear(year).isAfter(last)) {
      year--;
      if (year < last.getYear() - LEAP_CYCLE) {
        return Optional.empty();
      }
    }
    return Optional.of(day.atYear(year));
  }

  private static DayOfWeek weekday(String text) {
    String name = text.toLowerCase(Locale.ROOT);
    return Arrays.stream(DayOfWeek.values())
        .filter(day -> name.length() >= 3 && day.name().toLowerCase(Locale.ROOT).startsWith(name))
        .findFirst()
        .orElseThrow(() -> new DateTimeException("no such day of the week"));
  }

  private static Month month(String text) {
    String name = text.toLowerCase(Locale.ROOT);
    return Arrays.stream(Month.values())
        .filter(
            month -> name.length() >= 3 && month.name().toLowerCase(Locale.ROOT).startsWith(name))
        .findFirst()
        .orElseThrow(() -> new DateTimeException("no such month"));
  }
}
