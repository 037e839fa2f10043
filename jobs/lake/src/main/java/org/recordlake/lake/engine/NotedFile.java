package org.recordlake.lake.engine;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.actions.AddFile;
import scala.Option;

/**
 * A data file of a table's latest version, and what Delta noted of its columns when it was written.
 *
 * @param path below the table's folder
 * @param statistics JSON, as the protocol of Delta describes it
 */
public record NotedFile(String path, long bytes, Optional<String> statistics) {
  /** All of a table's files. A Spark job. */
  public static List<NotedFile> of(SparkSession spark, String location) {
    return DeltaLog.forTable(spark, location)
        .update(false, Option.empty(), Option.empty())
        .allFiles()
        .collectAsList()
        .stream()
        .map(file -> new NotedFile(path(file), file.size(), Optional.ofNullable(file.stats())))
        .toList();
  }

  static String path(AddFile file) {
    return new Path(URI.create(file.path())).toString();
  }
}
