package org.recordlake.disposal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.recordlake.catalog.Catalog;
import org.recordlake.catalog.RetentionClause;
import org.recordlake.catalog.TableSpec;
import org.recordlake.catalog.Zone;

/** Which records tables' rows lead to rows of which others, as the catalogue tells it. */
public final class Kinship {
  private final List<TableSpec> records;

  public Kinship(Catalog catalog) {
    this.records = catalog.tables(Zone.RECORDS);
  }

  /**
   * That rows of {@code table} hang from the row of another whose key {@code by} they carry: their
   * period is counted from a date of that row.
   */
  public record Hanging(TableSpec table, String by) {}

  /** Tables to whose rows a row of {@code table} belongs: it names them, as links name rows. */
  public List<TableSpec> owners(TableSpec table) {
    Set<String> columns =
        table.storedColumns().stream()
            .map(org.recordlake.catalog.Column::name)
            .collect(Collectors.toSet());
    return records.stream()
        .filter(owner -> !owner.name().equals(table.name()))
        .filter(owner -> columns.containsAll(owner.rowName()))
        .toList();
  }

  /**
   * How deep rows of {@code table} stand below those they belong to: 0 where they belong to none,
   * else one more than the deepest of those.
   */
  public int depth(TableSpec table) {
    return depth(table, Set.of());
  }

  private int depth(TableSpec table, Set<String> below) {
    Set<String> seen = new HashSet<>(below);
    seen.add(table.name());
    return owners(table).stream()
        .filter(owner -> !seen.contains(owner.name()))
        .mapToInt(owner -> depth(owner, seen) + 1)
        .max()
        .orElse(0);
  }

  /** Tables whose rows hang from rows of {@code table}. */
  public List<Hanging> hanging(TableSpec table) {
    List<Hanging> hanging = new ArrayList<>();
    for (TableSpec other : records) {
      if (!other.name().equals(table.name())) {
        hangsBy(other, table).map(by -> new Hanging(other, by)).ifPresent(hanging::add);
      }
    }
    return hanging;
  }

  private static Optional<String> hangsBy(TableSpec table, TableSpec parent) {
    return table.retention().stream()
        .filter(RetentionClause.ByOtherTable.class::isInstance)
        .map(RetentionClause.ByOtherTable.class::cast)
        .filter(clause -> clause.table().equals(parent.name()))
        .map(RetentionClause.ByOtherTable::by)
        .findFirst();
  }
}
