package org.recordlake.identity;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Record numbers of Salesforce, which come in two forms: 15 characters whose case counts, or the
 * same with 3 more that tell the case, for systems that lose it.
 */
final class SalesforceId {
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9]{15}(?:[A-Z0-5]{3})?");
  private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";
  private static final int SHORT = 15;
  private static final int GROUP = 5;

  private SalesforceId() {}

  /** The form of 18; empty for what is no such number or fails its own check. */
  static Optional<String> of(String text) {
    if (text == null || !FORM.matcher(text).matches()) {
      return Optional.empty();
    }
    String whole = text.substring(0, SHORT) + suffix(text);
    return text.length() == SHORT || text.equals(whole) ? Optional.of(whole) : Optional.empty();
  }

  /** For each group of five the place in the alphabet is the number whose bits tell capitals. */
  private static String suffix(String id) {
    StringBuilder suffix = new StringBuilder();
    for (int start = 0; start < SHORT; start += GROUP) {
      int bits = 0;
      for (int i = 0; i < GROUP; i++) {
        bits |= Character.isUpperCase(id.charAt(start + i)) ? 1 << i : 0;
      }
      suffix.append(ALPHABET.charAt(bits));
    }
    return suffix.toString();
  }
}
