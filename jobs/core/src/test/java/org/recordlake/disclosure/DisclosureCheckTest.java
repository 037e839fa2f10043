package org.recordlake.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The disclosure check")
class DisclosureCheckTest {
  private static final ProtectionRule ELEVEN = new ProtectionRule(11);

  @Test
  @DisplayName("works out a single hidden cell from the total")
  void singleHiddenCell() {
    PublishedTable table = hiding(CountTable.oneWay(List.of(3L, 15L, 40L)), 0);
    assertThat(DisclosureCheck.intervals(table)).containsEntry(0, new Interval(3, 3));
    assertThat(DisclosureCheck.narrowed(table, ELEVEN)).containsExactly(0);
  }

  @Test
  @DisplayName("leaves two hidden cells all room that their sum gives")
  void twoHiddenCells() {
    PublishedTable table = hiding(CountTable.oneWay(List.of(3L, 15L, 40L)), 0, 1);
    assertThat(DisclosureCheck.intervals(table))
        .containsEntry(0, new Interval(1, 17))
        .containsEntry(1, new Interval(1, 17));
    assertThat(DisclosureCheck.passes(table, ELEVEN)).isTrue();
  }

  @Test
  @DisplayName("sees that two hidden cells of one row give each other away through their columns")
  void throughColumns() {
    CountTable table = CountTable.twoWay(new long[][] {{3, 20, 30}, {40, 14, 50}});
    assertThat(DisclosureCheck.intervals(hiding(table, 0, 1)))
        .containsEntry(0, new Interval(3, 3))
        .containsEntry(1, new Interval(20, 20));
    assertThat(DisclosureCheck.intervals(hiding(table, 0, 1, 4, 5)))
        .containsEntry(0, new Interval(1, 22));
  }

  @Test
  @DisplayName("sees a hidden count through a score that is published")
  void throughAScore() {
    // Promoters − detractors = 25 is known from the score, and so is the total 70.
    CountTable table =
        new CountTable(
            List.of(30L, 35L, 5L),
            List.of(
                Relation.sum(List.of(0, 1, 2), 70),
                new Relation(Map.of(0, 1, 2, -1), Relation.Sense.EQUAL, 25)));
    assertThat(DisclosureCheck.intervals(hiding(table, 0, 2)))
        .containsEntry(0, new Interval(30, 30))
        .containsEntry(2, new Interval(5, 5));
  }

  @Test
  @DisplayName("knows that people are whole where halves would give a wider range")
  void wholePeople() {
    // x + y = 7 and x − y <= 0, y − x <= 2: halves reach 3.5, whole people 3.
    CountTable table =
        new CountTable(
            List.of(3L, 4L),
            List.of(
                Relation.sum(List.of(0, 1), 7),
                new Relation(Map.of(0, 1, 1, -1), Relation.Sense.AT_MOST, 0),
                new Relation(Map.of(1, 1, 0, -1), Relation.Sense.AT_MOST, 2)));
    assertThat(DisclosureCheck.intervals(hiding(table, 0, 1)))
        .containsEntry(0, new Interval(3, 3))
        .containsEntry(1, new Interval(4, 4));
  }

  @Test
  @DisplayName("finds no upper end where nothing bounds a count")
  void unbounded() {
    CountTable table = new CountTable(List.of(3L), List.of());
    assertThat(DisclosureCheck.intervals(hiding(table, 0)).get(0).high())
        .isEqualTo(Interval.UNBOUNDED);
    assertThat(DisclosureCheck.passes(hiding(table, 0), ELEVEN)).isTrue();
  }

  @Test
  @DisplayName("does not pass a small count that is shown")
  void shownSmallCount() {
    assertThat(DisclosureCheck.passes(hiding(CountTable.oneWay(List.of(3L, 40L))), ELEVEN))
        .isFalse();
  }

  @Test
  @DisplayName("refuses figures that contradict each other")
  void contradiction() {
    PublishedTable table =
        new PublishedTable(
            List.of(OptionalLong.empty(), OptionalLong.of(9)),
            List.of(Relation.sum(List.of(0, 1), 5)));
    assertThatThrownBy(() -> DisclosureCheck.intervals(table))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("contradict");
  }

  @Test
  @DisplayName("gives the ranges that trying out all counts gives, on 150 small random tables")
  void asEnumeration() {
    RandomTables tables = new RandomTables(7, 3);
    Random random = new Random(8);
    for (int run = 0; run < 150; run++) {
      CountTable table =
          switch (run % 3) {
            case 0 -> tables.twoWay(2, 2);
            case 1 -> tables.oneWay(4);
            default -> tables.multiple(3);
          };
      BitSet hidden = new BitSet();
      IntStream.range(0, table.counts().size())
          .filter(cell -> table.counts().get(cell) > 0 && random.nextInt(5) > 0)
          .limit(run % 3 == 0 ? 4 : 3)
          .forEach(hidden::set);
      PublishedTable published = table.hiding(hidden);
      assertThat(DisclosureCheck.intervals(published))
          .as("%s hiding %s", table, hidden)
          .isEqualTo(enumerated(published));
    }
  }

  private static PublishedTable hiding(CountTable table, int... cells) {
    BitSet hidden = new BitSet();
    IntStream.of(cells).forEach(hidden::set);
    return table.hiding(hidden);
  }

  private static Map<Integer, Interval> enumerated(PublishedTable table) {
    long most =
        table.relations().stream().mapToLong(relation -> Math.abs(relation.bound())).sum()
            + table.cells().stream().mapToLong(cell -> cell.orElse(0)).sum();
    Map<Integer, Interval> ranges = new HashMap<>();
    List<Long> counts = new ArrayList<>();
    table.cells().forEach(cell -> counts.add(cell.orElse(0)));
    enumerate(table, table.hidden(), 0, Math.min(most, 120), counts, ranges);
    return ranges;
  }

  private static void enumerate(
      PublishedTable table,
      List<Integer> hidden,
      int next,
      long most,
      List<Long> counts,
      Map<Integer, Interval> ranges) {
    if (next == hidden.size()) {
      if (agrees(table, counts)) {
        hidden.forEach(
            cell ->
                ranges.merge(
                    cell,
                    new Interval(counts.get(cell), counts.get(cell)),
                    (one, other) ->
                        new Interval(
                            Math.min(one.low(), other.low()), Math.max(one.high(), other.high()))));
      }
      return;
    }
    for (long count = 1; count <= most; count++) {
      counts.set(hidden.get(next), count);
      if (stillPossible(table, hidden.subList(next + 1, hidden.size()), counts)) {
        enumerate(table, hidden, next + 1, most, counts, ranges);
      }
    }
    counts.set(hidden.get(next), 0L);
  }

  /** Sums without a hidden cell to come must hold already. */
  private static boolean stillPossible(
      PublishedTable table, List<Integer> open, List<Long> counts) {
    return table.relations().stream()
        .filter(relation -> open.stream().noneMatch(relation.terms()::containsKey))
        .allMatch(relation -> holds(relation, counts));
  }

  private static boolean agrees(PublishedTable table, List<Long> counts) {
    return table.relations().stream().allMatch(relation -> holds(relation, counts));
  }

  private static boolean holds(Relation relation, List<Long> counts) {
    long sum =
        relation.terms().entrySet().stream()
            .mapToLong(term -> counts.get(term.getKey()) * term.getValue())
            .sum();
    return relation.sense() == Relation.Sense.EQUAL
        ? sum == relation.bound()
        : sum <= relation.bound();
  }
}
