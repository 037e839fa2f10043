package org.recordlake.protect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PaymentNumbersTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "card %B4111111111111111^DOE/PAT^29051010000000000?|card [magnetic stripe]",
        "swiped ;4111111111111111=29051010000012345? ok|swiped [magnetic stripe] ok",
        "cvv=987, PIN: 1234|cvv=[code], PIN: [code]",
        "card_security_code is 4821|card_security_code is [code]",
        "4111 1111 1111 1111 thanks|[card number ending 1111] thanks",
        "4111 1111 1111 1111 12/27|[card number ending 1111] 12/27",
        "2 of 4111-1111-1111-1111|2 of [card number ending 1111]",
        "4111.1111.1111.1111, 4111  1111  1111  1111|[card number ending 1111], [card number ending 1111]",
        "amex 3782 822463 10005.|amex [card number ending 0005].",
        "to GB29 NWBK 6016 1331 9268 19 please|to [account number] please",
        "4821 is my PIN, the CVV on the back is 123|[code] is my PIN, the CVV on the back is [code]",
        "call +44 20 7946 0958 or 303-555-0101|call +44 20 7946 0958 or 303-555-0101",
        "DE29 of 2026, part AB12 3456 7890 1234 5678|DE29 of 2026, part AB12 3456 7890 1234 5678",
        "checking 150000 letters for 2026 1500 3200 4100|checking [account number] letters for 2026 1500 3200 4100",
        "account no. 123456789|account no. [account number]",
        "room 1234, order 98765|room 1234, order 98765",
        "account 12345, account 123456|account 12345, account [account number]",
        "account 123456 and 12345678901234567|account [account number] and 12345678901234567",
        "pin 12, pin 1234567|pin 12, pin 1234567",
        "pin 099|pin [code]",
        "cvv 100|cvv [code]"
      })
  void freeTextLosesStripesCodesCardsAndAccountsAndNothingElse(String text, String kept) {
    assertThat(PaymentNumbers.redact(text)).isEqualTo(kept);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"cvv\":\"123\",\"n\":1}|{\"cvv\":\"[code]\",\"n\":1}",
        "B4111111111111111^DOE/PAT^2905101?,x|[magnetic stripe],x",
        "4111111111111111=2905101000,x|[magnetic stripe],x",
        "4111111111111111,account 123456|4111111111111111,account 123456",
        "cvv 12|cvv 12"
      })
  void aRowForTheQuarantineLosesCodesAndStripes(String raw, String kept) {
    assertThat(PaymentNumbers.withoutCodes(raw)).isEqualTo(kept);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cvv",
        "CVC2",
        "cav2",
        "Cid",
        "CSC",
        "Security Code",
        "verification value",
        "PIN",
        "pin number",
        "7cvv",
        "(Pin",
        "_pin"
      })
  void everyNameOfACodeIsSeenHoweverItIsWritten(String name) {
    assertThat(PaymentWords.mayNameCode("a " + name)).isTrue();
    assertThat(PaymentNumbers.redact(name + " 9876")).isEqualTo(name + " [code]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Account",
        "ACCT",
        "a/c",
        "Routing",
        "iban",
        "ABA",
        "checking",
        "(savings",
        "-aba"
      })
  void everyWordForAnAccountIsSeenHoweverItIsWritten(String word) {
    assertThat(PaymentNumbers.redact(word + " 12345678")).isEqualTo(word + " [account number]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"PRODUCT NUMBER 12345 WITH A NAME", "SET OF 100 PINK CASES", "City 12345 via 678"})
  void wordsThatMerelyBeginLikeThoseStay(String text) {
    assertThat(PaymentNumbers.redact(text)).isEqualTo(text);
  }

  @Test
  void aCardNumberIsToldFromOtherNumbersOfAsManyDigits() {
    assertThat(PaymentNumbers.hasWholeCard("C-4111111111111111", 15)).isTrue();
    assertThat(PaymentNumbers.hasWholeCard("4111 1111 1111 1111", 15)).isTrue();
    assertThat(PaymentNumbers.hasWholeCard("411111111111-1111", 15)).isFalse();
    assertThat(PaymentNumbers.hasWholeCard("121042880000002", 15)).isFalse();
    assertThat(PaymentNumbers.hasCard("4111111111111111.00", 13)).isTrue();
    assertThat(PaymentNumbers.hasCard("4111111111111112", 13)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CVV",
        "cvc2",
        "Card Verification Code",
        "PIN",
        "pin_block",
        "Track 2 Data",
        "CSC",
        "CAV2",
        "cav2",
        "Mag-Stripe"
      })
  void columnsOfTheseNamesAreNeverKept(String name) {
    assertThat(PaymentNumbers.isSecretLabel(name)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Pinned",
        "Tracking number",
        "City",
        "Shipping",
        "Security level",
        "Pin 0",
        "Pin 9",
        "zpin",
        "Z-Pin",
        "a pin"
      })
  void othersAre(String name) {
    assertThat(PaymentNumbers.isSecretLabel(name)).isFalse();
  }

  @Test
  void accountsMayHoldLettersAndAllSpellingsOfOneAgree() {
    assertThat(PaymentNumbers.isAccount("GB29 NWBK 6016 1331 9268 19")).isTrue();
    assertThat(PaymentNumbers.isAccount("744-5678-99")).isTrue();
    assertThat(PaymentNumbers.isAccount("none given")).isFalse();
    assertThat(PaymentNumbers.isAccount("my PIN is 968359")).isFalse();
    assertThat(PaymentNumbers.account("gb29-nwbk 60")).isEqualTo("GB29NWBK60");
  }

  @Test
  void anAccountHasFourToThirtyFourLettersAndDigits() {
    assertThat(PaymentNumbers.isAccount("12-3")).isFalse();
    assertThat(PaymentNumbers.isAccount("12-34")).isTrue();
    assertThat(PaymentNumbers.isAccount("1" + "A".repeat(33))).isTrue();
    assertThat(PaymentNumbers.isAccount("1" + "A".repeat(34))).isFalse();
    assertThat(PaymentNumbers.isAccount("12_345")).isFalse();
    assertThat(PaymentNumbers.isAccount(null)).isFalse();
  }

  @Test
  void aCardNumberHasTwelveToNineteenDigitsOfWhichTheLastChecksTheOthers() {
    assertThat(PaymentNumbers.isCard("90000000001")).isFalse();
    assertThat(PaymentNumbers.isCard("000000000000")).isFalse();
    assertThat(PaymentNumbers.isCard("9000 0000 0001")).isTrue();
    assertThat(PaymentNumbers.isCard("9000 0000 0002")).isFalse();
    assertThat(PaymentNumbers.isCard("6000000000000000004")).isTrue();
    assertThat(PaymentNumbers.isCard("60000000000000000007")).isFalse();
    assertThat(PaymentNumbers.isCard(null)).isFalse();
  }

  @Test
  void ofANumberFourAtItsEndAreKeptOrWhatThereIs() {
    assertThat(PaymentNumbers.last4("4111-1111 1111.1209")).isEqualTo("1209");
    assertThat(PaymentNumbers.last4("1209")).isEqualTo("1209");
    assertThat(PaymentNumbers.last4("no. 12")).isEqualTo("12");
    assertThat(PaymentNumbers.last4(null)).isNull();
    assertThat(PaymentNumbers.accountLast4("gb29 nwbk-a1")).isEqualTo("BKA1");
    assertThat(PaymentNumbers.accountLast4("a-1")).isEqualTo("A1");
    assertThat(PaymentNumbers.accountLast4(null)).isNull();
  }

  @Test
  void digitsAreThoseFromZeroToNineAlone() {
    assertThat(PaymentNumbers.digits("/0 1:9 a\u0661")).isEqualTo("019");
    assertThat(PaymentNumbers.digits(null)).isEmpty();
    assertThat(PaymentNumbers.account(null)).isEmpty();
  }

  @Test
  void noTextHasNothingToBlotOut() {
    assertThat(PaymentNumbers.redact(null)).isNull();
    assertThat(PaymentNumbers.redact("pin 12")).isEqualTo("pin 12");
    assertThat(PaymentNumbers.redact("")).isEmpty();
    assertThat(PaymentNumbers.withoutCodes(null)).isNull();
  }

  @Test
  void aMagneticStripeIsSeenWhateverStandsBeforeIt() {
    assertThat(PaymentNumbers.hasStripe("=;4111111111111111=29051010000012345?")).isTrue();
    assertThat(PaymentNumbers.hasStripe("^%B4111111111111111^DOE/PAT^29051010000000000?")).isTrue();
    assertThat(PaymentNumbers.hasStripe("4111111111111111 = 29051010000012345")).isFalse();
    assertThat(PaymentNumbers.hasStripe("card 4111111111111111")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"What is your PIN?", "Security code on the back", "Track 2", "CSC"})
  void anAnswerLosesTheCodeThatItsQuestionAsksFor(String question) {
    assertThat(PaymentNumbers.answer(question, "123 or 654321, not 12 or 1234567"))
        .isEqualTo("[code] or [code], not 12 or 1234567");
  }

  @ParameterizedTest
  @ValueSource(strings = {"How many pins do you own?", "Postal code", "Which track was best?"})
  void anAnswerToAnotherQuestionStays(String question) {
    assertThat(PaymentNumbers.answer(question, "123 or 654321")).isEqualTo("123 or 654321");
  }
}
