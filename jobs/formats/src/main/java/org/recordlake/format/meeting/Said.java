package org.recordlake.format.meeting;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.recordlake.format.RawRow;
import org.recordlake.format.SourceRecord;
import org.recordlake.format.TableShape;
import org.recordlake.format.tabular.Cells;

/** Everything one export says, row by row, whatever table it is for. */
final class Said {
  private final List<Item> items = new ArrayList<>();

  /**
   * @param table empty for a line of no table
   */
  private record Item(String table, Function<TableShape, RawRow> row) {}

  /** A row of {@code table}. */
  void row(String table, long line, Cells cells, String raw) {
    items.add(new Item(table, shape -> cells.row(shape, line, raw)));
  }

  /** The row of {@code table} that {@code source} says. */
  void row(String table, SourceRecord source, Cells cells) {
    row(table, source.line(), cells, source.csv());
  }

  /** A row of {@code table} that cannot be read. */
  void broken(String table, long line, String raw, String code) {
    items.add(new Item(table, shape -> shape.broken(line, raw, code)));
  }

  void broken(String table, SourceRecord row, String code) {
    broken(table, row.line(), row.csv(), code);
  }

  /** A row of a meeting of which nothing says when it was. */
  void undated(String table, SourceRecord row) {
    broken(table, row, MeetingReader.NO_MEETING_DATE);
  }

  void outside(SourceRecord row) {
    outside(row.line());
  }

  /** A line that belongs to no table. */
  void outside(long line) {
    items.add(new Item("", shape -> shape.outside(line)));
  }

  /** The rows of {@code table}, with the lines of no table if it is the first of {@code tables}. */
  Iterator<RawRow> rows(TableShape table, Set<String> tables) {
    boolean first = tables.stream().sorted().limit(1).anyMatch(table.name()::equals);
    return items.stream()
        .filter(item -> item.table().isEmpty() ? first : item.table().equals(table.name()))
        .map(item -> item.row().apply(table))
        .iterator();
  }
}
