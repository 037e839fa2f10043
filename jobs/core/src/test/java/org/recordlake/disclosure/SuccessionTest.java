package org.recordlake.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A table that follows another")
class SuccessionTest {
  private static final ProtectionRule RULE = new ProtectionRule(11);
  private static final long HIDDEN = -1;

  @Test
  @DisplayName("is safe if nothing changed")
  void unchanged() {
    assertThat(isSafe(table(58, HIDDEN, HIDDEN, 40), table(58, HIDDEN, HIDDEN, 40))).isTrue();
  }

  @Test
  @DisplayName("is not if one more person chose an answer")
  void oneMore() {
    assertThat(isSafe(table(60, 20, 40), table(61, 21, 40))).isFalse();
  }

  @Test
  @DisplayName("is if a group large enough came along")
  void groupCameAlong() {
    assertThat(isSafe(table(60, 20, 40), table(72, 32, 40))).isTrue();
  }

  @Test
  @DisplayName("is not if it shows what was hidden and has hardly changed since")
  void hiddenThenShown() {
    assertThat(isSafe(table(60, HIDDEN, HIDDEN, 40), table(61, 9 + 2, HIDDEN, HIDDEN))).isFalse();
  }

  @Test
  @DisplayName("is not if other cells are hidden than before, so that both runs together tell all")
  void otherCellsHidden() {
    assertThat(isSafe(table(60, HIDDEN, HIDDEN, 20, 22), table(60, HIDDEN, 15, HIDDEN, 22)))
        .isFalse();
  }

  @Test
  @DisplayName("is not if an earlier table than the last would tell the change")
  void earlierThanTheLast() {
    PublishedTable first = table(60, 20, 40);
    PublishedTable hidden = table(80, HIDDEN, HIDDEN);
    PublishedTable third = table(103, 21, 82);
    assertThat(Succession.isSafe(List.of(hidden), third, RULE)).isTrue();
    assertThat(Succession.isSafe(List.of(first, hidden), third, RULE)).isFalse();
  }

  @Test
  @DisplayName("is not if three tables together tell what no two of them do")
  void threeTogether() {
    // Nobody takes an answer back: the first A is 20 and so is the third, hence the second too.
    PublishedTable first = table(60, 20, HIDDEN, HIDDEN);
    PublishedTable second = table(72, HIDDEN, HIDDEN, 40);
    PublishedTable third = table(84, 20, HIDDEN, HIDDEN);
    assertThat(isSafe(first, second)).isTrue();
    assertThat(isSafe(first, third)).isTrue();
    assertThat(isSafe(second, third)).isTrue();
    assertThat(Succession.isSafe(List.of(first, second), third, RULE)).isFalse();
  }

  private static boolean isSafe(PublishedTable before, PublishedTable after) {
    return Succession.isSafe(List.of(before), after, RULE);
  }

  private static PublishedTable table(long total, long... counts) {
    List<OptionalLong> cells =
        java.util.Arrays.stream(counts)
            .mapToObj(count -> count == HIDDEN ? OptionalLong.empty() : OptionalLong.of(count))
            .toList();
    return new PublishedTable(
        cells, List.of(Relation.sum(IntStream.range(0, counts.length).boxed().toList(), total)));
  }
}
