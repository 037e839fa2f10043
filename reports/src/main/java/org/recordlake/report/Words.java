package org.recordlake.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * How numbers and days are written, the same in PDF, HTML and the sentences of a report (locale
 * en-US, whatever the machine is set to).
 */
public final class Words {
  /** What stands in place of a figure that too few people stand behind. */
  public static final String HIDDEN = "too few people";

  static final String NET_PROMOTER_SCORE = "net promoter score";

  private static final DecimalFormatSymbols SYMBOLS = DecimalFormatSymbols.getInstance(Locale.US);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("MMM d, yyyy", Locale.US);
  private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM yyyy", Locale.US);
  private static final DateTimeFormatter LONG_DAY =
      DateTimeFormatter.ofPattern("MMMM d, yyyy", Locale.US);

  private Words() {}

  /** A value of a column as text; empty for null. */
  public static String of(ReportColumnType type, Object value) {
    if (value == null) {
      return "";
    }
    return switch (type) {
      case STRING -> value.toString();
      case LONG -> count((Long) value);
      case DECIMAL -> format("#,##0.######", (BigDecimal) value);
      case MONEY -> money((BigDecimal) value);
      case RATIO -> percent((BigDecimal) value);
      case DATE -> day((LocalDate) value);
      case BOOLEAN -> (Boolean) value ? "yes" : "no";
    };
  }

  /** 1,234; empty for null. */
  public static String count(Long number) {
    return format("#,##0", number);
  }

  /** 1,234, or that too few people stand behind it. */
  public static String count(Long number, Boolean hidden) {
    return Boolean.TRUE.equals(hidden) ? HIDDEN : count(number);
  }

  /** $1,234, or $12.34 below one hundred dollars; empty for null. */
  public static String money(BigDecimal amount) {
    if (amount == null) {
      return "";
    }
    boolean small = amount.signum() != 0 && amount.abs().compareTo(new BigDecimal(100)) < 0;
    String digits = format(small ? "#,##0.00" : "#,##0", amount.abs());
    return (amount.signum() < 0 ? "−$" : "$") + digits;
  }

  /** $1.2M, $340K: for headlines, where the size matters and the digits do not. */
  public static String shortMoney(BigDecimal amount) {
    double dollars = amount.abs().doubleValue();
    String sign = amount.signum() < 0 ? "−$" : "$";
    if (dollars >= 999_500) {
      return sign + format(dollars >= 9_950_000 ? "#,##0" : "0.0", dollars / 1e6) + "M";
    }
    return dollars >= 9_950 ? sign + format("0", dollars / 1e3) + "K" : money(amount);
  }

  /** 62.5% with one decimal; empty for null. */
  public static String percent(BigDecimal ratio) {
    return format("0.0%", ratio);
  }

  /** 62%: for sentences. */
  public static String roundPercent(BigDecimal ratio) {
    return format("0%", ratio);
  }

  /** +12.0% or −3.4%: a change says its direction in words a printout keeps; empty for null. */
  public static String change(BigDecimal ratio) {
    if (ratio == null) {
      return "";
    }
    return (ratio.signum() < 0 ? "−" : "+") + percent(ratio.abs());
  }

  /** +17.2 points: the difference of two shares, in percentage points; empty for null. */
  public static String points(BigDecimal difference) {
    if (difference == null) {
      return "";
    }
    String points = format("0.0", difference.abs().movePointRight(2));
    return (difference.signum() < 0 ? "−" : "+") + points + " points";
  }

  /** 55.1%–69.3%; empty when either end is missing. */
  public static String interval(BigDecimal low, BigDecimal high) {
    return low == null || high == null ? "" : percent(low) + "–" + percent(high);
  }

  /** +32 for a Net Promoter Score, 70% for any other score; empty for null. */
  public static String score(String measure, BigDecimal value) {
    if (value == null) {
      return "";
    }
    if (!measure.equals(NET_PROMOTER_SCORE)) {
      return format("0", value) + "%";
    }
    String points = format("0", value.abs());
    return points.equals("0") ? points : (value.signum() < 0 ? "−" : "+") + points;
  }

  /** +20 to +44, or 62% to 77%; empty when either end is missing. */
  public static String scores(String measure, BigDecimal low, BigDecimal high) {
    return low == null || high == null ? "" : score(measure, low) + " to " + score(measure, high);
  }

  /** A probability: 0.004, or that it is smaller than a thousandth; empty for null. */
  public static String chance(BigDecimal probability) {
    boolean tiny = probability != null && probability.compareTo(new BigDecimal("0.001")) < 0;
    return tiny ? "<0.001" : format("0.000", probability);
  }

  /** A size of an effect, 0.32; empty for null. */
  public static String effect(BigDecimal size) {
    return format("0.00", size);
  }

  /** Nov 2026; empty for null. */
  public static String month(LocalDate month) {
    return month == null ? "" : MONTH.format(month);
  }

  /** Nov 22, 2026; empty for null. */
  public static String day(LocalDate day) {
    return day == null ? "" : DAY.format(day);
  }

  /** November 22, 2026. */
  public static String longDay(LocalDate day) {
    return LONG_DAY.format(day);
  }

  /** A code such as {@code uses_competitor} as words; empty for null. */
  public static String plain(String code) {
    if (code == null || code.isEmpty()) {
      return "";
    }
    String spaced = code.replace('_', ' ');
    return spaced.substring(0, 1).toUpperCase(Locale.ROOT) + spaced.substring(1);
  }

  /** Why people are not to be contacted, in words; the code itself where it is a new one. */
  public static String leaveAlone(String reason) {
    return switch (reason == null ? "" : reason) {
      case "opted_out" -> "Asked not to be contacted";
      case "ended" -> "Relationship has ended";
      case "ceased" -> "Left all publications";
      case "capped" -> "Contacted often enough";
      default -> plain(reason);
    };
  }

  /** A kind of poll question as a reader would say it; the code itself where it is a new one. */
  public static String asked(String kind) {
    return switch (kind == null ? "" : kind) {
      case "single" -> "one choice";
      case "multiple" -> "several choices";
      case "nps" -> "0 to 10, likely to recommend";
      case "text" -> "free text, by term";
      default -> kind == null ? "" : kind;
    };
  }

  /** "178 of 214 answered (83.2%)", with as much of it as is known and may be told. */
  public static String response(Long respondents, Long attendees, BigDecimal rate) {
    if (respondents == null) {
      return "number of respondents not recorded";
    }
    String of = attendees == null ? "" : " of " + count(attendees);
    return count(respondents) + of + " answered" + (rate == null ? "" : " (" + percent(rate) + ")");
  }

  /** "1 meeting", "3 meetings". */
  static String counted(long number, String thing) {
    return count(number) + " " + thing + (number == 1 ? "" : "s");
  }

  private static String format(String pattern, Number number) {
    if (number == null) {
      return "";
    }
    DecimalFormat format = new DecimalFormat(pattern, SYMBOLS);
    format.setRoundingMode(RoundingMode.HALF_UP);
    return format.format(number);
  }
}
