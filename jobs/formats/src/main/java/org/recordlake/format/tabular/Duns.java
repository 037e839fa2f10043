package org.recordlake.format.tabular;

/** A D-U-N-S Number: nine digits, some of whose zeros a spreadsheet may have dropped. */
public final class Duns {
  private static final int DIGITS = 9;

  private Duns() {}

  /** {@code text} without hyphens and with its leading zeros; what is no number stays as it is. */
  public static String of(String text) {
    String bare = text.replace("-", "");
    return bare.matches("\\d{1,8}") ? "0".repeat(DIGITS - bare.length()) + bare : bare;
  }
}
