package org.recordlake.format.business;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SalesforceIdTest {
  @ParameterizedTest(name = "{0} is {1}")
  @DisplayName(
      "A record's number is the same in 15 and 18 characters, and none if its check is wrong")
  @CsvSource({
    "001A000001LkwXZ, 001A000001LkwXZIAZ",
    "001A000001LkwXZIAZ, 001A000001LkwXZIAZ",
    "001a000001lkwxziaz, 001A000001LkwXZIAZ",
    "001A000001LKWXZIAZ, 001A000001LkwXZIAZ",
    "001A000001LkwXZiaz, 001A000001LkwXZIAZ",
    "001A000001LkwXZIAA, none",
    "001A000001LkwXzIAZ, none",
    "001a000001lkwxz5az, none",
    "001A000001LkwXZIA9, none",
    "001A000001LkwXZI, none",
    "C-000001, none"
  })
  void numbers(String text, String expected) {
    assertThat(SalesforceId.of(text).orElse("none")).isEqualTo(expected);
  }
}
