package org.recordlake.retention;

import static org.apache.spark.sql.functions.trim;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.recordlake.lake.Lake;
import org.recordlake.lake.MediaZone;

/**
 * Recordings, images and signatures: files of the media folder named in a row. A file goes before
 * its row, so that a run killed in between leaves a row without a file, which the next run
 * destroys, and never a file nobody knows of.
 */
final class MediaFiles {
  private MediaFiles() {}

  /** Destroys the files named in the only column of {@code names}. */
  static void destroy(Lake lake, Dataset<Row> names) {
    MediaZone.destroy(lake, names);
  }

  /** Whether a name would lead out of the folder, or to nothing a row may name. */
  static Column leadsAstray(Column name) {
    return name.rlike("[/\\\\]").or(name.startsWith(".")).or(trim(name).equalTo(""));
  }
}
