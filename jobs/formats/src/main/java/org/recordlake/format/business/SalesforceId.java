package org.recordlake.format.business;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The number Salesforce gives a record: 15 characters whose case counts, or the same with three
 * more that tell which of them are capitals, so that programs blind to case cannot confuse two.
 * Both forms become the longer one.
 */
public final class SalesforceId {
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9]{15}(?:[A-Za-z0-5]{3})?");
  private static final int SHORT = 15;
  private static final int CHUNK = 5;
  private static final String CHECKS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";

  private SalesforceId() {}

  /** The 18-character form of {@code id}; empty if it is no such number or its check is wrong. */
  public static Optional<String> of(String id) {
    if (id == null || !FORM.matcher(id).matches()) {
      return Optional.empty();
    }
    String first = id.substring(0, SHORT);
    if (id.length() == SHORT) {
      return Optional.of(first + checks(first));
    }
    String said = id.substring(SHORT).toUpperCase(Locale.ROOT);
    String cased = lostItsCase(id) ? recased(first, said) : first;
    return checks(cased).equals(said) ? Optional.of(cased + said) : Optional.empty();
  }

  private static boolean lostItsCase(String id) {
    return id.equals(id.toLowerCase(Locale.ROOT)) || id.equals(id.toUpperCase(Locale.ROOT));
  }

  /** For each five characters the letter whose place has bit i set if character i is a capital. */
  private static String checks(String id) {
    StringBuilder checks = new StringBuilder();
    for (int from = 0; from < SHORT; from += CHUNK) {
      int bits = 0;
      for (int i = 0; i < CHUNK; i++) {
        bits |= Character.isUpperCase(id.charAt(from + i)) ? 1 << i : 0;
      }
      checks.append(CHECKS.charAt(bits));
    }
    return checks.toString();
  }

  /** A long number whose case got lost on the way tells it by its last three characters. */
  private static String recased(String id, String checks) {
    StringBuilder cased = new StringBuilder();
    for (int i = 0; i < SHORT; i++) {
      int bits = CHECKS.indexOf(checks.charAt(i / CHUNK));
      boolean capital = (bits >> (i % CHUNK) & 1) == 1;
      char c = id.charAt(i);
      cased.append(capital ? Character.toUpperCase(c) : Character.toLowerCase(c));
    }
    return cased.toString();
  }
}
