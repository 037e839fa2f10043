package org.recordlake.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.recordlake.catalog.TableSpec.Mart;
import org.recordlake.problem.Problem;

/** Whether a mart can keep the promise that its rows follow customer by customer. */
final class IncrementalCheck {
  private IncrementalCheck() {}

  static List<Problem> problems(TableSpec table, Map<String, TableSpec> byName) {
    return table
        .mart()
        .flatMap(mart -> mart.incremental().map(how -> problems(table, mart, how, byName)))
        .orElse(List.of());
  }

  private static List<Problem> problems(
      TableSpec table, Mart mart, Incremental how, Map<String, TableSpec> byName) {
    List<Problem> problems = new ArrayList<>();
    if (table.storedColumn(how.key()).filter(key -> key.pii() == PiiClass.PSEUDONYM).isEmpty()) {
      problems.add(
          new Problem(
              "'" + how.key() + "' is no pseudonym column of the mart",
              table.file() + " at incremental.key",
              "Name the column that holds the customer's pseudonym"));
    }
    mart.reads().stream()
        .map(byName::get)
        .filter(Objects::nonNull)
        .filter(read -> !follows(how, read))
        .map(
            read ->
                new Problem(
                    read.name() + " is no records table with a column '" + how.by() + "'",
                    table.file() + " at incremental.by",
                    "Leave 'incremental' out; the mart is then always rebuilt whole"))
        .forEach(problems::add);
    how.windows().stream()
        .filter(window -> !mart.reads().contains(window.table()) || !dated(window, byName))
        .map(
            window ->
                new Problem(
                    "'" + window.column() + "' is no date column of a table the mart reads",
                    table.file() + " at incremental.windows",
                    "Name a table under 'reads' and one of its date columns"))
        .forEach(problems::add);
    how.links().keySet().stream()
        .filter(linked -> !mart.reads().containsAll(List.of(linked, Incremental.LINKS)))
        .map(
            linked ->
                new Problem(
                    "the mart does not read " + linked + " and " + Incremental.LINKS,
                    table.file() + " at incremental.links",
                    "Name both under 'reads', or take the table out of the links"))
        .forEach(problems::add);
    return problems;
  }

  private static boolean follows(Incremental how, TableSpec read) {
    return read.name().equals(Incremental.LINKS)
        ? !how.links().isEmpty()
        : read.zone() == Zone.RECORDS && read.storedColumn(how.by()).isPresent();
  }

  private static boolean dated(Incremental.Window window, Map<String, TableSpec> byName) {
    return Optional.ofNullable(byName.get(window.table()))
        .flatMap(read -> read.storedColumn(window.column()))
        .filter(column -> column.type().equals(ColumnType.DATE))
        .isPresent();
  }
}
