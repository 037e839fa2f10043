package org.recordlake.disclosure;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A sum of cells that readers know: {@code Σ coefficient × cell} is, or is at most, {@code bound}.
 *
 * @param terms coefficient by the cell's place in its table
 */
public record Relation(Map<Integer, Integer> terms, Sense sense, long bound) {
  /** How the sum stands to the bound. */
  public enum Sense {
    EQUAL,
    AT_MOST
  }

  public Relation {
    terms = Map.copyOf(terms);
  }

  /** The cells add up to a known total. */
  public static Relation sum(Collection<Integer> cells, long total) {
    return new Relation(signed(cells, 1), Sense.EQUAL, total);
  }

  /** The cells add up to another cell of the table. */
  public static Relation sumIsCell(Collection<Integer> cells, int total) {
    Map<Integer, Integer> terms = signed(cells, 1);
    terms.put(total, -1);
    return new Relation(terms, Sense.EQUAL, 0);
  }

  /** The cells add up to {@code bound} or less. */
  public static Relation atMost(Collection<Integer> cells, long bound) {
    return new Relation(signed(cells, 1), Sense.AT_MOST, bound);
  }

  /** The cells add up to {@code bound} or more. */
  public static Relation atLeast(Collection<Integer> cells, long bound) {
    return new Relation(signed(cells, -1), Sense.AT_MOST, -bound);
  }

  /** The first cell is no larger than the second. */
  public static Relation noLarger(int cell, int than) {
    return new Relation(Map.of(cell, 1, than, -1), Sense.AT_MOST, 0);
  }

  /** The cells add up to another cell of the table or more. */
  public static Relation sumReachesCell(Collection<Integer> cells, int least) {
    Map<Integer, Integer> terms = signed(cells, -1);
    terms.put(least, 1);
    return new Relation(terms, Sense.AT_MOST, 0);
  }

  private static Map<Integer, Integer> signed(Collection<Integer> cells, int coefficient) {
    Map<Integer, Integer> terms = new LinkedHashMap<>();
    cells.forEach(cell -> terms.put(cell, coefficient));
    return terms;
  }
}
