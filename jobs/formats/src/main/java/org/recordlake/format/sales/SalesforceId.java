package org.recordlake.format.sales;

import java.util.Locale;

/**
 * The number Salesforce gives a record: 15 characters whose case counts, or the same with three
 * more that tell which of them are capitals, so that programs blind to case cannot confuse two.
 * Both forms become the longer one.
 */
final class SalesforceId {
  private static final int SHORT = 15;
  private static final int LONG = 18;
  private static final int CHUNK = 5;
  private static final String CHECKS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";

  private SalesforceId() {}

  /** The 18-character form of {@code id}; any other text as it is. */
  static String of(String id) {
    if (!id.matches("[A-Za-z0-9]{15}|[A-Za-z0-9]{18}")) {
      return id;
    } else if (id.length() == LONG) {
      return recased(id);
    }
    StringBuilder checks = new StringBuilder();
    for (int from = 0; from < SHORT; from += CHUNK) {
      checks.append(CHECKS.charAt(capitals(id.substring(from, from + CHUNK))));
    }
    return id + checks;
  }

  /** Bit i is set if character i is a capital. */
  private static int capitals(String chunk) {
    int bits = 0;
    for (int i = 0; i < CHUNK; i++) {
      bits |= Character.isUpperCase(chunk.charAt(i)) ? 1 << i : 0;
    }
    return bits;
  }

  /** A long number whose case got lost on the way tells it by its last three characters. */
  private static String recased(String id) {
    String checks = id.substring(SHORT).toUpperCase(Locale.ROOT);
    StringBuilder cased = new StringBuilder();
    for (int i = 0; i < SHORT; i++) {
      int bits = CHECKS.indexOf(checks.charAt(i / CHUNK));
      if (bits < 0) {
        return id;
      }
      char c = id.charAt(i);
      boolean capital = (bits >> (i % CHUNK) & 1) == 1;
      cased.append(capital ? Character.toUpperCase(c) : Character.toLowerCase(c));
    }
    return cased + checks;
  }
}
