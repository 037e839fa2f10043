package org.recordlake.retention;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.udf;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;
import org.recordlake.catalog.TableSpec;
import org.recordlake.job.JobContext;
import org.recordlake.lake.Lake;
import org.recordlake.lake.MediaZone;
import org.recordlake.problem.Failure;

/**
 * Media files that no row names: left by a run that died between a file and its row. No rule would
 * ever end their life, so they go with the next purge.
 */
final class OrphanMedia {
  private static final int BATCH = 20_000;
  private static final UserDefinedFunction STANDS_FOR =
      udf((UDF1<String, String>) MediaZone::named, DataTypes.StringType);

  private final JobContext context;
  private final Lake lake;

  OrphanMedia(JobContext context) {
    this.context = context;
    this.lake = context.lake();
  }

  /** How many there are. */
  long count() {
    return inBatches(names -> strays(names).count());
  }

  /** Destroys them and says how many there were. */
  long destroy() {
    return inBatches(
        names -> {
          Dataset<Row> strays = strays(names).persist();
          long found = strays.count();
          MediaFiles.destroy(lake, strays);
          strays.unpersist();
          return found;
        });
  }

  private interface Work {
    long on(List<String> names);
  }

  private long inBatches(Work work) {
    Path folder = MediaZone.folder(lake);
    FileSystem storage = lake.fileSystem();
    long total = 0;
    try {
      RemoteIterator<FileStatus> files = storage.listStatusIterator(folder);
      List<String> names = new ArrayList<>();
      while (files.hasNext()) {
        names.add(files.next().getPath().getName());
        if (names.size() == BATCH || !files.hasNext()) {
          total += work.on(names);
          names.clear();
        }
      }
      return total;
    } catch (FileNotFoundException noMediaYet) {
      return total;
    } catch (IOException e) {
      throw Failure.storage(
          "the media folder cannot be read", folder.toString(), "Check access to it", e);
    }
  }

  private Dataset<Row> strays(List<String> names) {
    Dataset<Row> files =
        lake.spark()
            .createDataset(List.copyOf(names), Encoders.STRING())
            .toDF("name")
            .withColumn("stands_for", STANDS_FOR.apply(col("name")));
    return named()
        .map(known -> files.join(known, col("stands_for").equalTo(col("known")), "left_anti"))
        .orElse(files);
  }

  private Optional<Dataset<Row>> named() {
    List<Dataset<Row>> named = new ArrayList<>();
    for (TableSpec table : context.catalog().tables()) {
      for (String column : DueRows.mediaColumns(table)) {
        named.add(lake.read(table.name()).select(col(column).as("known")));
      }
    }
    return named.stream().reduce(Dataset::union);
  }
}
