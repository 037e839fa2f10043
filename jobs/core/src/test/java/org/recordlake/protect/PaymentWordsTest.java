package org.recordlake.protect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A text is looked through for codes and accounts")
class PaymentWordsTest {
  @ParameterizedTest
  @DisplayName("if a word begins as the name of a code does")
  @ValueSource(
      strings = {
        "cv", "CA", "Ci", "cS", "my PI", "se", "a Ve", "1pin", "{cvv", "`cvv", "[pin", "@pin"
      })
  void mayNameCode(String text) {
    assertThat(PaymentWords.mayNameCode(text)).isTrue();
  }

  @ParameterizedTest
  @DisplayName("for no code if none does")
  @ValueSource(
      strings = {
        "", "c", "cell me", "pan", "save", "value", "acvv", "zcvv", "Apin", "Zpin", "Spin"
      })
  void namesNoCode(String text) {
    assertThat(PaymentWords.mayNameCode(text)).isFalse();
  }

  @ParameterizedTest
  @DisplayName("if a word begins as one for a bank account does")
  @ValueSource(
      strings = {
        "ac", "AB", "a/c", "Ch", "my Iban", "ROuting", "sa", "{acct", "`aba", "[aba", "@iban"
      })
  void mayNameAccount(String text) {
    assertThat(PaymentWords.mayNameAccount(text)).isTrue();
  }

  @ParameterizedTest
  @DisplayName("for no account if none does")
  @ValueSource(
      strings = {"", "a", "agenda", "cash", "item", "red", "set", "aaba", "zaba", "Aiban", "Ziban"})
  void namesNoAccount(String text) {
    assertThat(PaymentWords.mayNameAccount(text)).isFalse();
  }
}
