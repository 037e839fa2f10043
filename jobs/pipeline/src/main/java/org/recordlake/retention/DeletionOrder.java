package org.recordlake.retention;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.recordlake.catalog.RetentionClause;
import org.recordlake.catalog.TableSpec;

/**
 * The order in which tables lose their rows. A row whose day hangs from another table goes before
 * the row it hangs from: a run killed in between would otherwise find it without a parent, and
 * nobody could say any more when it is due.
 */
final class DeletionOrder {
  private DeletionOrder() {}

  /** {@code tables} in groups; those of one group do not hang from each other. */
  static List<List<TableSpec>> groups(List<TableSpec> tables) {
    List<List<TableSpec>> groups = new ArrayList<>();
    List<TableSpec> left = new ArrayList<>(tables);
    while (!left.isEmpty()) {
      Set<String> neededLater =
          left.stream().flatMap(table -> hangsFrom(table).stream()).collect(Collectors.toSet());
      List<TableSpec> free =
          left.stream().filter(table -> !neededLater.contains(table.name())).toList();
      List<TableSpec> group = free.isEmpty() ? List.copyOf(left) : free;
      groups.add(group);
      left.removeAll(group);
    }
    return groups;
  }

  private static Set<String> hangsFrom(TableSpec table) {
    Set<String> others = new HashSet<>();
    for (RetentionClause clause : table.retention()) {
      if (clause instanceof RetentionClause.ByOtherTable other
          && !other.table().equals(table.name())) {
        others.add(other.table());
      }
    }
    return others;
  }
}
