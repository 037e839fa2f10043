package org.recordlake.ingest.format;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
   * A row with {@code values} by column name; columns without one are empty.
   *
   * @param raw the source's own row, for the quarantine
   * @throws IllegalArgumentException if the table has no such column
   */
  public RawRow row(long line, Map<String, String> values, String raw) {
    String[] cells = new String[columns.size()];
    values.forEach(
        (column, value) -> {
          int place = columns.indexOf(column);
          if (place < 0) {
            throw new IllegalArgumentException(name + " has no column " + column);
          }
          cells[place] = value;
        });
    return new RawRow(line, cells, raw, Optional.empty());
  }

  /** A row that could not be read; {@code code} says why, in capitals and underscores. */
  public RawRow broken(long line, String raw, String code) {
    return new RawRow(
        line,
        new String[columns.size()],
        raw == null ? null : RawText.blotted(raw, this),
        Optional.of(code));
  }

  /** A row that belongs to no table. */
  public RawRow outside(long line) {
    return new RawRow(line, new String[columns.size()], null, Optional.of(RawRow.OUTSIDE));
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
