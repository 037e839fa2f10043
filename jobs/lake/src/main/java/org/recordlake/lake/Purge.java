package org.recordlake.lake;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.hadoop.fs.ChecksumFileSystem;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;
import org.recordlake.problem.Failure;

/**
 * Destroys what a Delta table's latest version does not need: files of older versions, of aborted
 * writes, change data, temporary and hidden files and their checksums, which {@code VACUUM} in part
 * never touches. Safe only under the {@link LakeLock}. Of the log folder only temporary files go;
 * nothing personal may be in the rest.
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

  /** What {@link #all} would remove. Reads only. */
  static Result leftovers(SparkSession spark, FileSystem storage, String location) {
    return total(find(spark, storage, location).leftovers());
  }

  /** Somebody who is told of files before they are destroyed. */
  @FunctionalInterface
  public interface Witness {
    /**
     * @param root folder of the table
     * @param doomed files below it, all still there
     */
    void before(FileSystem storage, Path root, List<FileStatus> doomed) throws IOException;
  }

  /** Removes them, be it a table's folder or that of one which never came to be. */
  static Result all(SparkSession spark, FileSystem storage, String location, Witness witness) {
    Found found = find(spark, storage, location);
    try {
      witness.before(storage, storage.makeQualified(new Path(location)), found.leftovers());
      for (FileStatus file : found.leftovers()) {
        storage.delete(file.getPath(), false);
      }
      for (Path folder : found.folders()) {
        if (storage.listStatus(folder).length == 0) {
          storage.delete(folder, false);
        }
      }
      return total(found.leftovers());
    } catch (IOException e) {
      throw unwritable(location, e);
    }
  }

  /**
   * @param leftovers files the latest version does not need
   * @param folders folders below the table's, deepest first
   */
  private record Found(List<FileStatus> leftovers, List<Path> folders) {}

  private static Found find(SparkSession spark, FileSystem storage, String location) {
    Path root = storage.makeQualified(new Path(location));
    List<FileStatus> files = new ArrayList<>();
    List<Path> folders = new ArrayList<>();
    try {
      if (!storage.exists(root)) {
        return new Found(files, folders);
      }
      list(storage, root, root, files, folders);
      if (!storage.exists(new Path(root, LOG_FOLDER))) {
        // Its first rows were written, but never committed.
        return new Found(files, folders);
      }
      List<FileStatus> leftovers = temporaryLogFiles(storage, root);
      Set<String> live = livePaths(TableVersion.latest(spark, location));
      files.stream()
          .filter(file -> !live.contains(relative(root, file.getPath())))
          .forEach(leftovers::add);
      return new Found(leftovers, folders);
    } catch (IOException e) {
      throw unwritable(location, e);
    }
  }

  private static void list(
      FileSystem storage, Path root, Path folder, List<FileStatus> files, List<Path> folders)
      throws IOException {
    for (FileStatus status : storage.listStatus(folder)) {
      if (!status.isDirectory()) {
        files.add(status);
      } else if (!(folder.equals(root) && status.getPath().getName().equals(LOG_FOLDER))) {
        list(storage, root, status.getPath(), files, folders);
        folders.add(status.getPath());
      }
    }
  }

  /** Left behind where a process died while it wrote a commit: {@code .<name>.tmp}. */
  private static List<FileStatus> temporaryLogFiles(FileSystem storage, Path root)
      throws IOException {
    List<FileStatus> temporary = new ArrayList<>();
    for (FileStatus status : storage.listStatus(new Path(root, LOG_FOLDER))) {
      String name = status.getPath().getName();
      if (status.isFile()
          && name.startsWith(".")
          && (name.endsWith(".tmp") || name.endsWith(".tmp.crc"))) {
        temporary.add(status);
      }
    }
    return temporary;
  }

  /** Names, below the table's folder, of the latest version's data files and their checksums. */
  private static Set<String> livePaths(TableVersion latest) {
    Set<String> live = new HashSet<>();
    for (TableVersion.DataFile file : latest.files()) {
      live.add(file.path());
      live.add(checksumOf(file.path()));
    }
    return live;
  }

  private static Result total(List<FileStatus> files) {
    return new Result(files.size(), files.stream().mapToLong(FileStatus::getLen).sum());
  }

  /** Path of a file below its table's folder. */
  public static String relative(Path root, Path file) {
    String rootPath = Path.getPathWithoutSchemeAndAuthority(root).toUri().getPath();
    String filePath = Path.getPathWithoutSchemeAndAuthority(file).toUri().getPath();
    return filePath.substring(rootPath.length() + 1);
  }

  /** Hadoop's local file system keeps a hidden checksum beside each file. */
  private static String checksumOf(String path) {
    int slash = path.lastIndexOf('/') + 1;
    return path.substring(0, slash) + "." + path.substring(slash) + ".crc";
  }

  /** Local storage with its checksum files in sight, and written without new ones. */
  public static FileSystem bare(FileSystem storage) {
    return storage instanceof ChecksumFileSystem checked ? checked.getRawFileSystem() : storage;
  }

  private static Failure unwritable(String location, IOException cause) {
    return Failure.storage(
        "old files cannot be destroyed",
        location,
        "Check write access, then run 'retention run' again",
        cause);
  }
}
