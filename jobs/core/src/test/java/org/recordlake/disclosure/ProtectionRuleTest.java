package org.recordlake.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("With eleven as the threshold")
class ProtectionRuleTest {
  private static final ProtectionRule RULE = new ProtectionRule(11);

  @ParameterizedTest
  @DisplayName("one to ten people are few")
  @ValueSource(longs = {1, 2, 10})
  void small(long count) {
    assertThat(RULE.isSmall(count)).isTrue();
  }

  @ParameterizedTest
  @DisplayName("nobody is not few, and neither are eleven")
  @ValueSource(longs = {0, 11, 12, 1_000_000})
  void notSmall(long count) {
    assertThat(RULE.isSmall(count)).isFalse();
  }

  @ParameterizedTest(name = "{0} to {1}: {2}")
  @DisplayName("a hidden count must be able to be eleven, and any of eleven")
  @CsvSource({
    "1, 11, true",
    "1, 10, false",
    "0, 10, false",
    "2, 11, false",
    "20, 30, true",
    "20, 29, false",
    "300, 300, false"
  })
  void protects(long low, long high, boolean isProtected) {
    assertThat(RULE.protects(new Interval(low, high))).isEqualTo(isProtected);
  }

  @Test
  @DisplayName("a count that nothing bounds is protected")
  void unbounded() {
    Interval range = new Interval(40, Interval.UNBOUNDED);
    assertThat(range.width()).isEqualTo(Interval.UNBOUNDED);
    assertThat(RULE.protects(range)).isTrue();
  }

  @Test
  @DisplayName("one person is the least threshold, and hides nobody")
  void threshold() {
    assertThat(new ProtectionRule(1).isSmall(1)).isFalse();
    assertThat(new ProtectionRule(1).protects(new Interval(1, 1))).isTrue();
    assertThatThrownBy(() -> new ProtectionRule(0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Interval(2, 1)).isInstanceOf(IllegalArgumentException.class);
  }
}
