package org.recordlake.protect;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.commons.validator.routines.checkdigit.CheckDigitException;
import org.apache.commons.validator.routines.checkdigit.LuhnCheckDigit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A card number in text")
class CardsInTextTest {
  private static final String VISA = "4111111111111111";

  @ParameterizedTest(name = "{0} with {1} digits")
  @DisplayName("is one that a network gives out")
  @CsvSource({
    "40, 13",
    "49, 13",
    "300, 14",
    "305, 14",
    "36, 14",
    "38, 14",
    "39, 14",
    "34, 15",
    "37, 15",
    "40, 16",
    "49, 16",
    "50, 16",
    "51, 16",
    "55, 16",
    "2221, 16",
    "2720, 16",
    "3528, 16",
    "3589, 16",
    "60, 16",
    "69, 16",
    "60, 17",
    "69, 18",
    "60, 19",
    "40, 19"
  })
  void ofANetwork(String beginning, int length) throws CheckDigitException {
    String number = number(beginning, length);
    assertThat(PaymentNumbers.hasCard(number, length)).isTrue();
    assertThat(PaymentNumbers.hasCard("paid with " + number, length)).isTrue();
    assertThat(PaymentNumbers.hasCard("paid with " + number, length + 1)).isFalse();
    assertThat(PaymentNumbers.hasCard(wrongAtItsEnd(number), length)).isFalse();
  }

  @ParameterizedTest(name = "{0} with {1} digits")
  @DisplayName("is none that begins or ends beside what a network gives out")
  @CsvSource({
    "40, 12", "39, 13", "50, 13", "299, 14", "306, 14", "35, 14", "37, 14", "40, 14", "33, 15",
    "35, 15", "36, 15", "38, 15", "40, 15", "39, 16", "56, 16", "2220, 16", "2721, 16", "3527, 16",
    "3590, 16", "59, 16", "70, 16", "59, 17", "70, 18", "40, 17", "40, 18", "39, 19", "50, 19",
    "60, 20"
  })
  void ofNoNetwork(String beginning, int length) throws CheckDigitException {
    String number = number(beginning, length);
    assertThat(PaymentNumbers.hasCard(number, 12)).isFalse();
    assertThat(PaymentNumbers.hasCard("paid with " + number, 12)).isFalse();
  }

  @ParameterizedTest
  @DisplayName("may have blanks, hyphens and the like between its groups, three at most")
  @ValueSource(
      strings = {
        "4111 1111 1111 1111",
        "4111\t1111\r\n1111\n1111",
        "4111-1111.1111_1111",
        "4111/1111 - 1111 / 1111",
        "4111\u00A01111\u20071111\u20091111",
        "4111\u202F1111\u20101111\u20111111",
        "4111\u20121111\u20131111\u20141111",
        "4111\u22121111   1111---1111",
        "4 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1"
      })
  void grouped(String text) {
    assertThat(PaymentNumbers.redact(text)).isEqualTo("[card number ending 1111]");
    assertThat(PaymentNumbers.hasCard(text, 16)).isTrue();
  }

  @ParameterizedTest
  @DisplayName("ends where words, four blanks or other signs stand between its groups")
  @ValueSource(
      strings = {
        "4111    1111 1111 1111",
        "4111 1111 1111,1111",
        "4111 1111 and 1111 1111",
        "41111111x11111111",
        "4111 1111 1111 - - 1111"
      })
  void apart(String text) {
    assertThat(PaymentNumbers.redact(text)).isEqualTo(text);
    assertThat(PaymentNumbers.hasCard(text, 12)).isFalse();
  }

  @ParameterizedTest
  @DisplayName("is blotted out wherever it stands, and what stands beside it stays")
  @CsvSource(
      delimiter = '|',
      value = {
        "4111111111111111|[card number ending 1111]",
        "12 4111 1111 1111 1111|12 [card number ending 1111]",
        "12 4111 1111 1111 1111 7|12 [card number ending 1111] 7",
        "7 8 9 4111-1111-1111-1111, 7 8|7 8 9 [card number ending 1111], 7 8",
        "4111 1111 1111 1111 5500 0000 0000 0004|[card number ending 1111] [card number ending 0004]",
        "4111111111111111 5500000000000004.|[card number ending 1111] [card number ending 0004].",
        "4111111111111111, or 5500000000000004|[card number ending 1111], or [card number ending 0004]",
        "9 a 4111111111111111 b 9|9 a [card number ending 1111] b 9",
        "94111111111111111|94111111111111111",
        "00004111111111111111|00004111111111111111",
      })
  void blotted(String text, String kept) {
    assertThat(PaymentNumbers.redact(text)).isEqualTo(kept);
  }

  @Test
  @DisplayName("is as long as its groups allow")
  void longest() throws CheckDigitException {
    // 13 digits are a number already, and three more make one of 16.
    String thirteen = number("42", 13);
    String sixteen = number(thirteen + "00", 16);
    String text = thirteen + " " + sixteen.substring(13);
    assertThat(PaymentNumbers.hasCard(thirteen, 13)).isTrue();
    assertThat(PaymentNumbers.redact(text))
        .isEqualTo("[card number ending " + sixteen.substring(12) + "]");
    assertThat(PaymentNumbers.hasCard(text, 16)).isTrue();
    // Nineteen digits are the most: a further group leaves the number as it was.
    String nineteen = number("60", 19);
    assertThat(PaymentNumbers.redact(nineteen + " 1"))
        .isEqualTo("[card number ending " + nineteen.substring(15) + "] 1");
    assertThat(PaymentNumbers.redact(sixteen + " 9999 9999"))
        .isEqualTo("[card number ending " + sixteen.substring(12) + "] 9999 9999");
  }

  @Test
  @DisplayName("of no network is blotted out where it stands alone and is grouped as on a card")
  void ofNoNetworkButPlain() throws CheckDigitException {
    String number = number("90", 16);
    String last = number.substring(12);
    String grouped = "9000 0000 0000 " + last;
    for (String text : new String[] {number, grouped, grouped.replace(' ', '-')}) {
      assertThat(PaymentNumbers.redact("no " + text))
          .isEqualTo("no [card number ending " + last + "]");
      assertThat(PaymentNumbers.hasCard("no " + text, 12)).isFalse();
      assertThat(PaymentNumbers.hasWholeCard("no " + text, 12)).isFalse();
    }
    for (String text :
        new String[] {
          grouped.replace(' ', '.'),
          "9000  0000 0000 " + last,
          "9000 0000 0000  " + last,
          "9000 0000 0000." + last,
          wrongAtItsEnd(number)
        }) {
      assertThat(PaymentNumbers.redact("no " + text)).isEqualTo("no " + text);
    }
    // Beside one that a network gives out it is no number of its own.
    assertThat(PaymentNumbers.redact(VISA + " 00")).isEqualTo("[card number ending 1111] 00");
  }

  @Test
  @DisplayName("is whole in one piece and in groups as printed, and in no others")
  void whole() {
    for (String text :
        new String[] {
          VISA,
          "4111 1111 1111 1111",
          "4111-1111-1111-1111",
          "3782 822463 10005",
          "-" + VISA + "-",
          "(" + VISA + ")",
          "7 " + VISA
        }) {
      assertThat(PaymentNumbers.hasWholeCard(text, 15)).as(text).isTrue();
    }
    for (String text :
        new String[] {
          "41111111 11111111",
          "4111 111111 111111",
          "378282246310005".replaceAll("(.{5})", "$1 "),
          "a" + VISA,
          VISA + "f",
          "x4111 1111 1111 1111",
          "4111 1111 1111 1111x"
        }) {
      assertThat(PaymentNumbers.hasWholeCard(text, 15)).as(text).isFalse();
      assertThat(PaymentNumbers.hasCard(text, 15)).as(text).isTrue();
    }
    assertThat(PaymentNumbers.hasWholeCard(VISA, 16)).isTrue();
    assertThat(PaymentNumbers.hasWholeCard(VISA + " 1", 17)).isFalse();
  }

  /** A number of that beginning and length whose check digit is right. */
  private static String number(String beginning, int length) throws CheckDigitException {
    String digits = beginning + "0".repeat(length - 1 - beginning.length());
    return digits + LuhnCheckDigit.LUHN_CHECK_DIGIT.calculate(digits);
  }

  private static String wrongAtItsEnd(String number) {
    int last = Character.digit(number.charAt(number.length() - 1), 10);
    return number.substring(0, number.length() - 1) + (last + 1) % 10;
  }
}
