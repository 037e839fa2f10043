package org.recordlake.ingest.format.sales;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.recordlake.ingest.format.DaysFrom;
import org.recordlake.ingest.format.RawRow;
import org.recordlake.ingest.format.TableShape;
import org.recordlake.ingest.format.tabular.Cells;
import org.recordlake.ingest.format.tabular.Fields;
import org.recordlake.ingest.format.tabular.HeadedReader;
import org.recordlake.ingest.format.tabular.Header;
import org.recordlake.ingest.format.tabular.StableKey;
import org.recordlake.ingest.format.time.Moments;

/**
 * Telephone contacts of a campaign in the columns of UCI Bank Marketing (Moro, Cortez and Rita,
 * 2014). They name day and month but no year: it is the last such day on or before the day the file
 * was made. Nobody is numbered, so a contact's number is made from all the line says.
 */
public record BankMarketing() implements HeadedReader {
  private static final int LEAP_CYCLE = 8;

  @Override
  public String format() {
    return "bank-marketing";
  }

  @Override
  public Set<String> tables(Header header) {
    return header.hasAll("job", "day", "month", "duration", "campaign", "pdays", "poutcome", "y")
        ? Set.of("campaign_contacts")
        : Set.of();
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
    boolean accepted = fields.plain("y").equalsIgnoreCase("yes");
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
            .put("converted", converted(fields))
            .put("opted_out", "false")
            .put("updated_on", contacted)
            .row(table, fields));
  }

  private static String converted(Fields fields) {
    return switch (fields.plain("y").toLowerCase(Locale.ROOT)) {
      case "yes" -> "true";
      case "no" -> "false";
      default -> fields.plain("y");
    };
  }

  private static String key(Fields fields) {
    return StableKey.text(
        fields.record().fields().stream().map(String::strip).toArray(String[]::new));
  }

  private static Optional<LocalDate> contactedOn(Fields fields) {
    LocalDate last = fields.exportedOn();
    try {
      MonthDay day =
          MonthDay.of(month(fields.plain("month")), Integer.parseInt(fields.plain("day")));
      int year = last.getYear();
      while (!day.isValidYear(year) || day.atYear(year).isAfter(last)) {
        year--;
        if (year < last.getYear() - LEAP_CYCLE) {
          return Optional.empty();
        }
      }
      return Optional.of(day.atYear(year));
    } catch (DateTimeException | NumberFormatException noSuchDay) {
      return Optional.empty();
    }
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
