package org.recordlake.model;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;

import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.recordlake.catalog.TableSpec;
import org.recordlake.lake.SparkTypes;
import org.recordlake.problem.Failure;

/** Holds what a model selects against the columns its catalogue file promises. */
final class MartColumns {
  private MartColumns() {}

  /**
   * {@code rows} in the catalogue's types. A number takes the catalogue's width, failing rather
   * than losing digits; a value missing where the catalogue allows none fails when the rows are
   * computed.
   *
   * @throws Failure (configuration) if names, order or kinds of types differ
   */
  static Dataset<Row> checked(TableSpec spec, Dataset<Row> rows) {
    StructType actual = rows.schema();
    List<String> promised = Arrays.asList(SparkTypes.schema(spec).fieldNames());
    if (!Arrays.asList(actual.fieldNames()).equals(promised)) {
      throw Failure.configuration(
          "selects "
              + String.join(", ", actual.fieldNames())
              + " where the catalogue promises "
              + String.join(", ", promised),
          place(spec),
          "Select the catalogue's columns in its order, or change " + spec.file());
    }
    Column[] columns =
        Arrays.stream(SparkTypes.schema(spec).fields())
            .map(field -> column(spec, field, actual.apply(field.name()).dataType()))
            .toArray(Column[]::new);
    return rows.select(columns);
  }

  private static Column column(TableSpec spec, StructField promised, DataType actual) {
    boolean numbers = promised.dataType() instanceof NumericType && actual instanceof NumericType;
    if (!numbers && !actual.equals(promised.dataType())) {
      throw Failure.configuration(
          "column "
              + promised.name()
              + " is of type "
              + actual.simpleString()
              + " where the catalogue promises "
              + promised.dataType().simpleString(),
          place(spec),
          "Cast it, or change " + spec.file());
    }
    Column value = col(promised.name()).cast(promised.dataType());
    return (promised.nullable() ? value : present(spec, promised, value)).as(promised.name());
  }

  private static Column present(TableSpec spec, StructField promised, Column value) {
    String mart = spec.name();
    String column = promised.name();
    UDF1<Object, Object> fail =
        missing -> {
          throw CheckFailedException.missingValue(mart, column);
        };
    // With the value as its argument, as a call without any would be made once while planning.
    return when(value.isNull(), udf(fail, promised.dataType()).apply(value)).otherwise(value);
  }

  private static String place(TableSpec spec) {
    return "sql/marts/" + spec.name() + ".sql";
  }
}
