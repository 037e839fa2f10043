package org.recordlake.format.meeting;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.recordlake.format.RawRow;
import org.recordlake.format.SourceRecord;
import org.recordlake.format.TableShape;
import org.recordlake.format.tabular.Cells;

/** Everything one export says, row by row, whatever table it is for. */
final class Said {
  private final List<Item> items = new ArrayList<>();

  /** One row, or one line of no table. */
  private sealed interface Item {
    record Row(String table, long line, Cells cells, String raw) implements Item {}

    record Broken(String table, long line, String raw, String code) implements Item {}

    record Outside(long line) implements Item {}
  }

  /** A row of {@code table}. */
  void row(String table, long line, Cells cells, String raw) {
    items.add(new Item.Row(table, line, cells, raw));
  }

  /** The row of {@code table} that {@code source} says. */
  void row(String table, SourceRecord source, Cells cells) {
    row(table, source.line(), cells, source.csv());
  }

  /** A row of {@code table} that cannot be read. */
  void broken(String table, long line, String raw, String code) {
    items.add(new Item.Broken(table, line, raw, code));
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
    items.add(new Item.Outside(line));
  }

  /** The rows of {@code table}, with the lines of no table if it is the first of {@code tables}. */
  Iterator<RawRow> rows(TableShape table, Set<String> tables) {
    String first = new TreeSet<>(tables).stream().findFirst().orElse("");
    List<RawRow> rows = new ArrayList<>();
    for (Item item : items) {
      if (item instanceof Item.Row row && row.table().equals(table.name())) {
        rows.add(row.cells().row(table, row.line(), row.raw()));
      } else if (item instanceof Item.Broken row && row.table().equals(table.name())) {
        rows.add(table.broken(row.line(), row.raw(), row.code()));
      } else if (item instanceof Item.Outside row && table.name().equals(first)) {
        rows.add(table.outside(row.line()));
      }
    }
    return rows.iterator();
  }
}
