package org.recordlake.retention;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * A hold order as a file says it.
 *
 * @param column in which what is held is named
 * @param limit what narrows the scope, as it is written; empty for nothing
 * @param tables that may be covered
 */
record HistoryOrder(
    String id,
    String column,
    String value,
    String limit,
    Set<HistoryTable> tables,
    LocalDate placed,
    Optional<LocalDate> released) {
  static final String HEAD =
      "hold_id,matter,scope_column,scope_value,tables,placed_on,placed_by,released_on,released_by";

  HistoryOrder {
    tables = Set.copyOf(tables);
  }

  HistoryOrder releasedOn(LocalDate day) {
    LocalDate last = day.isBefore(placed) ? placed : day;
    return new HistoryOrder(id, column, value, limit, tables, placed, Optional.of(last));
  }

  boolean isInForce(LocalDate day) {
    return !day.isBefore(placed) && released.filter(end -> !day.isBefore(end)).isEmpty();
  }

  String line() {
    String scope = "where," + column + " " + value + (limit.isEmpty() ? "" : " and " + limit);
    return id
        + ",Matter,"
        + scope
        + ",all,"
        + placed
        + ",Office,"
        + released.map(day -> day + ",Office").orElse(",");
  }
}
