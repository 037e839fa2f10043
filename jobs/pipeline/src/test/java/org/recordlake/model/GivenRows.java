package org.recordlake.model;

import java.math.BigDecimal;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.recordlake.catalog.TableSpec;
import org.recordlake.lake.SparkTypes;
import org.recordlake.testing.SharedSpark;

/** Rows of a table as a {@link ModelCase} writes them, in the catalogue's types. */
final class GivenRows {
  private static final String TIMES = "times";

  private GivenRows() {}

  static Dataset<Row> of(TableSpec spec, ModelCase given) {
    StructType schema = emptiable(SparkTypes.schema(spec));
    Map<String, String> defaults = given.defaults().getOrDefault(spec.name(), Map.of());
    List<Row> rows =
        given.given().getOrDefault(spec.name(), List.of()).stream()
            .flatMap(GivenRows::repeated)
            .map(values -> row(schema, over(defaults, values)))
            .toList();
    return SharedSpark.session().createDataFrame(rows, schema);
  }

  private static Stream<Map<String, String>> repeated(Map<String, String> row) {
    int times = Integer.parseInt(row.getOrDefault(TIMES, "1"));
    return IntStream.rangeClosed(1, times).mapToObj(n -> numbered(row, n));
  }

  private static Map<String, String> numbered(Map<String, String> row, int n) {
    Map<String, String> numbered = new HashMap<>(row);
    numbered.remove(TIMES);
    numbered.replaceAll(
        (column, text) -> text == null ? null : text.replace("{n}", String.valueOf(n)));
    return numbered;
  }

  private static Map<String, String> over(Map<String, String> defaults, Map<String, String> row) {
    Map<String, String> values = new HashMap<>(defaults);
    values.putAll(row);
    return values;
  }

  private static Row row(StructType schema, Map<String, String> values) {
    Set<String> known = Set.of(schema.fieldNames());
    values.keySet().stream()
        .filter(column -> !known.contains(column))
        .forEach(
            column -> {
              throw new IllegalArgumentException("the catalogue has no column " + column);
            });
    return RowFactory.create(
        Stream.of(schema.fields())
            .map(field -> value(field.dataType(), values.get(field.name())))
            .toArray());
  }

  private static Object value(DataType type, String text) {
    if (text == null || type.equals(DataTypes.StringType)) {
      return text;
    }
    if (type.equals(DataTypes.DateType)) {
      return Date.valueOf(text);
    }
    if (type.equals(DataTypes.TimestampType)) {
      return Timestamp.from(LocalDateTime.parse(text.replace(' ', 'T')).toInstant(ZoneOffset.UTC));
    }
    return type.equals(DataTypes.BooleanType) ? (Object) Boolean.valueOf(text) : number(type, text);
  }

  private static Number number(DataType type, String text) {
    BigDecimal number = new BigDecimal(text);
    if (type instanceof DecimalType decimal) {
      return number.setScale(decimal.scale());
    }
    if (type.equals(DataTypes.IntegerType)) {
      return number.intValueExact();
    }
    return type.equals(DataTypes.LongType)
        ? (Number) number.longValueExact()
        : (Number) number.doubleValue();
  }

  private static StructType emptiable(StructType schema) {
    return new StructType(
        Stream.of(schema.fields())
            .map(field -> new StructField(field.name(), field.dataType(), true, field.metadata()))
            .toArray(StructField[]::new));
  }
}
