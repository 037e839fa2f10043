package org.recordlake.retention;

import static org.apache.spark.sql.functions.trim;

import java.io.IOException;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.function.ForeachPartitionFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.recordlake.lake.Lake;
import org.recordlake.lake.SerializableConfiguration;

/**
 * Recordings, images and signatures: files of the media folder named in a row. A file goes before
 * its row, so that a run killed in between leaves a row without a file, which the next run
 * destroys, and never a file nobody knows of.
 */
final class MediaFiles {
  private static final String FOLDER = "media";

  private MediaFiles() {}

  static Path folder(Lake lake) {
    return new Path(lake.root(), FOLDER);
  }

  /**
   * Destroys the files named in the only column of {@code names}, where the tasks run. A file that
   * is gone already is no error.
   */
  static void destroy(Lake lake, Dataset<Row> names) {
    String folder = folder(lake).toString();
    SerializableConfiguration storage = SerializableConfiguration.of(lake.spark());
    names.foreachPartition(
        (ForeachPartitionFunction<Row>)
            rows -> {
              Path parent = new Path(folder);
              FileSystem files = parent.getFileSystem(storage.value());
              while (rows.hasNext()) {
                destroy(files, parent, rows.next());
              }
            });
  }

  private static void destroy(FileSystem files, Path folder, Row name) throws IOException {
    if (!name.isNullAt(0)) {
      files.delete(new Path(folder, name.getString(0)), false);
    }
  }

  /** Whether a name would lead out of the folder, or to nothing a row may name. */
  static Column leadsAstray(Column name) {
    return name.rlike("[/\\\\]").or(name.startsWith(".")).or(trim(name).equalTo(""));
  }
}
