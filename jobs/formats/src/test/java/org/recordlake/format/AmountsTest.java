package org.recordlake.format;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.recordlake.format.tabular.Amounts;
import org.recordlake.format.tabular.Amounts.Decimal;

class AmountsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1234.50|POINT|1234.5",
        "1,234,567.89|POINT|1234567.89",
        "$ 12.00|POINT|12",
        "(3.10)|POINT|-3.1",
        "0.000|POINT|0",
        "-6000.0000|POINT|-6000",
        "1.6E+6|POINT|1600000",
        "8,45|POINT|not a number",
        "12a|POINT|not a number",
        "-|POINT|not a number",
        "8,45|COMMA|8.45",
        "1.234.567,89|COMMA|1234567.89",
        "1 234,5|COMMA|1234.5",
        "12,5-|COMMA|-12.5"
      })
  void whetherACommaGroupsOrDividesIsTheLayoutsToSay(String text, Decimal decimal, String cell) {
    assertThat(Amounts.cell(text, decimal)).isEqualTo(cell);
  }
}
