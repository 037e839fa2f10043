package org.recordlake.polls;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.recordlake.testing.ProjectFolder;

@DisplayName("The phrases of an answer")
class AnswerPhrasesTest {
  private final AnswerPhrases phrases =
      new AnswerPhrases(ThemeWords.load(ProjectFolder.root().resolve("conf")));

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "Asked two times, came back          | -",
        "Tracking                            | tracking",
        "the cost of shipping                | cost, cost of shipping, shipping",
        "Good tracking!                      | good tracking, tracking",
        "Slow delivery. Prices               | delivery, prices, slow, slow delivery",
        "call 555-0100 pickup at me@here.org | call, pickup",
        "UPS is cheaper than you             | cheaper, ups, ups is cheaper",
        "l'été à Zürich                      | été, zürich, été à zürich"
      })
  void ofOneAnswer(String answer, String expected) {
    Set<String> found = Set.copyOf(phrases.of(answer).values());
    assertThat(found)
        .containsExactlyInAnyOrder(expected == null ? new String[0] : expected.split(", "));
  }

  @ParameterizedTest(name = "{0} and {1} are one")
  @CsvSource({
    "late delivery, late deliveries",
    "faster pickup, Faster pickups",
    "price list, prices list",
    "class, class"
  })
  void formsAreOne(String one, String other) {
    assertThat(phrases.of(one).keySet()).isEqualTo(phrases.of(other).keySet());
  }
}
