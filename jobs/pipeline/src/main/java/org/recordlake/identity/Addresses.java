package org.recordlake.identity;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Locale;
import java.util.Optional;

/** E-mail addresses and telephone numbers in the one form in which equal ones are equal. */
final class Addresses {
  private static final PhoneNumberUtil PHONES = PhoneNumberUtil.getInstance();
  private static final String HOME = "US";

  private Addresses() {}

  /** Small letters, without space around; empty for what is no address. */
  static Optional<String> email(String text) {
    String plain = text == null ? "" : text.trim().toLowerCase(Locale.ROOT);
    int at = plain.indexOf('@');
    return at > 0 && at == plain.lastIndexOf('@') && at < plain.length() - 1
        ? Optional.of(plain)
        : Optional.empty();
  }

  /** The mailbox behind an address with a tag: {@code a+news@b.com} comes to {@code a@b.com}. */
  static String mailbox(String email) {
    int at = email.indexOf('@');
    int plus = email.indexOf('+');
    return plus > 0 && plus < at ? email.substring(0, plus) + email.substring(at) : email;
  }

  private static String region(String country) {
    return country != null && PHONES.getSupportedRegions().contains(country) ? country : HOME;
  }

  /**
   * International form E.164 such as {@code +12025550123}, without an extension; empty for what
   * cannot be a number.
   *
   * @param country two letters, where a number without country code is from; the United States
   *     where it is null or unknown
   */
  static Optional<String> phone(String text, String country) {
    if (text == null || text.isBlank()) {
      return Optional.empty();
    }
    try {
      PhoneNumber number = PHONES.parse(text, region(country));
      return PHONES.isPossibleNumber(number)
          ? Optional.of(PHONES.format(number, PhoneNumberFormat.E164))
          : Optional.empty();
    } catch (NumberParseException noNumber) {
      return Optional.empty();
    }
  }
}
