package org.recordlake.polls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A difference between kinds of respondents")
class AssociationTest {

  @Test
  @DisplayName("is tested by chi-squared where all expected counts reach 5")
  void chiSquared() {
    // 20 30 / 30 20: every expected count is 25, chi-squared 4, one degree of freedom.
    Association found = Association.test(new long[][] {{20, 30}, {30, 20}}).orElseThrow();
    assertThat(found.test()).isEqualTo("chi-squared");
    assertThat(found.pValue()).isCloseTo(0.0455, within(5e-5));
    assertThat(found.cramersV()).isCloseTo(0.2, within(1e-9));
  }

  @Test
  @DisplayName("is tested exactly in a small table of two by two")
  void fisher() {
    // Fisher's tea: 3 1 / 1 3 has a two-sided p of 34/70.
    Association found = Association.test(new long[][] {{3, 1}, {1, 3}}).orElseThrow();
    assertThat(found.test()).isEqualTo("Fisher's exact");
    assertThat(found.pValue()).isCloseTo(34 / 70.0, within(1e-9));
  }

  @Test
  @DisplayName("is not claimed where a larger table expects too few")
  void tooFew() {
    assertThat(Association.test(new long[][] {{3, 1, 9}, {1, 3, 9}})).isEmpty();
  }
}
