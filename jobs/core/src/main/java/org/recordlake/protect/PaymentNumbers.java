package org.recordlake.protect;

import java.util.regex.Pattern;
import org.apache.commons.validator.routines.checkdigit.LuhnCheckDigit;

/** Card and bank account numbers: what is one, and how to blot them out of free text. */
public final class PaymentNumbers {
  private static final int SHORTEST_CODE = 3;
  private static final int SHORTEST_ACCOUNT = 6;
  private static final int SHORTEST_CARD = 12;
  private static final int LONGEST_CARD = 19;

  /** Words between the name of a code and the code. */
  private static final String FILLERS =
      "(?:[\\s_-]+(?:code|number|no\\.?|is|was|of|for|on|the|my|our|your|this|card|back|value))*[\\s:#.=?,;\"'-]*";

  private static final String CODE_NAMES =
      "cvv2?|cvc2?|cav2|cid|csc|security[ _-]?code|verification[ _-]?(?:code|value)|pin(?:[ _-]?(?:code|number))?";

  private static final Pattern ACCOUNT =
      Pattern.compile(
          "(?i)\\b(account|acct|a/c|routing|iban|aba|checking|savings)((?:[\\s_]+(?:number|no\\.?|nr\\.?|#|is|was))*[\\s:#.=\"']*)([0-9](?:[ -]?[0-9]){5,16})(?![0-9])");
  private static final Pattern CODE =
      Pattern.compile(
          "(?i)(?<![A-Za-z])(" + CODE_NAMES + ")(" + FILLERS + ")([0-9]{3,6})(?![0-9])");
  private static final Pattern CODE_BEFORE_ITS_NAME =
      Pattern.compile(
          "(?i)(?<![0-9])[0-9]{3,6}(\\s+(?:is|as|was)\\s+(?:(?:my|our|your|the|a|card)\\s+)*(?:"
              + CODE_NAMES
              + "))\\b");

  /** Words of a question that asks for a verification code or PIN. */
  private static final Pattern ASKS_FOR_CODE =
      Pattern.compile(
          "(?i)\\b(cvv2?|cvc2?|cav2|security[ _-]?code|verification[ _-]?(code|value)|pin)\\b");

  /** Magnetic stripe data after ISO/IEC 7813: track 1 in format B, and track 2. */
  private static final Pattern TRACK =
      Pattern.compile(
          "%?[Bb][0-9 ]{12,23}\\^[^^\\r\\n]{2,26}\\^[0-9]{4}[^?\\s]*\\??|;?(?<![0-9])[0-9]{12,19}[=Dd][0-9]{7,}[0-9=]*\\??");

  /** Names of columns that hold what must never be kept once a payment is authorised. */
  private static final Pattern SECRET_LABEL =
      Pattern.compile(
          "(card)?(cvv2?|cvc2?|cav2|cid|csc|cardsecuritycode|securitycode|(card)?verification(code|value)|cardverificationcode|pin|pinnumber|pincode|pinblock|cardpin|track[123]?(data)?|magstripe|magneticstripe|stripedata)");

  private PaymentNumbers() {}

  /**
   * Whether the digits of {@code text} are a card number: 12 to 19 of them, Luhn check digit right
   * (ISO/IEC 7812-1).
   */
  public static boolean isCard(String text) {
    String digits = digits(text);
    return digits.length() >= SHORTEST_CARD
        && digits.length() <= LONGEST_CARD
        && LuhnCheckDigit.LUHN_CHECK_DIGIT.isValid(digits);
  }

  /**
   * Whether {@code text} can be an account number: 4 to 34 letters and digits, at least one of them
   * a digit, spaces and hyphens aside. Domestic ACH entries hold up to 17, an IBAN (ISO 13616) up
   * to 34. Words that call the digits a verification code or PIN make it none.
   */
  public static boolean isAccount(String text) {
    String account = account(text);
    return account.length() >= 4
        && account.length() <= 34
        && !digits(text).isEmpty()
        && text.matches("[0-9A-Za-z -]+")
        && withoutCodes(text).equals(text);
  }

  /** The letters and digits of an account number, in which all its spellings agree. */
  public static String account(String text) {
    return text == null
        ? ""
        : text.replaceAll("[^0-9A-Za-z]", "").toUpperCase(java.util.Locale.ROOT);
  }

  /** The last four letters or digits of an account number, or null for null. */
  public static String accountLast4(String text) {
    String account = account(text);
    return text == null ? null : account.substring(Math.max(0, account.length() - 4));
  }

  /** The digits of {@code text} alone; empty for null. */
  public static String digits(String text) {
    StringBuilder digits = new StringBuilder(LONGEST_CARD);
    for (int i = 0; text != null && i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9') {
        digits.append(c);
      }
    }
    return digits.toString();
  }

  /** The last four digits, or null for null. */
  public static String last4(String text) {
    String digits = digits(text);
    return text == null ? null : digits.substring(Math.max(0, digits.length() - 4));
  }

  /**
   * {@code text} with magnetic stripe data, every card number that passes the Luhn check, every
   * IBAN, every number that words call an account and every verification code blotted out. Null
   * stays null.
   */
  public static String redact(String text) {
    if (text == null) {
      return null;
    }
    if (hasFewerDigitsThan(SHORTEST_CODE, text)) {
      return text;
    }
    String withoutCards =
        hasFewerDigitsThan(SHORTEST_CARD, text)
            ? text
            : CardsInText.in(withoutStripes(text)).blotted();
    return withoutCodes(IbansInText.blotted(withoutAccounts(withoutCards)));
  }

  private static String withoutAccounts(String text) {
    return !hasFewerDigitsThan(SHORTEST_ACCOUNT, text) && PaymentWords.mayNameAccount(text)
        ? ACCOUNT.matcher(text).replaceAll("$1$2[account number]")
        : text;
  }

  /**
   * {@code text} with all magnetic stripe data and every number that words call a verification code
   * or PIN blotted out. Null stays null.
   */
  public static String withoutCodes(String text) {
    if (text == null || hasFewerDigitsThan(SHORTEST_CODE, text)) {
      return text;
    }
    String plain = withoutStripes(text);
    if (!PaymentWords.mayNameCode(plain)) {
      return plain;
    }
    String named = CODE.matcher(plain).replaceAll("$1$2[code]");
    return CODE_BEFORE_ITS_NAME.matcher(named).replaceAll("[code]$1");
  }

  /**
   * Whether {@code text} holds a number that a card network gives out, of at least {@code digits}
   * digits.
   */
  public static boolean hasCard(String text, int digits) {
    return !hasFewerDigitsThan(digits, text) && CardsInText.in(text).hasOf(digits);
  }

  /**
   * The same, for a number in one piece or in groups as it is printed on cards: what other numbers
   * beside each other make by chance does not count.
   */
  public static boolean hasWholeCard(String text, int digits) {
    return !hasFewerDigitsThan(digits, text) && CardsInText.in(text).hasWholeOf(digits);
  }

  /** Whether {@code text} holds magnetic stripe data. */
  public static boolean hasStripe(String text) {
    return (text.indexOf('=') >= 0 || text.indexOf('^') >= 0) && TRACK.matcher(text).find();
  }

  private static String withoutStripes(String text) {
    return hasFewerDigitsThan(SHORTEST_CARD, text)
        ? text
        : TRACK.matcher(text).replaceAll("[magnetic stripe]");
  }

  /** Most texts hold few digits, which is told faster than by any pattern. */
  private static boolean hasFewerDigitsThan(int least, String text) {
    int digits = 0;
    for (int i = 0; i < text.length() && digits < least; i++) {
      char c = text.charAt(i);
      digits += c >= '0' && c <= '9' ? 1 : 0;
    }
    return digits < least;
  }

  /**
   * {@code answer} without what the question asks for and nobody may keep: where it asks for a
   * verification code, a PIN or magnetic stripe data, every number of 3 to 6 digits is blotted out.
   */
  public static String answer(String question, String answer) {
    return isSecretLabel(question) || ASKS_FOR_CODE.matcher(question).find()
        ? answer.replaceAll("(?<![0-9])[0-9]{3,6}(?![0-9])", "[code]")
        : answer;
  }

  /**
   * Whether a column of this name holds a verification code, a PIN or magnetic stripe data,
   * whatever table it stands in.
   */
  public static boolean isSecretLabel(String name) {
    StringBuilder plain = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c >= 'A' && c <= 'Z') {
        plain.append((char) (c + 'a' - 'A'));
      } else if (c >= 'a' && c <= 'z' || c >= '0' && c <= '9') {
        plain.append(c);
      }
    }
    return SECRET_LABEL.matcher(plain).matches();
  }
}
