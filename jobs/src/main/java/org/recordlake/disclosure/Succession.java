package org.recordlake.disclosure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * What somebody learns who kept the table of the previous run and lays that of this run beside it.
 * The two are solved as one: each with its own sums and, where nothing shown became smaller, with
 * no count smaller than it was, since that is what a reader would take for granted.
 */
public final class Succession {
  private Succession() {}

  /**
   * Whether {@code after} may follow {@code before}: every count shown in both is unchanged or has
   * changed by the threshold or more, and every hidden cell of either is protected against both
   * together.
   *
   * @param before the previous table, its cells at the same places as those of {@code after}
   */
  public static boolean isSafe(PublishedTable before, PublishedTable after, ProtectionRule rule) {
    for (int cell = 0; cell < before.cells().size(); cell++) {
      OptionalLong was = before.cells().get(cell);
      OptionalLong is = after.cells().get(cell);
      if (was.isPresent() && is.isPresent() && !isSafe(was.getAsLong(), is.getAsLong(), rule)) {
        return false;
      }
    }
    try {
      return DisclosureCheck.narrowed(joined(before, after), rule).isEmpty();
    } catch (IllegalArgumentException contradiction) {
      // Something became smaller that is hidden: the reader's assumption fails.
      return DisclosureCheck.passes(after, rule);
    }
  }

  /** Whether a shown count may follow another. */
  public static boolean isSafe(long before, long after, ProtectionRule rule) {
    return !rule.isSmall(Math.abs(after - before));
  }

  private static PublishedTable joined(PublishedTable before, PublishedTable after) {
    int size = before.cells().size();
    List<OptionalLong> cells = new ArrayList<>(before.cells());
    cells.addAll(after.cells());
    List<Relation> relations = new ArrayList<>(before.relations());
    after.relations().forEach(relation -> relations.add(moved(relation, size)));
    if (nothingShrank(before, after)) {
      for (int cell = 0; cell < size; cell++) {
        relations.add(Relation.noLarger(cell, size + cell));
      }
    }
    return new PublishedTable(cells, relations);
  }

  private static boolean nothingShrank(PublishedTable before, PublishedTable after) {
    for (int cell = 0; cell < before.cells().size(); cell++) {
      OptionalLong is = after.cells().get(cell);
      if (is.isPresent() && is.getAsLong() < before.cells().get(cell).orElse(0)) {
        return false;
      }
    }
    return true;
  }

  private static Relation moved(Relation relation, int by) {
    Map<Integer, Integer> terms = new HashMap<>();
    relation.terms().forEach((cell, coefficient) -> terms.put(cell + by, coefficient));
    return new Relation(terms, relation.sense(), relation.bound());
  }
}
