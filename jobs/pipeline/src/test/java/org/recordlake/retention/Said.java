package org.recordlake.retention;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A row as a file says it.
 *
 * @param cells in the order of the table's columns; an empty text for none
 * @param broken whether something else in it is wrong, so that it is set aside
 */
record Said(HistoryTable table, List<String> cells, boolean broken) {
  Said {
    cells = List.copyOf(cells);
  }

  /** What it says in {@code column}; empty if it says nothing there, or has no such column. */
  Optional<String> cell(String column) {
    int place = table.columns().indexOf(column);
    return place < 0 ? Optional.empty() : Optional.of(cells.get(place)).filter(c -> !c.isEmpty());
  }

  Optional<LocalDate> day(String column) {
    return cell(column).map(LocalDate::parse);
  }

  /** What tells it from other rows of its table. */
  String key() {
    int columns =
        switch (table) {
          case MEETING_PARTICIPANTS, CHAT_MESSAGES, SUPPLIER_CONTRACT_ACTIONS -> 2;
          default -> 1;
        };
    return String.join("/", cells.subList(0, columns));
  }

  @Override
  public String toString() {
    return String.join(",", cells);
  }
}
