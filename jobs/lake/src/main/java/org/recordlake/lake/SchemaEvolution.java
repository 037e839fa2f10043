package org.recordlake.lake;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.recordlake.catalog.TableSpec;
import org.recordlake.problem.Failure;
import org.recordlake.problem.Problem;

/**
 * Lets a stored table follow its catalogue file: new columns are added, any other difference is
 * refused.
 */
final class SchemaEvolution {
  private SchemaEvolution() {}

  static void apply(SparkSession spark, TableSpec spec, String location) {
    StructType stored = spark.read().format("delta").load(location).schema();
    StructType wanted = SparkTypes.schema(spec);
    refuseOtherChanges(spec, stored, wanted);
    if (wanted.size() > stored.size()) {
      spark
          .createDataFrame(List.of(), nullable(wanted))
          .write()
          .format("delta")
          .mode("append")
          .option("mergeSchema", "true")
          .save(location);
    }
  }

  private static void refuseOtherChanges(TableSpec spec, StructType stored, StructType wanted) {
    Set<String> names = Arrays.stream(wanted.fieldNames()).collect(Collectors.toSet());
    List<Problem> problems = new ArrayList<>();
    for (StructField field : stored.fields()) {
      String place = spec.file() + " at columns." + field.name();
      if (!names.contains(field.name())) {
        problems.add(
            new Problem(
                "column '" + field.name() + "' is stored but no longer described",
                place,
                "Put it back; its values would escape retention"));
      } else if (!wanted.apply(field.name()).dataType().equals(field.dataType())) {
        String from = SparkTypes.name(field.dataType());
        String to = SparkTypes.name(wanted.apply(field.name()).dataType());
        problems.add(
            new Problem(
                "the type changed from " + from + " to " + to,
                place,
                "Keep " + from + ", or add a new column with the new type"));
      }
    }
    if (!problems.isEmpty()) {
      throw Failure.configuration(problems);
    }
  }

  /** A column added to a table with rows cannot be required of the old rows. */
  static StructType nullable(StructType schema) {
    return new StructType(
        Arrays.stream(schema.fields())
            .map(field -> new StructField(field.name(), field.dataType(), true, field.metadata()))
            .toArray(StructField[]::new));
  }
}
