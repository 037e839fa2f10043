package org.recordlake.format.mapped;

import java.io.Serializable;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.recordlake.config.Settings.DateOrder;
import org.recordlake.format.tabular.Amounts;
import org.recordlake.format.tabular.Header;

/**
 * How the records of a source become rows.
 *
 * @param name name of the source, for the ledger
 * @param folder landing folder its files lie in; empty text for any
 * @param form table or list of objects
 * @param items names joined by dots under which a JSON text holds its list
 * @param delimiter what divides fields; a blank if it shows itself
 * @param header names by which a file is recognised
 * @param dates how days in figures are written
 * @param decimal what divides a fraction from its whole
 * @param tables what the records hold
 */
public record Mapping(
    String name,
    String folder,
    Form form,
    String items,
    char delimiter,
    List<String> header,
    DateOrder dates,
    Amounts.Decimal decimal,
    List<Table> tables)
    implements Serializable {
  /** Stands for a delimiter that shows itself. */
  public static final char ANY_DELIMITER = ' ';

  /**
   * What a mapping calls a column that gives rows of its own: its name, what it holds, and which of
   * them it is, from 1.
   */
  public static final Set<String> OF_OTHER_COLUMNS = Set.of("{column}", "{cell}", "{number}");

  /** What a file is. */
  public enum Form {
    /** Delimited text of any kind, or a worksheet. */
    CSV,
    /** Delimited by tabs. */
    TSV,
    /** A JSON text: lines of objects, a list of them, or a list within one. */
    JSON
  }

  public Mapping {
    header = List.copyOf(header);
    tables = List.copyOf(tables);
  }

  /**
   * Rows of one table.
   *
   * @param partial whether the source knows only some of the columns, so that others stay as the
   *     lake has them
   * @param beside names of the columns beside which each other one, such as a question, gives a row
   *     for its cell; none where a record is one row
   */
  public record Table(String name, List<MappedColumn> columns, boolean partial, List<String> beside)
      implements Serializable {
    public Table {
      columns = List.copyOf(columns);
      beside = List.copyOf(beside);
    }

    public Table(String name, List<MappedColumn> columns, boolean partial) {
      this(name, columns, partial, List.of());
    }
  }

  Set<String> tableNames() {
    return tables.stream().map(Table::name).collect(Collectors.toUnmodifiableSet());
  }

  boolean isHeader(Header header) {
    return wanted().stream().allMatch(header::has);
  }

  /** Plain names a header must have: those the mapping names for it, else all it reads. */
  Set<String> wanted() {
    List<String> names =
        header.isEmpty()
            ? tables.stream()
                .flatMap(table -> table.columns().stream())
                .flatMap(column -> column.fields().stream())
                .filter(field -> !OF_OTHER_COLUMNS.contains(field))
                .toList()
            : header;
    return names.stream().map(Header::plain).collect(Collectors.toCollection(LinkedHashSet::new));
  }
}
