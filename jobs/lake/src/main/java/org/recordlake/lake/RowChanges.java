package org.recordlake.lake;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.recordlake.catalog.TableSpec;
import org.recordlake.lake.engine.DataFiles;

/**
 * Which rows of a table changed since an earlier version, found without change data (which would
 * keep copies of deleted rows): the files that went are still on storage until they are purged, and
 * rows that stand in them and in the files that came, as often here as there, did not change.
 */
public final class RowChanges {
  private static final String CAME = "came";

  private final SparkSession spark;
  private final TableSpec spec;
  private final String location;
  private final FileChanges files;

  private RowChanges(SparkSession spark, TableSpec spec, String location, FileChanges files) {
    this.spark = spark;
    this.spec = spec;
    this.location = location;
    this.files = files;
  }

  /** Empty if the log or the files that went are no longer there. */
  static Optional<RowChanges> since(
      Lake lake, TableSpec spec, String location, long since, long latest) {
    FileSystem storage = lake.fileSystem();
    return CommitLog.filesSince(storage, location, since, latest)
        .filter(
            changes -> changes.removed().stream().allMatch(file -> there(storage, location, file)))
        .map(changes -> new RowChanges(lake.spark(), spec, location, changes));
  }

  /** Bytes of the files that came. */
  public long bytes() {
    return files.bytes();
  }

  /** Values of {@code columns}, each once or more often, in rows that came, went or changed. */
  public Dataset<Row> valuesOf(List<String> columns) {
    Column[] values = columns.stream().map(functions::col).toArray(Column[]::new);
    Dataset<Row> came = rows(files.added(), 1);
    if (files.removed().isEmpty()) {
      return came.select(values);
    }
    Column[] content = spec.contentColumns().stream().map(functions::col).toArray(Column[]::new);
    return came.unionAll(rows(files.removed(), -1))
        .groupBy(content)
        .agg(sum(CAME).as(CAME))
        .where(col(CAME).notEqual(0))
        .select(values);
  }

  private Dataset<Row> rows(List<String> paths, int came) {
    return DataFiles.rows(spark, SparkTypes.schema(spec), location, paths)
        .select(
            Stream.concat(
                    spec.contentColumns().stream().map(functions::col),
                    Stream.of(lit(came).as(CAME)))
                .toArray(Column[]::new));
  }

  private static boolean there(FileSystem storage, String location, String file) {
    try {
      return storage.exists(new Path(location, file));
    } catch (IOException e) {
      throw Lake.unreachable(location, e);
    }
  }
}
