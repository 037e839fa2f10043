package org.recordlake.testing;

import java.sql.Date;
import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.recordlake.catalog.Catalog;
import org.recordlake.lake.Lake;
import org.recordlake.lake.SparkTypes;

/**
 * Rows of records of which only what matters is said; what must not be empty is 1, or 1 October.
 */
public final class WrittenRows {
  private final Lake lake;
  private final Catalog catalog;

  public WrittenRows(Lake lake, Catalog catalog) {
    this.lake = lake;
    this.catalog = catalog;
  }

  public void add(String table, Map<String, String> row) {
    add(table, List.of(row));
  }

  public void add(String table, List<Map<String, String>> rows) {
    StructType schema = SparkTypes.schema(catalog.table(table));
    List<Row> filled = rows.stream().map(row -> row(schema, row)).toList();
    lake.append(table, lake.spark().createDataFrame(filled, schema));
  }

  private static Row row(StructType schema, Map<String, String> values) {
    return RowFactory.create(
        Stream.of(schema.fields()).map(field -> value(field, values)).toArray());
  }

  private static Object value(StructField field, Map<String, String> values) {
    String given = values.get(field.name());
    if (given == null && field.nullable()) {
      return null;
    }
    return filled(field.dataType(), given == null ? "1" : given);
  }

  private static Object filled(DataType type, String text) {
    if (type.equals(DataTypes.BooleanType)) {
      return Boolean.valueOf(text);
    }
    if (type.equals(DataTypes.IntegerType)) {
      return Integer.valueOf(text);
    }
    if (type.equals(DataTypes.DateType)) {
      return Date.valueOf("2026-10-01");
    }
    return type.equals(DataTypes.TimestampType) ? Timestamp.valueOf("2026-10-01 10:00:00") : text;
  }
}
