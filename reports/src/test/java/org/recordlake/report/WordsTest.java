package org.recordlake.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {
  @ParameterizedTest
  @CsvSource({
    "0, $0",
    "12.34, $12.34",
    "99.99, $99.99",
    "100, $100",
    "1234567.89, '$1,234,568'",
    "-1500, '−$1,500'",
  })
  void moneyIsWrittenInWholeDollarsFromOneHundredOn(BigDecimal amount, String expected) {
    assertThat(Words.money(amount)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "950, $950",
    "9949, '$9,949'",
    "9950, $10K",
    "340400, $340K",
    "999400, $999K",
    "999500, $1.0M",
    "1284300, $1.3M",
    "9950000, $10M",
    "1250000000, '$1,250M'",
    "-50000, −$50K",
  })
  void headlinesNameTheSizeOfAnAmount(BigDecimal amount, String expected) {
    assertThat(Words.shortMoney(amount)).isEqualTo(expected);
  }

  @Test
  void aChangeSaysItsDirection() {
    assertThat(Words.change(new BigDecimal("0.1644"))).isEqualTo("+16.4%");
    assertThat(Words.change(new BigDecimal("-0.5487"))).isEqualTo("−54.9%");
    assertThat(Words.change(null)).isEmpty();
    assertThat(Words.points(new BigDecimal("0.1719"))).isEqualTo("+17.2 points");
    assertThat(Words.points(new BigDecimal("-0.02"))).isEqualTo("−2.0 points");
    assertThat(Words.points(null)).isEmpty();
  }

  @Test
  void anIntervalWithAMissingEndIsEmpty() {
    assertThat(Words.interval(new BigDecimal("0.33"), new BigDecimal("0.472")))
        .isEqualTo("33.0%–47.2%");
    assertThat(Words.interval(null, BigDecimal.ONE)).isEmpty();
  }

  @Test
  void aResponseTellsAsMuchAsIsKnown() {
    assertThat(Words.response(178L, 214L, new BigDecimal("0.8318")))
        .isEqualTo("178 of 214 answered (83.2%)");
    assertThat(Words.response(178L, null, null)).isEqualTo("178 answered");
    assertThat(Words.response(null, 214L, null)).isEqualTo("number of respondents not recorded");
  }

  @Test
  void codesReadAsWords() {
    assertThat(Words.plain("uses_competitor")).isEqualTo("Uses competitor");
    assertThat(Words.plain(null)).isEmpty();
    assertThat(Words.asked("multiple")).isEqualTo("several choices");
    assertThat(Words.asked("ranking")).isEqualTo("ranking");
  }

  @Test
  void daysAreWrittenTheAmericanWay() {
    assertThat(Words.day(LocalDate.of(2026, 11, 2))).isEqualTo("Nov 2, 2026");
    assertThat(Words.longDay(LocalDate.of(2026, 11, 22))).isEqualTo("November 22, 2026");
  }
}
