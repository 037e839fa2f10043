package org.recordlake.disposal;

import java.util.Locale;

/** Text in the one form in which equal addresses and names are equal. */
public final class NormalText {
  private NormalText() {}

  /** Small letters, single spaces, none around. */
  public static String folded(String text) {
    return text.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
  }
}
