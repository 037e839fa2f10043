package org.recordlake.lake.engine;

import java.util.List;
import java.util.regex.Pattern;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/** Data files of a table, read by their names. */
public final class DataFiles {
  private static final Pattern WILD = Pattern.compile("[\\[\\]{}*?\\\\]");

  private DataFiles() {}

  /**
   * The rows of files, whatever version of the table they belong to. A column that a file does not
   * have is empty.
   *
   * @param location folder of the table
   * @param paths below it
   */
  public static Dataset<Row> rows(
      SparkSession spark, StructType schema, String location, List<String> paths) {
    if (paths.isEmpty()) {
      return spark.createDataFrame(List.of(), schema);
    }
    // Spark takes a path for a pattern, but these are names.
    return spark
        .read()
        .schema(schema)
        .parquet(
            paths.stream()
                .map(path -> WILD.matcher(new Path(location, path).toString()).replaceAll("\\\\$0"))
                .toArray(String[]::new));
  }
}
