package org.recordlake.format.payment;

import java.math.BigDecimal;
import java.util.Optional;
import org.recordlake.format.UnreadableFile;

/**
 * A record of 94 characters. Places are those of the rules, from 1 and inclusive.
 *
 * @param line its number among the records, from 1: its line where each has one
 */
record AchRecord(long line, String text) {
  static final int LENGTH = 94;

  private static final String PADDING = "9".repeat(LENGTH);
  private static final int MOST_DIGITS = 18;

  /** 1 file header, 5 batch header, 6 entry, 7 addenda, 8 batch control, 9 file control. */
  char type() {
    return text.charAt(0);
  }

  /** A record of nines fills the last block. */
  boolean isPadding() {
    return text.equals(PADDING);
  }

  String field(int from, int to) {
    return text.substring(from - 1, to).strip();
  }

  Optional<String> optional(int from, int to) {
    return Optional.of(field(from, to)).filter(found -> !found.isEmpty());
  }

  /**
   * A number the control records are checked by, of at most 18 digits that count. Some programs
   * write blanks where its leading zeros belong.
   *
   * @throws UnreadableFile if it is none
   */
  long number(int from, int to) {
    String digits = text.substring(from - 1, to).stripLeading();
    String significant = digits.replaceFirst("^0+", "");
    boolean number = digits.chars().allMatch(c -> c >= '0' && c <= '9');
    if (!number || significant.length() > MOST_DIGITS) {
      throw new UnreadableFile("line " + line + " has no number at places " + from + " to " + to);
    }
    return significant.isEmpty() ? 0 : Long.parseLong(significant);
  }

  /** Cents as dollars. */
  String dollars(int from, int to) {
    return BigDecimal.valueOf(number(from, to), 2).toPlainString();
  }

  /** A day written YYMMDD; empty if there is none. */
  Optional<String> day(int from, int to) {
    String digits = field(from, to);
    return digits.matches("\\d{6}") && !digits.equals("000000")
        ? Optional.of(
            "20"
                + digits.substring(0, 2)
                + "-"
                + digits.substring(2, 4)
                + "-"
                + digits.substring(4))
        : Optional.empty();
  }

  /** The record with the characters from {@code from} to {@code to} blotted out. */
  String without(int from, int to) {
    return text.substring(0, from - 1) + "*".repeat(to - from + 1) + text.substring(to);
  }
}
