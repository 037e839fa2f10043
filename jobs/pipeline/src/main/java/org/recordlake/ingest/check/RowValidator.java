package org.recordlake.ingest.check;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.recordlake.catalog.Column;
import org.recordlake.catalog.ColumnType;
import org.recordlake.catalog.Protection;
import org.recordlake.catalog.TableSpec;
import org.recordlake.format.RawRow;
import org.recordlake.ingest.read.LocatedRow;
import org.recordlake.lake.SparkTypes;

/**
 * Through here every row passes on its way in, on the executors and in plain Java: texts become
 * typed values, everything wrong with the row is listed as {@code column:CODE}, and what must be
 * protected is, before anything of it is written. No value stands in a problem.
 */
final class RowValidator implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final String[] NO_PROBLEMS = {};

  private final ArrayList<Cell> cells = new ArrayList<>();
  private final HashMap<String, Integer> places = new HashMap<>();
  private final ArrayList<String> key;
  private final RowChecks checks;
  private final CellProtection protection;
  private final String recordSource;
  private final int sourcePlace;
  private final boolean mayTurnBad;
  private final StructType schema;

  /**
   * A column as it comes.
   *
   * @param typeCode reason code for a text that is no value of its type
   */
  private record Cell(
      String name,
      CellType type,
      ColumnType stored,
      boolean nullable,
      Protection protection,
      CellContent content,
      String typeCode)
      implements Serializable {
    static Cell of(Column column, TableSpec table) {
      String type = column.type().kind().toString();
      return new Cell(
          column.name(),
          CellType.of(column.type()),
          column.type(),
          column.nullable(),
          column.protection(),
          CellContent.of(column, table),
          "NOT_A_" + type.toUpperCase(Locale.ROOT));
    }
  }

  /**
   * @param recordSources ids of the record sources a row may name
   */
  RowValidator(TableSpec table, Set<String> recordSources, CellProtection protection) {
    for (Column column : table.columns()) {
      places.put(column.name(), cells.size());
      cells.add(Cell.of(column, table));
    }
    this.sourcePlace = cells.size();
    places.put(TableSpec.RECORD_SOURCE, sourcePlace);
    this.key = new ArrayList<>(table.key());
    this.checks = new RowChecks(table, places, recordSources);
    this.protection = protection;
    this.recordSource = table.recordSource().orElse(null);
    this.mayTurnBad = table.consent().isPresent();
    this.schema = schema(table);
  }

  /** Columns of {@link #checked}: where the row comes from, what is wrong with it, its values. */
  StructType schema() {
    return schema;
  }

  private static StructType schema(TableSpec table) {
    StructType schema =
        new StructType()
            .add(CheckedRows.FILE, DataTypes.StringType)
            .add(CheckedRows.FILE_NUMBER, DataTypes.IntegerType)
            .add(CheckedRows.LINE, DataTypes.LongType)
            .add(CheckedRows.ROW, DataTypes.LongType)
            .add(CheckedRows.PARTIAL, DataTypes.BooleanType)
            .add(CheckedRows.RAW, DataTypes.StringType)
            .add(CheckedRows.PROBLEMS, DataTypes.createArrayType(DataTypes.StringType, false));
    for (Column column : table.columns()) {
      for (Column stored : column.stored()) {
        schema = schema.add(stored.name(), SparkTypes.of(stored.type()));
      }
      if (column.protection() == Protection.MEDIA) {
        schema = schema.add(CheckedRows.MEDIA_SOURCE, DataTypes.StringType);
      }
    }
    return table.recordSource().isPresent()
        ? schema.add(TableSpec.RECORD_SOURCE, DataTypes.StringType)
        : schema;
  }

  /** The row under {@link #schema}; as it came only if something is wrong, or may turn out so. */
  Row checked(LocatedRow located) {
    RawRow row = located.row();
    String[] texts = new String[cells.size() + 1];
    Object[] values = new Object[cells.size() + 1];
    List<String> problems = new ArrayList<>(1);
    read(row, texts, values);
    if (row.problem().isPresent()) {
      problems.add("row:" + row.problem().get());
    } else {
      for (int i = 0; i < cells.size(); i++) {
        values[i] = fitted(problems, cells.get(i), values[i]);
        addProblems(problems, cells.get(i), texts[i], values[i]);
      }
      checks.addTo(problems, values);
    }
    boolean good = problems.isEmpty();
    List<Object> columns = new ArrayList<>(schema.size());
    columns.add(located.task().file().sha256());
    columns.add(located.task().fileNumber());
    columns.add(located.line());
    columns.add(located.number());
    columns.add(located.task().reader().partial());
    columns.add(good && !mayTurnBad ? null : row.raw());
    columns.add(good ? NO_PROBLEMS : problems.toArray(NO_PROBLEMS));
    addStored(values, good, columns);
    return RowFactory.create(columns.toArray());
  }

  private void read(RawRow row, String[] texts, Object[] values) {
    for (int i = 0; i < cells.size(); i++) {
      texts[i] = trimmed(row.cells()[i]);
      values[i] = texts[i] == null ? null : cells.get(i).type().parse(texts[i]);
    }
    texts[sourcePlace] = trimmed(row.cells()[sourcePlace]);
    values[sourcePlace] = texts[sourcePlace] == null ? recordSource : texts[sourcePlace];
  }

  /** A decimal in the column's scale; null if it has too many digits for it. */
  private static Object fitted(List<String> problems, Cell cell, Object value) {
    if (!(value instanceof BigDecimal written)) {
      return value;
    }
    BigDecimal rounded = written.setScale(cell.stored().scale(), RoundingMode.HALF_UP);
    if (rounded.precision() > cell.stored().precision()) {
      return null;
    }
    if (written.scale() > rounded.scale() && written.compareTo(rounded) != 0) {
      problems.add(cell.name() + ":TOO_PRECISE");
    }
    return rounded;
  }

  private void addProblems(List<String> problems, Cell cell, String text, Object value) {
    if (text == null) {
      if (!cell.nullable()) {
        problems.add(cell.name() + ":MISSING");
      }
      return;
    }
    if (value == null) {
      problems.add(cell.name() + ":" + cell.typeCode());
    }
    if (text.indexOf('\uFFFD') >= 0) {
      problems.add(cell.name() + ":BAD_ENCODING");
    }
    protection
        .problem(cell.protection(), text)
        .or(() -> cell.content().problem(text))
        .ifPresent(code -> problems.add(cell.name() + ":" + code));
  }

  private void addStored(Object[] values, boolean good, List<Object> columns) {
    for (int i = 0; i < cells.size(); i++) {
      Cell cell = cells.get(i);
      if (cell.protection() == Protection.NONE) {
        columns.add(
            values[i] instanceof String text
                ? cell.content().kept(text)
                : CellType.plain(values[i]));
      } else {
        String text = good ? (String) values[i] : null;
        protection.store(cell.protection(), text, () -> rowKey(values), columns);
      }
    }
    if (recordSource != null) {
      columns.add(values[sourcePlace]);
    }
  }

  private String rowKey(Object[] values) {
    return key.stream()
        .map(column -> value(values, column))
        .filter(value -> value != null)
        .map(CellType::text)
        .collect(Collectors.joining("\u0001"));
  }

  private Object value(Object[] values, String column) {
    Integer place = places.get(column);
    return place == null ? null : values[place];
  }

  /** The text a source gave, without blanks around it; null if nothing is left. */
  private static String trimmed(String text) {
    if (text == null) {
      return null;
    }
    int from = 0;
    int to = text.length();
    while (from < to && isBlank(text.charAt(from))) {
      from++;
    }
    while (to > from && isBlank(text.charAt(to - 1))) {
      to--;
    }
    return from == to ? null : text.substring(from, to);
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == 0;
  }
}
