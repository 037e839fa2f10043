package org.recordlake.catalog;

import java.util.List;
import java.util.Optional;
import org.recordlake.problem.Problem;

/** Gathers what is wrong with one table's catalogue file, each problem with its place in it. */
record TableFindings(TableSpec table, List<Problem> problems) {

  void report(String key, String what, String mend) {
    problems.add(new Problem(what, table.file() + " at " + key, mend));
  }

  void columnsExist(String key, List<String> names) {
    for (String name : names) {
      if (table.storedColumn(name).isEmpty() && table.column(name).isEmpty()) {
        report(key, "there is no column '" + name + "'", "Use one of the table's columns");
      }
    }
  }

  /** The column {@code name}, if there is one, is never empty. */
  void alwaysThere(String key, String name) {
    if (table.storedColumn(name).map(Column::nullable).orElse(false)) {
      report(key, "column '" + name + "' may be empty", "Name a column that every row fills");
    }
  }

  /** The column {@code name} of {@code owner}, which may be another table, tells a day. */
  void tellsDay(String key, TableSpec owner, String name) {
    Optional<Column> column = owner.storedColumn(name);
    if (column.isEmpty()) {
      report(
          key,
          "there is no column '" + name + "' in " + owner.name(),
          "Name a date or timestamp column of " + owner.name());
    } else if (!column.get().type().tellsDay()) {
      report(
          key,
          "column '" + name + "' of " + owner.name() + " is no date",
          "Name a date or timestamp column");
    }
  }
}
