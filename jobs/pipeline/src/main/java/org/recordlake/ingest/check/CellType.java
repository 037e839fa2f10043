package org.recordlake.ingest.check;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.recordlake.catalog.ColumnType;

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
      return isPlainNumber(text) || NUMBER.matcher(text).matches() ? new BigDecimal(text) : null;
    }
  },
  DATE {
    @Override
    Object parse(String text) {
      if (isIsoDay(text)) {
        return LocalDate.of(figures(text, 0, 4), figures(text, 5, 7), figures(text, 8, 10));
      }
      return DateTimes.day(text);
    }
  },
  TIMESTAMP {
    @Override
    Object parse(String text) {
      return DateTimes.instant(text);
    }
  };

  private static final Pattern NUMBER =
      Pattern.compile(
          "[+-]?(?:[0-9]{1,60}(?:\\.[0-9]{0,60})?|\\.[0-9]{1,60})(?:[eE][+-]?[0-9]{1,2})?");

  /** Digits of the longest number that surely fits a long. */
  private static final int SAFE_DIGITS = 18;

  private static final String MOST_LONG = Long.toString(Long.MAX_VALUE);
  private static final String LEAST_LONG = Long.toString(Long.MIN_VALUE).substring(1);

  /** The value of {@code text}, which is not empty; null if it is none of this type. */
  abstract Object parse(String text);

  static CellType of(ColumnType type) {
    return valueOf(type.kind().name());
  }

  /** A value as the catalogue's lists and conditions write it. */
  static String text(Object value) {
    return value instanceof BigDecimal number ? number.toPlainString() : String.valueOf(value);
  }

  /** A value as it travels: days and times as numbers since 1970, of days and microseconds. */
  static Object plain(Object value) {
    if (value instanceof LocalDate day) {
      return (int) day.toEpochDay();
    } else if (value instanceof Instant time) {
      return DateTimes.micros(time);
    }
    return value;
  }

  private static Long wholeNumber(String text) {
    int sign = text.charAt(0) == '-' || text.charAt(0) == '+' ? 1 : 0;
    int digits = text.length() - sign;
    if (digits < 1 || digits > SAFE_DIGITS + 1 || !isFigures(text, sign, text.length())) {
      return null;
    }
    String most = text.charAt(0) == '-' ? LEAST_LONG : MOST_LONG;
    boolean fits = digits <= SAFE_DIGITS || text.substring(sign).compareTo(most) <= 0;
    return fits ? Long.valueOf(text) : null;
  }

  /** Whether {@code text} is figures with perhaps a sign before and a point between them. */
  private static boolean isPlainNumber(String text) {
    int sign = text.charAt(0) == '-' ? 1 : 0;
    int point = text.indexOf('.');
    int end = point < 0 ? text.length() : point;
    return text.length() <= SAFE_DIGITS
        && end > sign
        && isFigures(text, sign, end)
        && isFigures(text, Math.min(end + 1, text.length()), text.length());
  }

  /** Whether {@code text} has the form 2026-11-22 and every month has such a day. */
  private static boolean isIsoDay(String text) {
    return text.length() == 10
        && text.charAt(4) == '-'
        && text.charAt(7) == '-'
        && isFigures(text, 0, 4)
        && isFigures(text, 5, 7)
        && isFigures(text, 8, 10)
        && isWithin(figures(text, 5, 7), 12)
        && isWithin(figures(text, 8, 10), 28);
  }

  private static boolean isWithin(int number, int most) {
    return number >= 1 && number <= most;
  }

  private static boolean isFigures(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  private static int figures(String text, int from, int to) {
    return Integer.parseInt(text, from, to, 10);
  }

  private static Double finite(double value) {
    return Double.isFinite(value) ? value : null;
  }
}
