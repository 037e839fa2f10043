package org.recordlake.ingest;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.spark.sql.catalyst.util.DateTimeUtils;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * How a text becomes a value of a column: the catalogue's types as Spark's external ones, days as
 * {@link LocalDate}, times as {@link Instant}.
 */
enum CellType {
  STRING {
    @Override
    Object parse(String text) {
      return text;
    }
  },
  BOOLEAN {
    private static final Set<String> YES = Set.of("true", "yes", "y", "1");
    private static final Set<String> NO = Set.of("false", "no", "n", "0");

    @Override
    Object parse(String text) {
      String word = text.toLowerCase(Locale.ROOT);
      return YES.contains(word) ? Boolean.TRUE : NO.contains(word) ? Boolean.FALSE : null;
    }
  },
  INT {
    @Override
    Object parse(String text) {
      Long value = wholeNumber(text);
      boolean fits = value != null && value == value.intValue();
      return fits ? Integer.valueOf(value.intValue()) : null;
    }
  },
  LONG {
    @Override
    Object parse(String text) {
      return wholeNumber(text);
    }
  },
  DOUBLE {
    @Override
    Object parse(String text) {
      return NUMBER.matcher(text).matches() ? finite(Double.parseDouble(text)) : null;
    }
  },
  DECIMAL {
    @Override
    Object parse(String text) {
      return NUMBER.matcher(text).matches() ? new BigDecimal(text) : null;
    }
  },
  DATE {
    @Override
    Object parse(String text) {
      scala.Option<Object> days = DateTimeUtils.stringToDate(UTF8String.fromString(text));
      return days.isEmpty() ? null : LocalDate.ofEpochDay((Integer) days.get());
    }
  },
  TIMESTAMP {
    @Override
    Object parse(String text) {
      scala.Option<Object> micros =
          DateTimeUtils.stringToTimestamp(UTF8String.fromString(text), ZoneOffset.UTC);
      return micros.isEmpty() ? null : Instant.EPOCH.plus((Long) micros.get(), ChronoUnit.MICROS);
    }
  };

  private static final Pattern NUMBER =
      Pattern.compile(
          "[+-]?(?:[0-9]{1,60}(?:\\.[0-9]{0,60})?|\\.[0-9]{1,60})(?:[eE][+-]?[0-9]{1,2})?");
  private static final Pattern WHOLE = Pattern.compile("[+-]?[0-9]{1,19}");

  /** The value of {@code text}, which is not empty; null if it is none of this type. */
  abstract Object parse(String text);

  static CellType of(DataType type) {
    if (type instanceof DecimalType) {
      return DECIMAL;
    } else if (type.equals(DataTypes.BooleanType)) {
      return BOOLEAN;
    } else if (type.equals(DataTypes.IntegerType)) {
      return INT;
    } else if (type.equals(DataTypes.LongType)) {
      return LONG;
    } else if (type.equals(DataTypes.DoubleType)) {
      return DOUBLE;
    } else if (type.equals(DataTypes.DateType)) {
      return DATE;
    } else if (type.equals(DataTypes.TimestampType)) {
      return TIMESTAMP;
    }
    return STRING;
  }

  /** Precision and scale of a decimal column. */
  record Decimals(int precision, int scale) implements Serializable {
    static Optional<Decimals> of(DataType type) {
      return type instanceof DecimalType decimal
          ? Optional.of(new Decimals(decimal.precision(), decimal.scale()))
          : Optional.empty();
    }

    /** {@code value} rounded to the scale; null if it is too large. */
    BigDecimal fitted(BigDecimal value) {
      BigDecimal rounded = value.setScale(scale, RoundingMode.HALF_UP);
      return rounded.precision() > precision ? null : rounded;
    }
  }

  /** A value as the catalogue's lists and conditions write it. */
  static String text(Object value) {
    return value instanceof BigDecimal number ? number.toPlainString() : String.valueOf(value);
  }

  private static Long wholeNumber(String text) {
    if (!WHOLE.matcher(text).matches()) {
      return null;
    }
    try {
      return Long.valueOf(text);
    } catch (NumberFormatException e) {
      return null; // nineteen digits can be too many
    }
  }

  private static Double finite(double value) {
    return Double.isFinite(value) ? value : null;
  }
}
