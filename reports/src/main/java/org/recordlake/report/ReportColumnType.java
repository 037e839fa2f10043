package org.recordlake.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;

/**
 * What a report column holds, and how exact a report is about it.
 *
 * <p>Values are brought to one Java type and one scale on the way in, so that PDF, XLSX, HTML and
 * CSV cannot disagree about the last digit.
 */
public enum ReportColumnType {
  /** Text, as {@link String}. */
  STRING(String.class),
  /** A whole number, as {@link Long}. */
  LONG(Long.class),
  /** Any other number, as {@link BigDecimal} with at most six decimals. */
  DECIMAL(BigDecimal.class),
  /** An amount in US dollars, as {@link BigDecimal} with two decimals. */
  MONEY(BigDecimal.class),
  /** A part of one (0.25 is 25 %), as {@link BigDecimal} with four decimals. */
  RATIO(BigDecimal.class),
  /** A calendar day, as {@link LocalDate}. */
  DATE(LocalDate.class),
  /** Yes or no, as {@link Boolean}. */
  BOOLEAN(Boolean.class);

  private final Class<?> javaType;

  ReportColumnType(Class<?> javaType) {
    this.javaType = javaType;
  }

  /** The Java type every value of this column has once it is in a {@link ReportTable}. */
  public Class<?> javaType() {
    return javaType;
  }

  /** Whether the column holds numbers, which are set flush right and can be hidden. */
  public boolean isNumber() {
    return Number.class.isAssignableFrom(javaType);
  }

  /**
   * Brings a value to the type and scale of this column; null stays null.
   *
   * @throws ClassCastException if the value is of another kind; the message never holds the value
   */
  Object normalise(Object value) {
    if (value == null) {
      return null;
    }
    return switch (this) {
      case STRING -> String.class.cast(value);
      case LONG -> whole(value);
      case DECIMAL -> decimal(value, 6);
      case MONEY -> decimal(value, 2);
      case RATIO -> decimal(value, 4);
      case DATE ->
          value instanceof java.sql.Date day ? day.toLocalDate() : LocalDate.class.cast(value);
      case BOOLEAN -> Boolean.class.cast(value);
    };
  }

  private static Long whole(Object value) {
    if (value instanceof Long
        || value instanceof Integer
        || value instanceof Short
        || value instanceof Byte) {
      return ((Number) value).longValue();
    }
    throw new ClassCastException("not a whole number");
  }

  private static BigDecimal decimal(Object value, int decimals) {
    BigDecimal exact =
        value instanceof BigDecimal given
            ? given
            : new BigDecimal(Number.class.cast(value).toString());
    BigDecimal rounded = exact.setScale(decimals, RoundingMode.HALF_UP);
    return decimals == 6 ? tidy(rounded) : rounded;
  }

  private static BigDecimal tidy(BigDecimal number) {
    BigDecimal stripped = number.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }
}
