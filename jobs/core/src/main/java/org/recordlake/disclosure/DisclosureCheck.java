package org.recordlake.disclosure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/**
 * What an attacker gets from a published table: for each hidden cell the tightest range of whole
 * numbers that agrees with every shown count and every known sum. It looks at the published side
 * only and knows nothing of how the cells to hide were chosen.
 */
public final class DisclosureCheck {
  private final PublishedTable table;
  private final List<Integer> hidden;
  private final Map<Integer, Integer> variableOf = new HashMap<>();
  private final IntegerProgram program;

  private DisclosureCheck(PublishedTable table) {
    this.table = table;
    this.hidden = table.hidden();
    for (int cell : hidden) {
      variableOf.put(cell, variableOf.size());
    }
    this.program = new IntegerProgram(hidden.size(), rows());
    if (!program.feasible()) {
      throw new IllegalArgumentException("published figures contradict each other");
    }
  }

  /**
   * The range of every hidden cell by its place.
   *
   * @throws IllegalArgumentException if no counts agree with the table
   */
  public static Map<Integer, Interval> intervals(PublishedTable table) {
    Map<Integer, Interval> intervals = new HashMap<>();
    if (!table.hidden().isEmpty()) {
      DisclosureCheck check = new DisclosureCheck(table);
      check.hidden.forEach(cell -> intervals.put(cell, check.interval(cell)));
    }
    return intervals;
  }

  /** Places of the hidden cells whose range does not protect them. */
  public static List<Integer> narrowed(PublishedTable table, ProtectionRule rule) {
    List<Integer> hidden = table.hidden();
    if (hidden.isEmpty()) {
      return List.of();
    }
    DisclosureCheck check = new DisclosureCheck(table);
    return hidden.stream().filter(cell -> !rule.protects(check.interval(cell))).toList();
  }

  /** The first of {@link #narrowed}, without looking for the others. */
  static Optional<Integer> firstNarrowed(PublishedTable table, ProtectionRule rule) {
    List<Integer> hidden = table.hidden();
    if (hidden.isEmpty()) {
      return Optional.empty();
    }
    DisclosureCheck check = new DisclosureCheck(table);
    return hidden.stream().filter(cell -> !rule.protects(check.interval(cell))).findFirst();
  }

  /** Whether every hidden cell is protected and no shown one is small. */
  public static boolean passes(PublishedTable table, ProtectionRule rule) {
    return firstExposed(table, rule).isEmpty();
  }

  /** The place of a cell that is shown though small, or hidden and not protected. */
  public static Optional<Integer> firstExposed(PublishedTable table, ProtectionRule rule) {
    return IntStream.range(0, table.cells().size())
        .filter(cell -> rule.isSmall(table.cells().get(cell).orElse(0)))
        .boxed()
        .findFirst()
        .or(() -> firstNarrowed(table, rule));
  }

  private Interval interval(int cell) {
    int variable = variableOf.get(cell);
    OptionalLong most = program.largest(variable, 1);
    OptionalLong least = program.largest(variable, -1);
    if (most.isEmpty() || least.isEmpty()) {
      long known = PublishedTable.LEAST;
      return new Interval(known, known);
    }
    long low = PublishedTable.LEAST - least.getAsLong();
    return most.getAsLong() == Interval.UNBOUNDED
        ? new Interval(low, Interval.UNBOUNDED)
        : new Interval(low, PublishedTable.LEAST + most.getAsLong());
  }

  /** Shown cells go to the right-hand side; hidden ones count from their least value. */
  private List<Simplex.Row> rows() {
    List<Simplex.Row> rows = new ArrayList<>();
    for (Relation relation : table.relations()) {
      double[] coefficients = new double[hidden.size()];
      long bound = relation.bound();
      boolean open = false;
      for (Map.Entry<Integer, Integer> term : relation.terms().entrySet()) {
        OptionalLong shown = table.cells().get(term.getKey());
        bound -= term.getValue() * shown.orElse(PublishedTable.LEAST);
        if (shown.isEmpty()) {
          coefficients[variableOf.get(term.getKey())] = term.getValue();
          open = true;
        }
      }
      if (open) {
        rows.add(new Simplex.Row(coefficients, relation.sense() == Relation.Sense.EQUAL, bound));
      }
    }
    return rows;
  }
}
