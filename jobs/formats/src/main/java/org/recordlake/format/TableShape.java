package org.recordlake.format;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.recordlake.catalog.Column;
import org.recordlake.catalog.Protection;
import org.recordlake.catalog.TableSpec;

/**
 * What a reader needs to know of a table, and no more: a catalogue entry does not travel.
 *
 * @param name the table
 * @param columns names of its content columns in the catalogue's order, then {@code record_source}
 * @param refused columns whose values must never be kept
 */
public record TableShape(String name, List<String> columns, Set<String> refused)
    implements Serializable {
  public TableShape {
    columns = List.copyOf(columns);
    refused = Set.copyOf(refused);
  }

  public static TableShape of(TableSpec spec) {
    List<String> columns = new ArrayList<>(spec.columns().stream().map(Column::name).toList());
    columns.add(TableSpec.RECORD_SOURCE);
    Set<String> refused =
        spec.columns().stream()
            .filter(column -> column.protection() == Protection.REFUSE)
            .map(Column::name)
            .collect(Collectors.toUnmodifiableSet());
    return new TableShape(spec.name(), columns, refused);
  }

  /**
   * A row from two lists side by side, with the source's own row made when it is asked for. Of two
   * values for one column the later counts; columns without one are empty.
   *
   * @throws IllegalArgumentException if the table has no such column
   */
  public RawRow row(long line, List<String> names, List<String> values, Supplier<String> raw) {
    String[] cells = new String[columns.size()];
    int next = 0;
    for (int i = 0; i < names.size(); i++) {
      int place = place(names.get(i), next);
      cells[place] = values.get(i);
      next = place + 1;
    }
    return new RawRow(line, cells, raw, Optional.empty());
  }

  /** Where a column stands; readers name them mostly in their order, leaving some out. */
  private int place(String column, int likely) {
    for (int i = 0; i < columns.size(); i++) {
      int place = (likely + i) % columns.size();
      if (columns.get(place).equals(column)) {
        return place;
      }
    }
    throw new IllegalArgumentException(name + " has no column " + column);
  }

  /** A row that could not be read; {@code code} says why, in capitals and underscores. */
  public RawRow broken(long line, String raw, String code) {
    String blotted = raw == null ? null : RawText.blotted(raw, this);
    return new RawRow(line, new String[columns.size()], () -> blotted, Optional.of(code));
  }

  /** A row that belongs to no table. */
  public RawRow outside(long line) {
    return new RawRow(line, new String[columns.size()], () -> null, Optional.of(RawRow.OUTSIDE));
  }

  /**
   * The end of a file of which nothing more can be read.
   *
   * @param reason why, without a value of the file
   */
  public RawRow unreadable(long line, String reason) {
    return broken(line, reason, RawRow.UNREADABLE);
  }
}
