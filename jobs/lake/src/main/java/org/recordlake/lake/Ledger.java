package org.recordlake.lake;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.recordlake.catalog.TableSpec;

/**
 * A table that a program writes from what it has at hand, some rows at a time: holds, dispositions,
 * runs. No records; their rows are many, and leave by Delta's delete.
 */
public final class Ledger {
  /** Most bytes of a ledger that is written whole rather than merged. */
  static final long SMALL = 1 << 20;

  private final Lake lake;
  private final TableSpec spec;
  private final StructType schema;

  Ledger(Lake lake, TableSpec spec) {
    this.lake = lake;
    this.spec = spec;
    // What a column is required of is for the table to say: rows older than it have none.
    this.schema = SchemaEvolution.nullable(SparkTypes.schema(spec));
  }

  /**
   * Adds rows whose keys the caller knows to be new.
   *
   * @param rows values in the order of the stored columns
   */
  public void append(List<Row> rows) {
    lake.append(spec.name(), frame(rows));
  }

  /**
   * Adds those rows whose key is not there yet.
   *
   * @param rows values in the order of the stored columns
   */
  public void appendNew(List<Row> rows) {
    lake.appendNew(spec.name(), frame(rows));
  }

  /**
   * Replaces the rows with the same keys and adds the others, in one commit. A small ledger is
   * read, changed here and written whole, which costs a third to a half of a merge by Delta (ADR
   * 18).
   *
   * @param rows values in the order of the stored columns; no key twice. None: nothing is written
   */
  public void merge(List<Row> rows) {
    if (rows.isEmpty()) {
      return;
    }
    if (!lake.exists(spec.name())) {
      append(rows);
    } else if (lake.bytes(spec.name()) <= SMALL) {
      lake.replace(spec.name(), frame(merged(rows)).coalesce(1), Optional.empty());
    } else {
      lake.merge(spec.name(), frame(rows));
    }
  }

  private List<Row> merged(List<Row> rows) {
    Map<List<Object>, Row> byKey = new LinkedHashMap<>();
    lake.read(spec.name()).collectAsList().forEach(row -> byKey.put(key(row), row));
    rows.forEach(row -> byKey.put(key(row), row));
    return List.copyOf(byKey.values());
  }

  private List<Object> key(Row row) {
    return spec.key().stream().map(column -> row.get(schema.fieldIndex(column))).toList();
  }

  private Dataset<Row> frame(List<Row> rows) {
    return lake.spark().createDataFrame(rows, schema);
  }
}
