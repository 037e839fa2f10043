package org.recordlake.format.tabular;

/**
 * A code with its meaning in one field, as in {@code B: PURCHASE ORDER}; a field without a colon is
 * both.
 */
public record Coded(String code, String label) {
  public static Coded of(String text) {
    int colon = text.indexOf(':');
    return colon < 0
        ? new Coded(text.strip(), text.strip())
        : new Coded(text.substring(0, colon).strip(), text.substring(colon + 1).strip());
  }
}
