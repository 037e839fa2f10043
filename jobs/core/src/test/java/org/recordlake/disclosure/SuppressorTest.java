package org.recordlake.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Suppression")
class SuppressorTest {
  private static final ProtectionRule RULE = new ProtectionRule(11);

  @Test
  @DisplayName("hides nothing where nothing is small")
  void nothingSmall() {
    assertThat(hidden(CountTable.oneWay(List.of(0L, 11L, 40L)))).isEmpty();
  }

  @Test
  @DisplayName("takes the next smallest along with a single small answer")
  void oneSmall() {
    assertThat(hidden(CountTable.oneWay(List.of(3L, 40L, 15L)))).containsExactly(0, 2);
  }

  @Test
  @DisplayName("needs no other where small answers add up to enough")
  void severalSmall() {
    assertThat(hidden(CountTable.oneWay(List.of(6L, 6L, 12L, 20L)))).containsExactly(0, 1);
  }

  @Test
  @DisplayName("gives up a table whose counts are too few to protect each other")
  void tooFew() {
    assertThat(Suppressor.hiddenCells(CountTable.oneWay(List.of(2L, 3L, 4L, 3L)), RULE)).isEmpty();
  }

  @Test
  @DisplayName("closes a rectangle in a table of rows and columns")
  void rectangle() {
    BitSet hidden =
        Suppressor.hiddenCells(
                CountTable.twoWay(new long[][] {{3, 60, 70}, {50, 80, 20}, {90, 95, 99}}), RULE)
            .orElseThrow();
    assertThat(hidden.cardinality()).isEqualTo(4);
  }

  @Test
  @DisplayName("leaves no hidden cell derivable, on 600 random tables of four kinds")
  void nothingDerivable() {
    RandomTables tables = new RandomTables(11, RULE.threshold());
    int protectedTables = 0;
    for (int run = 0; run < 600; run++) {
      CountTable table =
          switch (run % 4) {
            case 0 -> tables.oneWay(2 + run % 7);
            case 1 -> tables.multiple(2 + run % 5);
            case 2 -> tables.twoWay(2 + run % 3, 2 + run % 4);
            default -> tables.twoWay(5, 4);
          };
      Optional<BitSet> hidden = Suppressor.hiddenCells(table, RULE);
      if (hidden.isPresent()) {
        protectedTables++;
        PublishedTable published = table.hiding(hidden.get());
        assertThat(DisclosureCheck.passes(published, RULE)).as("%s", table).isTrue();
        Map<Integer, Interval> ranges = DisclosureCheck.intervals(published);
        hidden.get().stream()
            .filter(cell -> RULE.isSmall(table.counts().get(cell)))
            .forEach(
                cell -> {
                  assertThat(ranges.get(cell).low()).isLessThan(RULE.threshold());
                  assertThat(ranges.get(cell).high()).isGreaterThanOrEqualTo(RULE.threshold());
                });
      }
    }
    assertThat(protectedTables).isGreaterThan(400);
  }

  @Test
  @DisplayName("hides at most 15 % more cells than the best choice, on 200 small random tables")
  void nearTheOptimum() {
    RandomTables tables = new RandomTables(23, RULE.threshold());
    int hidden = 0;
    int least = 0;
    for (int run = 0; run < 200; run++) {
      CountTable table =
          switch (run % 4) {
            case 0 -> tables.oneWay(3 + run % 5);
            case 1 -> tables.multiple(3 + run % 4);
            case 2 -> tables.twoWay(3, 3);
            default -> tables.twoWay(3, 4);
          };
      Optional<BitSet> found = Suppressor.hiddenCells(table, RULE);
      Optional<Integer> best = optimum(table);
      assertThat(found.isPresent()).as("%s", table).isEqualTo(best.isPresent());
      hidden += found.map(BitSet::cardinality).orElse(0);
      least += best.orElse(0);
    }
    System.out.printf("hidden %d, optimum %d%n", hidden, least);
    assertThat(hidden).isLessThanOrEqualTo((int) (least * 1.15));
  }

  @Test
  @DisplayName("hides as few cells as any choice, on 200 random tables of up to nine counts")
  void asFewAsAnyChoice() {
    RandomTables tables = new RandomTables(29, RULE.threshold());
    for (int run = 0; run < 200; run++) {
      CountTable table =
          switch (run % 4) {
            case 0 -> tables.oneWay(3 + run % 7);
            case 1 -> tables.multiple(3 + run % 4);
            case 2 -> tables.twoWay(2, 3);
            default -> tables.twoWay(3, 2);
          };
      assertThat(Suppressor.hiddenCells(table, RULE).map(BitSet::cardinality))
          .as("%s", table)
          .isEqualTo(optimum(table));
    }
  }

  @Test
  @DisplayName(
      "hides no cell that could be shown, on 60 random tables of six rows and five columns")
  void noneTooMany() {
    RandomTables tables = new RandomTables(31, RULE.threshold());
    for (int run = 0; run < 60; run++) {
      CountTable table = tables.twoWay(6, 5);
      BitSet hidden = Suppressor.hiddenCells(table, RULE).orElseThrow();
      hidden.stream()
          .filter(cell -> !RULE.isSmall(table.counts().get(cell)))
          .forEach(
              cell -> {
                BitSet fewer = (BitSet) hidden.clone();
                fewer.clear(cell);
                assertThat(DisclosureCheck.passes(table.hiding(fewer), RULE))
                    .as("%s hiding %s", table, fewer)
                    .isFalse();
              });
    }
  }

  @Test
  @DisplayName("is the same each time")
  void steady() {
    CountTable table = new RandomTables(5, 11).twoWay(4, 5);
    assertThat(Suppressor.hiddenCells(table, RULE)).isEqualTo(Suppressor.hiddenCells(table, RULE));
  }

  private static List<Integer> hidden(CountTable table) {
    return Suppressor.hiddenCells(table, RULE).orElseThrow().stream().boxed().toList();
  }

  /** Fewest cells that protect the table, by trying all choices from the smallest on. */
  private static Optional<Integer> optimum(CountTable table) {
    BitSet primary = new BitSet();
    IntStream.range(0, table.counts().size())
        .filter(cell -> RULE.isSmall(table.counts().get(cell)))
        .forEach(primary::set);
    int[] others =
        IntStream.range(0, table.counts().size())
            .filter(cell -> table.counts().get(cell) >= RULE.threshold())
            .toArray();
    for (int size = 0; size <= others.length; size++) {
      if (anyPasses(table, primary, others, 0, size)) {
        return Optional.of(primary.cardinality() + size);
      }
    }
    return Optional.empty();
  }

  private static boolean anyPasses(
      CountTable table, BitSet hidden, int[] others, int from, int more) {
    if (more == 0) {
      return DisclosureCheck.firstNarrowed(table.hiding(hidden), RULE).isEmpty();
    }
    for (int i = from; i <= others.length - more; i++) {
      BitSet next = (BitSet) hidden.clone();
      next.set(others[i]);
      if (anyPasses(table, next, others, i + 1, more - 1)) {
        return true;
      }
    }
    return false;
  }
}
