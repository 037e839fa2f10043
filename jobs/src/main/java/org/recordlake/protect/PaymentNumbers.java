package org.recordlake.protect;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.validator.routines.checkdigit.LuhnCheckDigit;

/** Card and bank account numbers: what is one, and how to blot them out of free text. */
public final class PaymentNumbers {
  private static final Pattern CARD =
      Pattern.compile("(?<![0-9])[0-9](?:[ -]?[0-9]){11,18}(?![0-9])");
  private static final Pattern ACCOUNT =
      Pattern.compile(
          "(?i)\\b(account|acct|routing|iban|aba|checking|savings)((?:\\s+(?:number|no\\.?|#|is))*[\\s:#.]*)([0-9](?:[ -]?[0-9]){5,16})(?![0-9])");
  private static final Pattern CODE =
      Pattern.compile(
          "(?i)(?<![A-Za-z])(cvv2?|cvc2?|cid|security[ _-]?code|verification[ _-]?code|pin)((?:[\\s_-]+(?:code|number|no\\.?|is))*[\\s:#.=?,;\"']*)([0-9]{3,6})(?![0-9])");

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
    return digits.length() >= 12
        && digits.length() <= 19
        && LuhnCheckDigit.LUHN_CHECK_DIGIT.isValid(digits);
  }

  /**
   * Whether {@code text} can be an account number: 4 to 34 letters and digits, at least one of them
   * a digit, spaces and hyphens aside. Domestic ACH entries hold up to 17, an IBAN (ISO 13616) up
   * to 34.
   */
  public static boolean isAccount(String text) {
    String account = account(text);
    return account.length() >= 4
        && account.length() <= 34
        && !digits(text).isEmpty()
        && text.matches("[0-9A-Za-z -]+");
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
    return text == null ? "" : text.replaceAll("[^0-9]", "");
  }

  /** The last four digits, or null for null. */
  public static String last4(String text) {
    String digits = digits(text);
    return text == null ? null : digits.substring(Math.max(0, digits.length() - 4));
  }

  /**
   * {@code text} with every card number that passes the Luhn check, every number that words call an
   * account and every verification code blotted out. Null stays null.
   */
  public static String redact(String text) {
    if (text == null) {
      return null;
    }
    String withoutCards =
        CARD.matcher(TRACK.matcher(text).replaceAll("[magnetic stripe]"))
            .replaceAll(
                match ->
                    Matcher.quoteReplacement(
                        isCard(match.group())
                            ? "[card number ending " + last4(match.group()) + "]"
                            : match.group()));
    return withoutCodes(ACCOUNT.matcher(withoutCards).replaceAll("$1$2[account number]"));
  }

  /**
   * {@code text} with all magnetic stripe data and every number that words call a verification code
   * or PIN blotted out. Null stays null.
   */
  public static String withoutCodes(String text) {
    return text == null
        ? null
        : CODE.matcher(TRACK.matcher(text).replaceAll("[magnetic stripe]"))
            .replaceAll("$1$2[code]");
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
