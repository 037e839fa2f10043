package org.recordlake.protect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("An IBAN in text")
class IbansInTextTest {
  @ParameterizedTest
  @DisplayName("is blotted out, short or long, grouped or not, whatever follows it")
  @CsvSource(
      delimiter = '|',
      value = {
        "NO9386011117947|[account number]",
        "no93 8601 1117 947|[account number]",
        "NO93-8601-1117-947.|[account number].",
        "MT84MALT011000012345MTLCAST001S|[account number]",
        "from MT84 MALT 0110 0001 2345 MTLC AST0 01S|from [account number]",
        "GB29 NWBK 6016 1331 9268 19 thanks a lot|[account number] thanks a lot",
        "GB29NWBK60161331926819, DE89370400440532013000|[account number], [account number]",
        "ref AB12 DE89 3704 0044 0532 0130 00 x|ref AB12 [account number] x",
        "AB12 CD34 EF56 GH78 then NO9386011117947|AB12 CD34 EF56 GH78 then [account number]"
      })
  void blotted(String text, String kept) {
    assertThat(PaymentNumbers.redact(text)).isEqualTo(kept);
  }

  @ParameterizedTest
  @DisplayName("is none with a wrong check digit, cut short, or as a part of a word")
  @ValueSource(
      strings = {
        "NO9386011117948",
        "NO938601111794",
        "XNO9386011117947",
        "1NO9386011117947",
        "NO9386011117947X",
        "GB29 NWBK 6016 1331 9268 1",
        "N09386011117947",
        "AB12 CD34 EF56 GH78",
        "12 of 345 AB1"
      })
  void stays(String text) {
    assertThat(PaymentNumbers.redact(text)).isEqualTo(text);
  }
}
