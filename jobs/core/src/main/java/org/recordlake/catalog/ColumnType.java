package org.recordlake.catalog;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The type of a column as a catalogue file names it.
 *
 * @param precision digits in all; 0 unless {@code kind} is {@link Kind#DECIMAL}
 * @param scale digits behind the point; 0 unless {@code kind} is {@link Kind#DECIMAL}
 */
public record ColumnType(Kind kind, int precision, int scale) implements Serializable {
  public static final ColumnType STRING = new ColumnType(Kind.STRING, 0, 0);
  public static final ColumnType INT = new ColumnType(Kind.INT, 0, 0);
  public static final ColumnType LONG = new ColumnType(Kind.LONG, 0, 0);
  public static final ColumnType DOUBLE = new ColumnType(Kind.DOUBLE, 0, 0);
  public static final ColumnType BOOLEAN = new ColumnType(Kind.BOOLEAN, 0, 0);
  public static final ColumnType DATE = new ColumnType(Kind.DATE, 0, 0);
  public static final ColumnType TIMESTAMP = new ColumnType(Kind.TIMESTAMP, 0, 0);

  /** For messages. */
  public static final String CHOICES =
      "string, int, long, double, boolean, date, timestamp or decimal(p,s)";

  /** Most digits a decimal number may have. */
  public static final int MOST_DIGITS = 38;

  private static final Pattern DECIMAL = Pattern.compile("decimal\\((\\d{1,2}),(\\d{1,2})\\)");

  /** What kind of values a column holds. */
  public enum Kind {
    STRING,
    INT,
    LONG,
    DOUBLE,
    BOOLEAN,
    DATE,
    /** An instant, to the microsecond. */
    TIMESTAMP,
    DECIMAL;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * @throws IllegalArgumentException if there cannot be such a number
   */
  public static ColumnType decimal(int precision, int scale) {
    if (precision < 1 || precision > MOST_DIGITS || scale > precision) {
      throw new IllegalArgumentException("precision out of range");
    }
    return new ColumnType(Kind.DECIMAL, precision, scale);
  }

  /**
   * The type a catalogue file means by {@code text}.
   *
   * @throws IllegalArgumentException if {@code text} names no type
   */
  public static ColumnType parse(String text) {
    Matcher decimal = DECIMAL.matcher(text);
    if (decimal.matches()) {
      return decimal(Integer.parseInt(decimal.group(1)), Integer.parseInt(decimal.group(2)));
    }
    return Arrays.stream(Kind.values())
        .filter(kind -> kind != Kind.DECIMAL && kind.toString().equals(text))
        .map(kind -> new ColumnType(kind, 0, 0))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no such type"));
  }

  /** Whether its values tell a day: a date, or an instant. */
  public boolean tellsDay() {
    return kind == Kind.DATE || kind == Kind.TIMESTAMP;
  }

  /** As a catalogue file writes it. */
  @Override
  public String toString() {
    return kind == Kind.DECIMAL ? "decimal(" + precision + "," + scale + ")" : kind.toString();
  }
}
