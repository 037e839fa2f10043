package org.recordlake.disclosure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * What somebody learns who kept the tables of earlier runs and lays that of this run beside them.
 * All are solved as one: each with its own sums and, from one to the next where nothing shown
 * became smaller, with no count smaller than it was, since that is what a reader would take for
 * granted.
 */
public final class Succession {
  private Succession() {}

  /**
   * Whether {@code after} may follow {@code earlier}: every count shown in it is what it was in any
   * of them or has changed by the threshold or more, and every hidden cell of any table is
   * protected against all together.
   *
   * @param earlier the tables published before, the oldest first, their cells at the same places as
   *     those of {@code after}
   */
  public static boolean isSafe(
      List<PublishedTable> earlier, PublishedTable after, ProtectionRule rule) {
    return earlier.stream().allMatch(before -> changedEnough(before, after, rule))
        && isProtected(earlier, after, rule);
  }

  /** Whether a shown count may follow another. */
  public static boolean isSafe(long before, long after, ProtectionRule rule) {
    return !rule.isSmall(Math.abs(after - before));
  }

  private static boolean changedEnough(
      PublishedTable before, PublishedTable after, ProtectionRule rule) {
    for (int cell = 0; cell < before.cells().size(); cell++) {
      OptionalLong was = before.cells().get(cell);
      OptionalLong is = after.cells().get(cell);
      if (was.isPresent() && is.isPresent() && !isSafe(was.getAsLong(), is.getAsLong(), rule)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isProtected(
      List<PublishedTable> earlier, PublishedTable after, ProtectionRule rule) {
    try {
      return DisclosureCheck.narrowed(joined(earlier, after), rule).isEmpty();
    } catch (IllegalArgumentException contradiction) {
      // Something became smaller that is hidden: the reader's assumption fails between two of them.
      return earlier.size() == 1
          ? DisclosureCheck.passes(after, rule)
          : earlier.stream().allMatch(before -> isProtected(List.of(before), after, rule));
    }
  }

  private static PublishedTable joined(List<PublishedTable> earlier, PublishedTable after) {
    List<PublishedTable> tables = new ArrayList<>(earlier);
    tables.add(after);
    List<OptionalLong> cells = new ArrayList<>();
    List<Relation> relations = new ArrayList<>();
    for (int i = 0; i < tables.size(); i++) {
      int first = cells.size();
      PublishedTable table = tables.get(i);
      table.relations().forEach(relation -> relations.add(moved(relation, first)));
      if (i > 0 && nothingShrank(tables.get(i - 1), table)) {
        int size = table.cells().size();
        for (int cell = first; cell < first + size; cell++) {
          relations.add(Relation.noLarger(cell - size, cell));
        }
      }
      cells.addAll(table.cells());
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
