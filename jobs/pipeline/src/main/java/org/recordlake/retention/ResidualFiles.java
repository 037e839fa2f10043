package org.recordlake.retention;

import static org.apache.spark.sql.functions.col;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.apache.spark.sql.Encoders;
import org.recordlake.catalog.Column;
import org.recordlake.catalog.Protection;
import org.recordlake.catalog.TableSpec;
import org.recordlake.job.JobContext;
import org.recordlake.problem.Failure;

/** Files on storage that no table's latest version and no row answers for. */
final class ResidualFiles {
  private static final int AT_ONCE = 10_000;

  private final JobContext context;

  ResidualFiles(JobContext context) {
    this.context = context;
  }

  /**
   * Files in the folder of {@code table}, its log apart, that the commits of its log do not name.
   */
  long ofTable(String table) {
    Path folder = new Path(context.lake().location(table));
    try {
      Set<String> committed = context.lake().committedFiles(table);
      FileSystem storage = bare();
      long left = 0;
      for (FileStatus status : storage.listStatus(folder)) {
        if (!status.getPath().getName().equals("_delta_log")) {
          left += left(storage, status, "", committed);
        }
      }
      return left;
    } catch (IOException e) {
      throw unreadable(folder, e);
    }
  }

  /** Files below {@code status}, or itself, that are not {@code committed}. */
  private static long left(
      FileSystem storage, FileStatus status, String above, Set<String> committed)
      throws IOException {
    String path = above + "/" + status.getPath().getName();
    if (status.isFile()) {
      return committed.contains(withoutChecksum(path).substring(1)) ? 0 : 1;
    }
    long left = 0;
    for (FileStatus below : storage.listStatus(status.getPath())) {
      left += left(storage, below, path, committed);
    }
    return left;
  }

  /** Files in the media folder that no row names. */
  long withoutRow() {
    Path folder = new Path(context.lake().root(), "media");
    long left = 0;
    try {
      RemoteIterator<FileStatus> files = context.lake().fileSystem().listStatusIterator(folder);
      List<String> names = new ArrayList<>();
      while (files.hasNext()) {
        names.add(files.next().getPath().getName());
        if (names.size() == AT_ONCE) {
          left += withoutRow(names);
          names = new ArrayList<>();
        }
      }
      return left + withoutRow(names);
    } catch (FileNotFoundException noMediaYet) {
      return 0;
    } catch (IOException e) {
      throw unreadable(folder, e);
    }
  }

  private long withoutRow(List<String> names) {
    if (names.isEmpty()) {
      return 0;
    }
    var files = context.lake().spark().createDataset(names, Encoders.STRING()).toDF("file");
    for (TableSpec table : context.catalog().tables()) {
      for (Column column : table.columns()) {
        if (column.protection() == Protection.MEDIA) {
          files =
              files.except(context.lake().read(table.name()).select(col(column.name()).as("file")));
        }
      }
    }
    return files.count();
  }

  /** The file a hidden checksum of Hadoop's belongs to; any other file is itself. */
  private static String withoutChecksum(String file) {
    return file.replaceFirst("/\\.([^/]+)\\.crc$", "/$1");
  }

  private FileSystem bare() {
    FileSystem storage = context.lake().fileSystem();
    return storage instanceof org.apache.hadoop.fs.LocalFileSystem local ? local.getRaw() : storage;
  }

  private static Failure unreadable(Path folder, IOException cause) {
    return Failure.storage(
        "files cannot be listed", folder.toString(), "Check access to the folder", cause);
  }
}
