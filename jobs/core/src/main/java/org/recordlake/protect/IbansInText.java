package org.recordlake.protect;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.validator.routines.IBANValidator;

/** Finds bank accounts in text that are written as IBAN (ISO 13616), by their check digits. */
final class IbansInText {
  private static final int SHORTEST = 15;
  private static final Pattern LIKELY =
      Pattern.compile("(?<![A-Za-z0-9])[A-Za-z]{2}[0-9]{2}(?:[ -]?[A-Za-z0-9]){11,30}");

  private IbansInText() {}

  /** {@code text} with every IBAN blotted out. */
  static String blotted(String text) {
    if (!mayHold(text)) {
      return text;
    }
    Matcher likely = LIKELY.matcher(text);
    StringBuilder kept = new StringBuilder();
    int from = 0;
    int at = 0;
    while (likely.find(at)) {
      int start = likely.start();
      int end = end(text, start, likely.end());
      if (end == start) {
        at = start + 1;
      } else {
        kept.append(text, from, start).append("[account number]");
        from = end;
        at = end;
      }
    }
    return kept.append(text, from, text.length()).toString();
  }

  /** Whether two letters stand before two digits somewhere, as in all of them. */
  private static boolean mayHold(String text) {
    for (int i = 0; i + 3 < text.length(); i++) {
      if (Character.isLetter(text.charAt(i))
          && Character.isLetter(text.charAt(i + 1))
          && Character.isDigit(text.charAt(i + 2))
          && Character.isDigit(text.charAt(i + 3))) {
        return true;
      }
    }
    return false;
  }

  /** Where the IBAN from {@code start} on ends; {@code start} if there is none. */
  private static int end(String text, int start, int likelyEnd) {
    for (int end = likelyEnd; end - start >= SHORTEST; end--) {
      boolean wordEnds =
          Character.isLetterOrDigit(text.charAt(end - 1))
              && (end == text.length() || !Character.isLetterOrDigit(text.charAt(end)));
      if (wordEnds && isIban(text.substring(start, end))) {
        return end;
      }
    }
    return start;
  }

  private static boolean isIban(String text) {
    return IBANValidator.DEFAULT_IBAN_VALIDATOR.isValid(PaymentNumbers.account(text));
  }
}
