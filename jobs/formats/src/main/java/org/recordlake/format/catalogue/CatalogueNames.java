package org.recordlake.format.catalogue;

import java.io.Serializable;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.recordlake.catalog.Catalog;
import org.recordlake.catalog.Column;
import org.recordlake.catalog.TableSpec;

/**
 * The column names of every table that files are taken into: by them a file in the catalogue's own
 * terms is told.
 */
record CatalogueNames(List<Names> tables) implements Serializable {
  /**
   * One table's names.
   *
   * @param required names of the columns that may not be empty
   * @param folders landing folders meant for it
   */
  record Names(String table, Set<String> all, Set<String> required, Set<String> folders)
      implements Serializable {
    static Names of(TableSpec table) {
      return new Names(
          table.name(),
          names(table.columns()),
          names(table.columns().stream().filter(column -> !column.nullable()).toList()),
          table.sources().stream().map(from -> from.folder()).collect(Collectors.toSet()));
    }

    private static Set<String> names(Collection<Column> columns) {
      return columns.stream().map(Column::name).collect(Collectors.toSet());
    }

    private boolean fits(Set<String> fields) {
      return all.containsAll(fields) && fields.containsAll(required);
    }
  }

  static CatalogueNames of(Catalog catalog) {
    return new CatalogueNames(
        catalog.tables().stream()
            .filter(table -> !table.sources().isEmpty())
            .map(Names::of)
            .toList());
  }

  /**
   * The one table that {@code fields} fit, among those the folder is meant for if any; empty if
   * none does, or several do.
   */
  Set<String> table(String folder, Set<String> fields) {
    Set<String> names = new HashSet<>(fields);
    names.remove(TableSpec.RECORD_SOURCE);
    List<Names> meant = tables.stream().filter(table -> table.folders().contains(folder)).toList();
    return only(meant, names).or(() -> only(tables, names)).map(Set::of).orElse(Set.of());
  }

  private static Optional<String> only(List<Names> tables, Set<String> fields) {
    List<Names> fitting = tables.stream().filter(table -> table.fits(fields)).toList();
    List<Names> exact = fitting.stream().filter(table -> table.all().equals(fields)).toList();
    return exact.size() == 1
        ? Optional.of(exact.get(0).table())
        : fitting.size() == 1 ? Optional.of(fitting.get(0).table()) : Optional.empty();
  }
}
