package org.recordlake.disclosure;

import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Chooses the cells of a table to hide: the small ones (primary suppression) and as few others as
 * protect them (complementary suppression).
 *
 * <p>For a hidden cell that is not protected it looks for the cheapest set of cells to be hidden
 * that lets this one vary enough, by a linear program over changes of the counts that leave all
 * known sums as they are (the network heuristic of Cox 1980 and Kelly, Golden and Assad 1992,
 * generalised to any linear sums). Then it shows again every cell that need not be hidden, and on
 * small tables tries all smaller choices. {@link DisclosureCheck} is the judge of every step.
 */
public final class Suppressor {
  private static final int CHECKS_FOR_IMPROVEMENT = 250;

  private final CountTable table;
  private final ProtectionRule rule;
  private final BitSet primary = new BitSet();
  private int checksLeft = CHECKS_FOR_IMPROVEMENT;

  private Suppressor(CountTable table, ProtectionRule rule) {
    this.table = table;
    this.rule = rule;
    IntStream.range(0, table.counts().size())
        .filter(cell -> rule.isSmall(table.counts().get(cell)))
        .forEach(primary::set);
  }

  /** Cells to hide; empty if the small ones cannot be protected unless the table goes whole. */
  public static Optional<BitSet> hiddenCells(CountTable table, ProtectionRule rule) {
    Suppressor suppressor = new Suppressor(table, rule);
    return suppressor.primary.isEmpty()
        ? Optional.of(suppressor.primary)
        : suppressor.protect().map(suppressor::shownAgain).map(suppressor::improved);
  }

  private Optional<BitSet> protect() {
    BitSet hidden = copy(primary);
    while (true) {
      Optional<Integer> open = firstNarrowed(hidden);
      if (open.isEmpty()) {
        return Optional.of(hidden);
      }
      BitSet more = complement(hidden, open.get());
      more.andNot(hidden);
      if (more.isEmpty()) {
        return Optional.empty();
      }
      hidden.or(more);
    }
  }

  private BitSet complement(BitSet hidden, int cell) {
    long count = table.counts().get(cell);
    Interval range = DisclosureCheck.intervals(table.hiding(hidden)).get(cell);
    long toTheThreshold = Math.max(0, rule.threshold() - count);
    long rise = Math.max(rule.threshold(), range.low() + rule.threshold() - 1) - count;
    return ComplementSearch.cells(table, hidden, cell, rise, toTheThreshold, rule.threshold() - 1L);
  }

  private BitSet shownAgain(BitSet hidden) {
    List<Integer> largestFirst =
        hidden.stream()
            .filter(cell -> !primary.get(cell))
            .boxed()
            .sorted(Comparator.comparing((Integer cell) -> table.counts().get(cell)).reversed())
            .toList();
    BitSet fewest = copy(hidden);
    for (int cell : largestFirst) {
      fewest.clear(cell);
      if (!isProtected(fewest)) {
        fewest.set(cell);
      }
    }
    return fewest;
  }

  /** The smallest choice, if the checks allowed for it suffice to find one below {@code found}. */
  private BitSet improved(BitSet found) {
    int[] candidates =
        IntStream.range(0, table.counts().size())
            .filter(cell -> table.counts().get(cell) > 0 && !primary.get(cell))
            .toArray();
    int complements = found.cardinality() - primary.cardinality();
    for (int size = 0; size < complements; size++) {
      Optional<BitSet> smaller = choose(copy(primary), candidates, 0, size);
      if (smaller.isPresent()) {
        return smaller.get();
      }
    }
    return found;
  }

  private Optional<BitSet> choose(BitSet hidden, int[] candidates, int from, int more) {
    if (more == 0) {
      checksLeft--;
      return checksLeft >= 0 && isProtected(hidden) ? Optional.of(copy(hidden)) : Optional.empty();
    }
    for (int i = from; i <= candidates.length - more && checksLeft > 0; i++) {
      hidden.set(candidates[i]);
      Optional<BitSet> found = choose(hidden, candidates, i + 1, more - 1);
      if (found.isPresent()) {
        return found;
      }
      hidden.clear(candidates[i]);
    }
    return Optional.empty();
  }

  private boolean isProtected(BitSet hidden) {
    return firstNarrowed(hidden).isEmpty();
  }

  private Optional<Integer> firstNarrowed(BitSet hidden) {
    return DisclosureCheck.firstNarrowed(table.hiding(hidden), rule);
  }

  private static BitSet copy(BitSet cells) {
    return (BitSet) cells.clone();
  }
}
