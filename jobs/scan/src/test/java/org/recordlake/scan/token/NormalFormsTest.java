package org.recordlake.scan.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A value's normal forms")
class NormalFormsTest {

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({
    "José  ÁLVAREZ-Núñez,jose alvarez nunez",
    "Strauß,strauss",
    "ΣΊΣΥΦΟΣ,σισυφοσ",
    "o.k@Example.ORG,o k example org",
    "Ｆｕｌｌ ｗｉｄｔｈ,full width",
    "soft\u00adhyphen,softhyphen",
    "Jose\u0301,jose",
    "½ cup,cup"
  })
  void wordsAreWithoutCaseAndAccents(String value, String words) {
    assertThat(String.join(" ", NormalForms.words(value))).isEqualTo(words);
  }

  @Test
  @DisplayName("of a telephone number are its groups, its digits and the last ten of them")
  void ofATelephone() {
    assertThat(NormalForms.of("+1 (202) 555-0143 x17"))
        .containsExactly(
            List.of("1", "202", "555", "0143", "x17"),
            List.of("12025550143"),
            List.of("2025550143"));
  }

  @Test
  @DisplayName("of a long text are its first words and the beginnings that statistics keep")
  void ofALongText() {
    String text = "abcdefghi ".repeat(70).strip();
    assertThat(NormalForms.of(text))
        .containsExactly(
            Collections.nCopies(64, "abcdefghi"),
            List.of("abcdefghi", "abcdefghi", "abcdefghi", "ab"),
            List.of(
                "abcdefghi",
                "abcdefghi",
                "abcdefghi",
                "abcdefghi",
                "abcdefghi",
                "abcdefghi",
                "abcd"),
            List.of(
                "abcdefghi",
                "abcdefghi",
                "abcdefghi",
                "abcdefghi",
                "abcdefghi",
                "abcdefghi",
                "abce"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Bo",
        "abcd",
        "20260",
        "20260-1234",
        "12345",
        "Texas",
        "NEW YORK",
        "2026-11-22",
        "11/22/2026",
        "2026-11-22T10:15:00Z",
        "10:15",
        "12.50",
        "***",
        "true",
        "false"
      })
  void someCannotBeToldAlone(String value) {
    assertThat(NormalForms.of(value)).noneMatch(form -> Searchable.alone(value, form));
  }

  @ParameterizedTest
  @ValueSource(strings = {"abcde", "123456", "A-1234", "New Yorker", "10.20.30.40", "Lee Ng"})
  void othersCan(String value) {
    assertThat(NormalForms.of(value)).anyMatch(form -> Searchable.alone(value, form));
  }
}
