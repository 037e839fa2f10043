package org.recordlake.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A table of counts and of sums that readers know")
class CountTableTest {
  private static final List<Integer> BOTH = List.of(0, 1);

  @Test
  @DisplayName("is refused if its counts are not what its sums say")
  void contradiction() {
    agrees(Relation.sum(BOTH, 7));
    contradicts(Relation.sum(BOTH, 6));
    contradicts(Relation.sum(BOTH, 8));
    agrees(Relation.atMost(BOTH, 7));
    agrees(Relation.atMost(BOTH, 8));
    contradicts(Relation.atMost(BOTH, 6));
    agrees(Relation.atLeast(BOTH, 7));
    agrees(Relation.atLeast(BOTH, 6));
    contradicts(Relation.atLeast(BOTH, 8));
    agrees(Relation.noLarger(0, 1));
    contradicts(Relation.noLarger(1, 0));
    agrees(Relation.sumIsCell(BOTH, 2));
    contradicts(Relation.sumIsCell(List.of(0), 2));
    agrees(Relation.sumReachesCell(BOTH, 2));
    agrees(Relation.sumReachesCell(List.of(1), 0));
    contradicts(Relation.sumReachesCell(List.of(0), 2));
  }

  @Test
  @DisplayName("of one way has the total of its counts")
  void oneWay() {
    CountTable table = CountTable.oneWay(List.of(3L, 4L, 0L));
    assertThat(table.relations()).containsExactly(Relation.sum(List.of(0, 1, 2), 7));
  }

  @Test
  @DisplayName("of two ways has the total of each row as a cell, and that of each column besides")
  void twoWay() {
    CountTable table = CountTable.twoWay(new long[][] {{1, 2, 3}, {4, 5, 6}});
    assertThat(table.counts()).containsExactly(1L, 2L, 3L, 6L, 4L, 5L, 6L, 15L);
    assertThat(table.relations())
        .containsExactly(
            Relation.sumIsCell(List.of(0, 1, 2), 3),
            Relation.sumIsCell(List.of(4, 5, 6), 7),
            Relation.sum(List.of(0, 4), 5),
            Relation.sum(List.of(1, 5), 7),
            Relation.sum(List.of(2, 6), 9));
  }

  @Test
  @DisplayName("shows what is not hidden")
  void hiding() {
    BitSet hidden = new BitSet();
    hidden.set(1);
    PublishedTable published = CountTable.oneWay(List.of(3L, 4L, 0L)).hiding(hidden);
    assertThat(published.cells())
        .containsExactly(OptionalLong.of(3), OptionalLong.empty(), OptionalLong.of(0));
    assertThat(published.hidden()).containsExactly(1);
  }

  @Test
  @DisplayName("leaves a hidden count the room that each kind of sum gives")
  void rangesByKindOfSum() {
    assertThat(range(5, Relation.atMost(List.of(0), 5))).isEqualTo(new Interval(1, 5));
    assertThat(range(5, Relation.atLeast(List.of(0), 4)))
        .isEqualTo(new Interval(4, Interval.UNBOUNDED));
    assertThat(range(9, Relation.noLarger(0, 1))).isEqualTo(new Interval(1, 9));
    assertThat(range(3, Relation.noLarger(1, 0))).isEqualTo(new Interval(3, Interval.UNBOUNDED));
    assertThat(range(6, Relation.sumIsCell(List.of(0), 1))).isEqualTo(new Interval(6, 6));
    assertThat(range(2, Relation.sumReachesCell(List.of(0), 1)))
        .isEqualTo(new Interval(2, Interval.UNBOUNDED));
    assertThat(range(9, new Relation(Map.of(0, 2), Relation.Sense.AT_MOST, 7)))
        .isEqualTo(new Interval(1, 3));
  }

  /** The range of a hidden cell beside a shown one of {@code shown} people. */
  private static Interval range(long shown, Relation relation) {
    PublishedTable table =
        new PublishedTable(
            List.of(OptionalLong.empty(), OptionalLong.of(shown)), List.of(relation));
    return DisclosureCheck.intervals(table).get(0);
  }

  private static void agrees(Relation relation) {
    assertThatCode(() -> table(relation)).doesNotThrowAnyException();
  }

  private static void contradicts(Relation relation) {
    assertThatThrownBy(() -> table(relation))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("contradict");
  }

  private static CountTable table(Relation relation) {
    return new CountTable(List.of(3L, 4L, 7L), List.of(relation));
  }
}
