package org.recordlake.format.tabular;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * Reads numbers as exports write them: with groups of thousands, a currency sign, a minus before or
 * after, or parentheses for a negative one. Never by guess: whether a comma groups or divides is
 * the layout's to say.
 */
public final class Amounts {
  /** What stands in a cell whose text is no number, for the checks to find. */
  public static final String UNREADABLE = "not a number";

  private static final int MOST_DIGITS = 80;

  private static final Pattern POINT =
      Pattern.compile("-?(?:\\d{1,30}|\\d{1,3}(?:,\\d{3}){1,9})?(?:\\.\\d{0,20})?");
  private static final Pattern COMMA =
      Pattern.compile("-?(?:\\d{1,30}|\\d{1,3}(?:[. '\u00A0\u202F]\\d{3}){1,9})?(?:,\\d{0,20})?");
  private static final Pattern SHORT_EXPONENT =
      Pattern.compile("-?\\d(?:\\.\\d{1,20})?[eE][+-]?\\d{1,2}");

  private Amounts() {}

  /** What divides a number's fraction from its whole. */
  public enum Decimal {
    POINT,
    COMMA
  }

  /** {@code text} with a decimal point and no grouping; {@link #UNREADABLE} if it is no number. */
  public static String cell(String text, Decimal decimal) {
    if (decimal == Decimal.POINT && isPlain(text)) {
      return withoutIdleZeros(text);
    }
    String bare = bare(text.strip());
    Pattern form = decimal == Decimal.POINT ? POINT : COMMA;
    if (SHORT_EXPONENT.matcher(bare).matches()) {
      return plain(new BigDecimal(bare));
    } else if (!form.matcher(bare).matches() || bare.chars().noneMatch(Character::isDigit)) {
      return UNREADABLE;
    }
    String ungrouped =
        decimal == Decimal.POINT
            ? bare.replace(",", "")
            : bare.replaceAll("[. '\u00A0\u202F]", "").replace(',', '.');
    return plain(new BigDecimal(ungrouped));
  }

  /**
   * {@code number} without exponent and without zeros that say nothing; {@link #UNREADABLE} if
   * nobody would write it out.
   */
  public static String plain(BigDecimal number) {
    if (Math.abs((long) number.scale()) > MOST_DIGITS || number.precision() > MOST_DIGITS) {
      return UNREADABLE;
    }
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }

  /** Whether {@code text} is digits with at most a point among them: most numbers are. */
  private static boolean isPlain(String text) {
    int points = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      points += c == '.' ? 1 : 0;
      if (c != '.' && (c < '0' || c > '9')) {
        return false;
      }
    }
    return points <= 1 && text.length() > points && text.length() <= 30;
  }

  /** {@code text}, which is plain, with one figure at least before a point and none idle behind. */
  private static String withoutIdleZeros(String text) {
    int from = 0;
    int to = text.length();
    if (text.indexOf('.') >= 0) {
      while (text.charAt(to - 1) == '0') {
        to--;
      }
      to -= text.charAt(to - 1) == '.' ? 1 : 0;
    }
    while (from < to && text.charAt(from) == '0') {
      from++;
    }
    boolean figureFirst = from < to && text.charAt(from) != '.';
    return figureFirst ? text.substring(from, to) : '0' + text.substring(from, to);
  }

  private static String bare(String text) {
    boolean parentheses = text.startsWith("(") && text.endsWith(")");
    String inner = parentheses ? '-' + text.substring(1, text.length() - 1) : text;
    boolean after = inner.endsWith("-");
    String front = after ? '-' + inner.substring(0, inner.length() - 1) : inner;
    return front.replaceAll("[$\u20AC\u00A3\\u00A5]|\\bUSD\\b|\\bEUR\\b|\\bGBP\\b", "").strip();
  }
}
