package org.recordlake.identity;

import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/** Whether two words are one word written twice. */
final class SpellingSimilarity {
  /** Words of three letters differ too easily; below it only equal ones are one. */
  private static final int SHORTEST = 3;

  /** Least Jaro–Winkler similarity (Winkler 1990), 0 to 1, of a slip in a longer word. */
  private static final double SIMILAR = 0.92;

  private static final int LONG = 6;
  private static final String VOWELS = "aeiou";
  private static final JaroWinklerSimilarity JARO_WINKLER = new JaroWinklerSimilarity();

  private SpellingSimilarity() {}

  /**
   * Equal, one slip apart, a short form (three letters or more of the longer one's beginning, or
   * its letters without vowels, as in acctg), or an initial. Words with digits must be equal: 12 is
   * not 13.
   */
  static boolean alike(String one, String other) {
    if (one.equals(other)) {
      return true;
    }
    if (hasDigit(one) || hasDigit(other)) {
      return false;
    }
    String shorter = one.length() <= other.length() ? one : other;
    String longer = shorter.equals(one) ? other : one;
    if (longer.startsWith(shorter) && shorter.length() != 2) {
      return true;
    }
    if (isShortForm(shorter, longer)) {
      return true;
    }
    if (shorter.length() < SHORTEST) {
      return false;
    }
    return oneSlip(one, other)
        || (shorter.length() >= LONG && JARO_WINKLER.apply(one, other) >= SIMILAR);
  }

  /** One letter put in, left out, replaced or swapped with its neighbour (Damerau 1964). */
  static boolean oneSlip(String one, String other) {
    if (Math.abs(one.length() - other.length()) > 1) {
      return false;
    }
    int start = 0;
    int shortest = Math.min(one.length(), other.length());
    while (start < shortest && one.charAt(start) == other.charAt(start)) {
      start++;
    }
    String a = one.substring(start);
    String b = other.substring(start);
    if (a.length() != b.length()) {
      String left = a.length() > b.length() ? a : b;
      return left.substring(1).equals(a.length() > b.length() ? b : a);
    }
    return a.length() <= 1 || a.substring(1).equals(b.substring(1)) || swapped(a, b);
  }

  /** One slip in a longer run of letters, such as a name written together. */
  static boolean oneSlipInLetters(String one, String other) {
    return one.length() >= LONG && !hasDigit(one) && !hasDigit(other) && oneSlip(one, other);
  }

  private static boolean swapped(String a, String b) {
    return a.charAt(0) == b.charAt(1)
        && a.charAt(1) == b.charAt(0)
        && a.substring(2).equals(b.substring(2));
  }

  /** Same first letter, then consonants of the longer word in their order. */
  private static boolean isShortForm(String shorter, String longer) {
    if (shorter.length() < SHORTEST || shorter.charAt(0) != longer.charAt(0)) {
      return false;
    }
    int at = 0;
    for (int i = 1; i < shorter.length(); i++) {
      at = longer.indexOf(shorter.charAt(i), at + 1);
      if (at < 0 || VOWELS.indexOf(shorter.charAt(i)) >= 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean hasDigit(String word) {
    return word.chars().anyMatch(Character::isDigit);
  }
}
