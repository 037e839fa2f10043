package org.recordlake.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

  @ParameterizedTest(name = "{0} and then {1}: {2}")
  @DisplayName("may change a shown count by eleven people or more, up or down, or not at all")
  @CsvSource({
    "40, 40, true",
    "40, 41, false",
    "40, 50, false",
    "40, 51, true",
    "40, 39, false",
    "40, 30, false",
    "40, 29, true"
  })
  void change(long before, long after, boolean safe) {
    assertThat(Succession.isSafe(before, after, RULE)).isEqualTo(safe);
    assertThat(isSafe(table(before + 60, before, 60), table(after + 60, after, 60)))
        .isEqualTo(safe);
  }

  @Test
  @DisplayName("is safe as the first of its kind, if it is by itself")
  void first() {
    assertThat(Succession.isSafe(List.of(), table(60, 20, 40), RULE)).isTrue();
    assertThat(Succession.isSafe(List.of(), table(60, HIDDEN, HIDDEN), RULE)).isTrue();
    assertThat(Succession.isSafe(List.of(), table(60, HIDDEN, 50), RULE)).isFalse();
  }

  @Test
  @DisplayName("lets readers believe that hidden counts grew unless a shown one shrank")
  void shownShrank() {
    // First A and B are hidden and C is 60, then A and C are, 70 together: did C grow, A is small.
    PublishedTable before = table(122, HIDDEN, HIDDEN, 60, 50);
    assertThat(isSafe(before, table(131, HIDDEN, 11, HIDDEN, 50))).isFalse();
    assertThat(isSafe(before, table(142, HIDDEN, 11, HIDDEN, 61))).isFalse();
    assertThat(isSafe(before, table(111, HIDDEN, 11, HIDDEN, 30))).isTrue();
  }

  @Test
  @DisplayName("is judged by itself and with each earlier table where counts became smaller unseen")
  void shrankUnseen() {
    // Nothing shown became smaller, but the total did, so something hidden must have.
    PublishedTable before = table(60, HIDDEN, HIDDEN, 20);
    PublishedTable after = table(50, HIDDEN, HIDDEN, 20);
    assertThat(isSafe(before, after)).isTrue();
    assertThat(isSafe(before, table(24, HIDDEN, HIDDEN, 20))).isFalse();
    assertThat(Succession.isSafe(List.of(before, before), after, RULE)).isTrue();
    PublishedTable other = table(50, HIDDEN, 15, HIDDEN);
    assertThat(isSafe(after, other)).isFalse();
    assertThat(Succession.isSafe(List.of(before, after), other, RULE)).isFalse();
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
