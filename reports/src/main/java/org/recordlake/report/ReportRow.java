package org.recordlake.report;

import java.math.BigDecimal;
import java.util.Map;

/** One row as a template reads it: every value can be asked for as the text a reader should see. */
public final class ReportRow {
  private final ReportTable table;
  private final Map<String, Object> values;

  ReportRow(ReportTable table, Map<String, Object> values) {
    this.table = table;
    this.values = values;
  }

  /** Whether the row describes too few people to show its numbers. */
  public boolean isHidden() {
    return Suppression.isHidden(values);
  }

  /** Whether there is a value. */
  public boolean has(String column) {
    return value(column) != null;
  }

  /**
   * The value as a reader should see it; a hidden count says so, any other missing value is empty.
   */
  public String text(String column) {
    ReportColumn described = table.column(column);
    if (isHidden() && Suppression.hides(described)) {
      return described.type() == ReportColumnType.LONG ? Words.HIDDEN : "";
    }
    return Words.of(described.type(), values.get(column));
  }

  /** The value as a number for drawing and sorting; zero when there is none. */
  public double number(String column) {
    return value(column) instanceof Number number ? number.doubleValue() : 0;
  }

  /** The value as money or a ratio; zero when there is none. */
  BigDecimal decimal(String column) {
    return value(column) instanceof BigDecimal number ? number : BigDecimal.ZERO;
  }

  /** Something a browser can sort by: numbers and days in their natural order. */
  public String sortKey(String column) {
    Object value = value(column);
    if (value == null) {
      return "";
    }
    return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
  }

  /** Whether a yes-or-no column says yes. */
  public boolean is(String column) {
    return Boolean.TRUE.equals(value(column));
  }

  /** How many answered the poll question this row belongs to, in words. */
  public String response() {
    return Words.response(
        (Long) value("respondents"),
        (Long) value("attendees"),
        (BigDecimal) value("response_rate"));
  }

  /** The value itself, or null. */
  public Object value(String column) {
    return values.get(table.column(column).name());
  }
}
