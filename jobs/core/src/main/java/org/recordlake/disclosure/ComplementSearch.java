package org.recordlake.disclosure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;

/**
 * The cheapest change of a table's counts that leaves its known sums as they are and moves one
 * hidden cell by a given number of people. The cells that change with it are those to hide.
 *
 * <p>Every cell but the empty ones may rise without end and fall to 1; a change costs nothing where
 * the cell is hidden already, otherwise one per person and a little more the larger the cell.
 */
final class ComplementSearch {
  private static final double CHANGED = 1e-6;
  private static final double COST_OF_SIZE = 1e-3;

  private final CountTable table;
  private final BitSet hidden;
  private final int size;

  private ComplementSearch(CountTable table, BitSet hidden) {
    this.table = table;
    this.hidden = hidden;
    this.size = table.counts().size();
  }

  /**
   * Cells that change when {@code cell} rises by {@code rise}, or, where there is less room, by
   * what there is, and falls by what is then lacking to {@code width}; none if there is no such
   * change.
   *
   * @param least people it must be able to rise by
   */
  static BitSet cells(
      CountTable table, BitSet hidden, int cell, long rise, long least, long width) {
    ComplementSearch search = new ComplementSearch(table, hidden);
    long up = Math.min(rise, search.room(cell));
    if (up < least) {
      return new BitSet();
    }
    BitSet rising = search.changed(search.moved(cell, 0, up));
    if (up == rise || rising.isEmpty() && up > 0) {
      return rising;
    }
    BitSet falling = search.changed(search.moved(cell, search.size, width - up));
    if (!falling.isEmpty()) {
      falling.or(rising);
    }
    return falling;
  }

  /** By how many people the cell can rise at most. */
  private long room(int cell) {
    double[] rise = new double[2 * size];
    rise[cell] = 1;
    List<Simplex.Row> rows = changes();
    rows.add(limit(size + cell, 0));
    Simplex.Optimum most = new Simplex(2 * size, rows).maximise(rise);
    return most.bounded() ? (long) Math.floor(most.value() + CHANGED) : Long.MAX_VALUE;
  }

  /** Variable j is the rise of cell j, variable size + j its fall. */
  private List<Simplex.Row> changes() {
    List<Simplex.Row> rows = new ArrayList<>();
    table.relations().forEach(relation -> rows.add(kept(relation)));
    for (int j = 0; j < size; j++) {
      long count = table.counts().get(j);
      rows.add(limit(size + j, Math.max(0, count - PublishedTable.LEAST)));
      if (count == 0) {
        rows.add(limit(j, 0));
      }
    }
    return rows;
  }

  /**
   * @param direction 0 for a rise, {@link #size} for a fall
   */
  private List<Simplex.Row> moved(int cell, int direction, long people) {
    List<Simplex.Row> rows = changes();
    double[] exactly = new double[2 * size];
    exactly[cell + direction] = 1;
    rows.add(new Simplex.Row(exactly, true, people));
    rows.add(limit(cell + size - direction, 0));
    return rows;
  }

  private BitSet changed(List<Simplex.Row> rows) {
    BitSet cells = new BitSet();
    Simplex simplex = new Simplex(2 * size, rows);
    if (simplex.feasible()) {
      double[] point = simplex.maximise(costs()).point();
      for (int j = 0; j < 2 * size; j++) {
        if (point[j] > CHANGED) {
          cells.set(j % size);
        }
      }
    }
    return cells;
  }

  private double[] costs() {
    double[] costs = new double[2 * size];
    for (int j = 0; j < size; j++) {
      double cost = hidden.get(j) ? 0 : 1 + COST_OF_SIZE * Math.log1p(table.counts().get(j));
      costs[j] = -cost;
      costs[size + j] = -cost;
    }
    return costs;
  }

  private Simplex.Row kept(Relation relation) {
    double[] coefficients = new double[2 * size];
    long room = relation.bound();
    for (Map.Entry<Integer, Integer> term : relation.terms().entrySet()) {
      coefficients[term.getKey()] = term.getValue();
      coefficients[size + term.getKey()] = -term.getValue();
      room -= term.getValue() * table.counts().get(term.getKey());
    }
    return new Simplex.Row(coefficients, relation.sense() == Relation.Sense.EQUAL, room);
  }

  private Simplex.Row limit(int variable, long most) {
    double[] coefficients = new double[2 * size];
    coefficients[variable] = 1;
    return new Simplex.Row(coefficients, false, most);
  }
}
