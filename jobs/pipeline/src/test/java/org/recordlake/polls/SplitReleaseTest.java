package org.recordlake.polls;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.recordlake.disclosure.ProtectionRule;

@DisplayName("A question split by a dimension")
class SplitReleaseTest {
  private static final ProtectionRule RULE = new ProtectionRule(11);

  @Test
  @DisplayName("shows values of too few together, so that the others can be shown and tested")
  void smallValuesTogether() {
    List<SplitCell> cells =
        release(
                count("Loyal", "A", 60),
                count("Loyal", "B", 20),
                count("Lost", "A", 5),
                count("Lost", "B", 15),
                count("New", "A", 7),
                count("New", "B", 19))
            .cells();
    assertThat(cells)
        .extracting(cell -> cell.value() + " " + cell.answer() + " " + cell.people().orElse(-1))
        .containsExactly("Loyal A 60", "Loyal B 20", "(other values) A 12", "(other values) B 34");
    assertThat(Association.of(cells)).isPresent();
  }

  @Test
  @DisplayName("is hidden where every value has too few")
  void everyValueSmall() {
    assertThat(
            release(
                    count("Lost", "A", 5),
                    count("Lost", "B", 15),
                    count("New", "A", 7),
                    count("New", "B", 19))
                .isHiddenWhole())
        .isTrue();
  }

  @Test
  @DisplayName("stays hidden once it was, if its question had been published before")
  void hiddenStaysHidden() {
    Crosstab.Count[] counts = {count("Loyal", "A", 60), count("Lost", "B", 20)};
    Optional<SplitRelease.Released> hidden = Optional.of(SplitRelease.Released.hiddenWhole());
    assertThat(release(Optional.empty(), 1, counts).isHiddenWhole()).isFalse();
    assertThat(release(hidden, 0, counts).isHiddenWhole()).isFalse();
    assertThat(release(hidden, 1, counts).isHiddenWhole()).isTrue();
  }

  private static SplitRelease.Released release(Crosstab.Count... counts) {
    return release(Optional.empty(), 0, counts);
  }

  private static SplitRelease.Released release(
      Optional<SplitRelease.Released> before, long editions, Crosstab.Count... counts) {
    long a = sum("A", counts);
    long b = sum("B", counts);
    ReleasedQuestion question =
        new ReleasedQuestion(
            OptionalLong.of(a + b),
            List.of(
                AnswerLine.counted("A", AnswerKind.CHOICE, 1, a),
                AnswerLine.counted("B", AnswerKind.CHOICE, 2, b)));
    return SplitRelease.of("single", question, List.of(counts), before, editions, RULE);
  }

  private static long sum(String answer, Crosstab.Count... counts) {
    return List.of(counts).stream()
        .filter(count -> count.answer().equals(answer))
        .mapToLong(Crosstab.Count::people)
        .sum();
  }

  private static Crosstab.Count count(String value, String answer, long people) {
    return new Crosstab.Count(value, answer, people, people);
  }
}
