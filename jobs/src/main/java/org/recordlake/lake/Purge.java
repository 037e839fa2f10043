package org.recordlake.lake;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.recordlake.problem.Failure;

/**
 * Destroys what a Delta table's latest version does not need: files of older versions, of aborted
 * writes, change data, temporary and hidden files and their checksums, which {@code VACUUM} in part
 * never touches. Safe only under the {@link LakeLock}. The log folder itself is left alone; nothing
 * personal may be in it.
 */
public final class Purge {
  private static final String LOG_FOLDER = "_delta_log";

  private Purge() {}

  /**
   * @param files files removed
   * @param bytes their bytes
   */
  public record Result(long files, long bytes) {
    public static final Result NOTHING = new Result(0, 0);

    public Result plus(Result other) {
      return new Result(files + other.files, bytes + other.bytes);
    }
  }

  static Result table(SparkSession spark, FileSystem storage, String location) {
    Path root = new Path(location);
    try {
      Set<String> live = livePaths(spark, root);
      return sweep(storage, root, root, live);
    } catch (IOException e) {
      throw Failure.storage(
          "old files cannot be destroyed",
          location,
          "Check write access, then run 'retention run' again",
          e);
    }
  }

  /**
   * Paths below {@code root} of the latest version's data files: at most some hundred bytes for
   * each file, never for each row.
   */
  private static Set<String> livePaths(SparkSession spark, Path root) {
    List<String> paths =
        CommitLog.snapshot(spark, root.toString())
            .allFiles()
            .toDF()
            .select(functions.col("path"))
            .as(Encoders.STRING())
            .collectAsList();
    Set<String> live = new HashSet<>();
    for (String path : paths) {
      String decoded = new Path(java.net.URI.create(path)).toString();
      live.add(decoded);
      live.add(checksumOf(decoded));
    }
    return live;
  }

  private static Result sweep(FileSystem storage, Path root, Path folder, Set<String> live)
      throws IOException {
    Result result = Result.NOTHING;
    for (FileStatus status : storage.listStatus(folder)) {
      if (status.isDirectory()) {
        if (!(folder.equals(root) && status.getPath().getName().equals(LOG_FOLDER))) {
          result = result.plus(sweep(storage, root, status.getPath(), live));
          removeIfEmpty(storage, status.getPath());
        }
      } else if (!live.contains(relative(root, status.getPath()))) {
        storage.delete(status.getPath(), false);
        result = result.plus(new Result(1, status.getLen()));
      }
    }
    return result;
  }

  private static void removeIfEmpty(FileSystem storage, Path folder) throws IOException {
    if (storage.listStatus(folder).length == 0) {
      storage.delete(folder, false);
    }
  }

  private static String relative(Path root, Path file) {
    String rootPath = Path.getPathWithoutSchemeAndAuthority(root).toUri().getPath();
    String filePath = Path.getPathWithoutSchemeAndAuthority(file).toUri().getPath();
    return filePath.substring(rootPath.length() + 1);
  }

  /** Hadoop's local file system keeps a hidden checksum beside each file. */
  private static String checksumOf(String path) {
    int slash = path.lastIndexOf('/') + 1;
    return path.substring(0, slash) + "." + path.substring(slash) + ".crc";
  }
}
