package org.recordlake.lake;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.recordlake.catalog.TableSpec;
import org.recordlake.lake.engine.DataFiles;

/**
 * The rows of a table's latest version. They stay those of that version, whatever is committed
 * later, until a purge destroys its files.
 *
 * <p>Delta finds the files of a table in Spark jobs, for every version and again for every query. A
 * table of few files is read by their names instead, which Delta Kernel tells from the log.
 */
final class SnapshotFiles {
  /**
   * From more files on, Spark lists them in a job of its own, and Delta's statistics spare some.
   */
  private static final int FEW = 32;

  private SnapshotFiles() {}

  static Dataset<Row> rows(SparkSession spark, TableSpec spec, String location) {
    TableVersion latest = TableVersion.latest(spark, location);
    List<String> paths = latest.files().stream().map(TableVersion.DataFile::path).toList();
    return paths.size() <= FEW
        ? DataFiles.rows(spark, SparkTypes.schema(spec), location, paths)
        : byDelta(spark, spec, location, latest.number());
  }

  private static Dataset<Row> byDelta(
      SparkSession spark, TableSpec spec, String location, long version) {
    Dataset<Row> stored =
        spark.read().format("delta").option("versionAsOf", version).load(location);
    Set<String> names = Set.of(stored.columns());
    Column[] columns =
        spec.storedColumns().stream()
            .map(
                column ->
                    names.contains(column.name())
                        ? col(column.name())
                        : lit(null).cast(SparkTypes.of(column.type())).as(column.name()))
            .toArray(Column[]::new);
    return stored.select(columns);
  }

  /** Paths of the files, below the table's folder, as Delta itself finds them. */
  static Set<String> toldByDelta(SparkSession spark, FileSystem storage, String location) {
    URI folder = storage.makeQualified(new Path(location)).toUri();
    return Stream.of(spark.read().format("delta").load(location).inputFiles())
        .map(file -> folder.relativize(storage.makeQualified(new Path(file)).toUri()).getPath())
        .collect(Collectors.toUnmodifiableSet());
  }
}
