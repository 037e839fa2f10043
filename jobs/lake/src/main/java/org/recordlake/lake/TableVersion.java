package org.recordlake.lake;

import io.delta.kernel.Snapshot;
import io.delta.kernel.Table;
import io.delta.kernel.data.FilteredColumnarBatch;
import io.delta.kernel.data.Row;
import io.delta.kernel.defaults.engine.DefaultEngine;
import io.delta.kernel.engine.Engine;
import io.delta.kernel.utils.CloseableIterator;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;
import org.recordlake.lake.engine.StagedFiles;
import org.recordlake.problem.Failure;

/** The latest version of a Delta table, as Delta Kernel reads it from the log: no Spark job. */
final class TableVersion {
  private final String location;
  private final Engine engine;
  private final Snapshot snapshot;

  private TableVersion(String location, Engine engine) {
    this.location = location;
    this.engine = engine;
    this.snapshot = Table.forPath(engine, location).getLatestSnapshot(engine);
  }

  static TableVersion latest(SparkSession spark, String location) {
    return new TableVersion(
        location, DefaultEngine.create(spark.sparkContext().hadoopConfiguration()));
  }

  long number() {
    return snapshot.getVersion();
  }

  /** What the table was made with, and what was set since. */
  Map<String, String> properties() {
    return snapshot.getTableProperties();
  }

  /**
   * A data file.
   *
   * @param path below the table's folder
   */
  record DataFile(String path, long size) {
    StagedFiles.OldFile toReplace() {
      return new StagedFiles.OldFile(path, size);
    }
  }

  /**
   * Its data files: at most some hundred bytes for each file, never for each row.
   *
   * @throws Failure (configuration) if one holds rows that were deleted by a deletion vector only
   */
  List<DataFile> files() {
    List<DataFile> files = new ArrayList<>();
    try (CloseableIterator<FilteredColumnarBatch> batches =
        snapshot.getScanBuilder().build().getScanFiles(engine)) {
      while (batches.hasNext()) {
        try (CloseableIterator<Row> rows = batches.next().getRows()) {
          rows.forEachRemaining(row -> files.add(file(part(row, "add"))));
        }
      }
      return files;
    } catch (IOException e) {
      throw Lake.unreachable(location, e);
    }
  }

  private DataFile file(Row add) {
    if (!add.isNullAt(place(add, "deletionVector"))) {
      throw Failure.configuration(
          "rows were deleted by a deletion vector, so their values are still in the table's files",
          location,
          "Run REORG TABLE delta.`" + location + "` APPLY (PURGE), and keep deletion vectors off");
    }
    String path = new Path(URI.create(add.getString(place(add, "path")))).toString();
    return new DataFile(path, add.getLong(place(add, "size")));
  }

  private static Row part(Row row, String name) {
    return row.getStruct(place(row, name));
  }

  private static int place(Row row, String name) {
    return row.getSchema().indexOf(name);
  }
}
