package org.recordlake.protect;

/**
 * Whether a text may hold a word that calls a number an account or a code, told by how words begin.
 * Most texts hold none, and this is many times faster than to look for the words themselves.
 */
final class PaymentWords {
  private PaymentWords() {}

  /** Whether a word begins as the name of a verification code or PIN does. */
  static boolean mayNameCode(String text) {
    for (int i = 0; i + 1 < text.length(); i++) {
      char next = lower(text.charAt(i + 1));
      boolean likely =
          switch (lower(text.charAt(i))) {
            case 'c' -> next == 'v' || next == 'a' || next == 'i' || next == 's';
            case 'p' -> next == 'i';
            case 's', 'v' -> next == 'e';
            default -> false;
          };
      if (likely && beginsWord(text, i)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a word begins as one for a bank account does. */
  static boolean mayNameAccount(String text) {
    for (int i = 0; i + 1 < text.length(); i++) {
      char next = lower(text.charAt(i + 1));
      boolean likely =
          switch (lower(text.charAt(i))) {
            case 'a' -> next == 'c' || next == 'b' || next == '/';
            case 'c' -> next == 'h';
            case 'i' -> next == 'b';
            case 'r' -> next == 'o';
            case 's' -> next == 'a';
            default -> false;
          };
      if (likely && beginsWord(text, i)) {
        return true;
      }
    }
    return false;
  }

  private static boolean beginsWord(String text, int at) {
    char before = at == 0 ? ' ' : lower(text.charAt(at - 1));
    return before < 'a' || before > 'z';
  }

  private static char lower(char c) {
    return c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c;
  }
}
