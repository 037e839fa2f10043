package org.recordlake.ingest;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.validator.routines.checkdigit.LuhnCheckDigit;

/** Numbers that must not lie open, or nowhere at all, in the ways people and systems write them. */
final class Secrets {
  private final Set<String> numbers = new HashSet<>();
  private final Set<String> codes = new HashSet<>();
  private final Set<String> shortCodes = new HashSet<>();
  private int next;

  /** Card and account numbers made so far, in all spellings: nowhere in clear. */
  Set<String> numbers() {
    return java.util.Collections.unmodifiableSet(numbers);
  }

  /** PINs and magnetic stripes made so far, told from any other text: nowhere, not even sealed. */
  Set<String> codes() {
    return java.util.Collections.unmodifiableSet(codes);
  }

  /** Verification codes made so far, short enough to be a part of something else. */
  Set<String> shortCodes() {
    return java.util.Collections.unmodifiableSet(shortCodes);
  }

  /** One way of writing a secret into a text, each in its turn. */
  String words() {
    return switch (next % 9) {
      case 0 -> "card " + card();
      case 1 -> spaced(card()) + " 12/27 cvv " + shortCode();
      case 2 -> "pay with " + dashed(card());
      case 3 -> "account number " + account();
      case 4 -> "my PIN is " + code();
      case 5 -> ";" + card() + "=2905101" + stripe() + "?";
      case 6 -> "%B" + card() + "^DOE/PAT^2905101" + stripe() + "?";
      case 7 -> code() + " is the pin; routing 021000021, acct # " + account();
      default -> "12 " + spaced(card()) + " security code: " + shortCode();
    };
  }

  /** A card number after ISO/IEC 7812-1. */
  String card() {
    String body = "4539%011d".formatted(7_310_000_000L + 7919L * next++);
    String card = body + checkDigit(body);
    numbers.addAll(List.of(card, spaced(card), dashed(card)));
    return card;
  }

  String account() {
    String account = "88%010d".formatted(3_100_000_000L + 104_729L * next++);
    numbers.add(account);
    return account;
  }

  /** A PIN of six digits. */
  String code() {
    String code = "%06d".formatted(903_000 + 7 * next++);
    codes.add(code);
    return code;
  }

  /** A verification code of four digits. */
  String shortCode() {
    String code = "%04d".formatted(9_101 + next++ % 590);
    shortCodes.add(code);
    return code;
  }

  private String stripe() {
    String stripe = "77%08d".formatted(31_000_000 + 6_151 * next++);
    codes.add(stripe);
    return stripe;
  }

  private static String spaced(String card) {
    return card.replaceAll("(.{4})(?=.)", "$1 ");
  }

  private static String dashed(String card) {
    return card.replaceAll("(.{4})(?=.)", "$1-");
  }

  private static String checkDigit(String body) {
    try {
      return LuhnCheckDigit.LUHN_CHECK_DIGIT.calculate(body).toUpperCase(Locale.ROOT);
    } catch (org.apache.commons.validator.routines.checkdigit.CheckDigitException e) {
      throw new IllegalStateException(e);
    }
  }
}
