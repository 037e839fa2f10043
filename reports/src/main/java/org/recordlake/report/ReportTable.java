package org.recordlake.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * One bounded dataset of a report, checked, brought to its column types and with suppressed numbers
 * taken out.
 *
 * <p>Everything after this type can trust it: each row has each column, in order, with a value of
 * the column's type or null, and no number that a reader must not see.
 *
 * @param name the dataset's name
 * @param columns the columns in reading order
 * @param rows the rows in reading order; unmodifiable
 */
public record ReportTable(String name, List<ReportColumn> columns, List<Map<String, Object>> rows) {
  public ReportTable {
    Objects.requireNonNull(name, "name");
    columns = List.copyOf(columns);
    List<Map<String, Object>> checked = new ArrayList<>(rows.size());
    for (Map<String, Object> row : rows) {
      checked.add(check(name, columns, row));
    }
    rows = Collections.unmodifiableList(checked);
  }

  /** Whether there is nothing to show. */
  public boolean isEmpty() {
    return rows.isEmpty();
  }

  /** Whether the table has a column of this name. */
  public boolean has(String column) {
    return columns.stream().anyMatch(c -> c.name().equals(column));
  }

  /** The rows as templates read them. */
  List<ReportRow> read() {
    return rows.stream().map(row -> new ReportRow(this, row)).toList();
  }

  ReportColumn column(String column) {
    return columns.stream()
        .filter(c -> c.name().equals(column))
        .findFirst()
        .orElseThrow(() -> missing(name, column));
  }

  static ReportException missing(String table, String column) {
    return new ReportException(
        "Dataset has no such column",
        "dataset " + table + ", column " + column,
        "Select the column in the dataset's SQL and list it under columns in the report's YAML file.");
  }

  private static Map<String, Object> check(
      String table, List<ReportColumn> columns, Map<String, Object> row) {
    Map<String, Object> checked = new LinkedHashMap<>();
    for (ReportColumn column : columns) {
      if (!row.containsKey(column.name())) {
        throw missing(table, column.name());
      }
      checked.put(column.name(), typed(table, column, row.get(column.name())));
    }
    Suppression.apply(columns, checked);
    return Collections.unmodifiableMap(checked);
  }

  private static Object typed(String table, ReportColumn column, Object value) {
    try {
      return column.type().normalise(value);
    } catch (ClassCastException | NumberFormatException e) {
      // The cause is left out on purpose: its message could hold the value.
      throw new ReportException(
          "Dataset column is " + value.getClass().getSimpleName() + ", expected " + column.type(),
          "dataset " + table + ", column " + column.name(),
          "Cast it in the dataset's SQL or correct its type in the report's YAML file.");
    }
  }
}
