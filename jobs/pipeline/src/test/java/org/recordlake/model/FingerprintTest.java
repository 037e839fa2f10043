package org.recordlake.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class FingerprintTest {
  private final Fingerprint earlier =
      Fingerprint.of(Map.of("sql", "12ab", "orders", "4", "x", "1"));

  @Test
  void comesBackFromItsText() {
    assertThat(Fingerprint.parse(earlier.toString())).isEqualTo(earlier);
    assertThat(earlier).hasToString("orders=4 sql=12ab x=1");
  }

  @Test
  void tellsEveryPartThatChangedCameOrWent() {
    Fingerprint now = Fingerprint.of(Map.of("sql", "12ab", "orders", "5", "y", "7"));
    assertThat(now.since(earlier)).containsExactly("orders 4 -> 5", "y none -> 7", "x 1 -> none");
    assertThat(earlier.since(earlier)).isEmpty();
  }

  @Test
  void aNoteOfAnotherKindSharesNothingWithIt() {
    assertThat(earlier.since(Fingerprint.parse("a note of somebody else"))).hasSize(3);
  }

  @Test
  void equalFingerprintsHaveEqualDigestsOf16Digits() {
    assertThat(earlier.digest())
        .matches("[0-9a-f]{16}")
        .isEqualTo(Fingerprint.parse(earlier.toString()).digest())
        .isNotEqualTo(Fingerprint.of(Map.of("sql", "12ab")).digest());
  }
}
