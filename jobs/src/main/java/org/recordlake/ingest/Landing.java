package org.recordlake.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.FileUtil;
import org.apache.hadoop.fs.Path;
import org.recordlake.config.Settings;
import org.recordlake.problem.Failure;

/**
 * The folder files are dropped in, and the lake's own copy of them. Dropped files are read where
 * they lie and, unless {@code landing.consume} says so, never removed; only the copy is destroyed.
 */
final class Landing {
  /** Sub-folder of a source folder that holds media files, which rows name. */
  static final String MEDIA_FOLDER = "media";

  private final Settings.Landing settings;
  private final Configuration hadoop;
  private final Path copies;

  Landing(Settings.Landing settings, String lakeRoot, Configuration hadoop) {
    this.settings = settings;
    this.hadoop = hadoop;
    this.copies = new Path(lakeRoot, "landing");
  }

  /**
   * The files of every source folder, in the order of their paths; those {@code ledger} knows by
   * name, size and time are not read again.
   */
  List<LandedFile> newFiles(FileLedger ledger) {
    Path root = new Path(settings.uri());
    try {
      FileSystem storage = root.getFileSystem(hadoop);
      if (!storage.exists(root)) {
        throw Failure.storage(
            "the landing folder does not exist",
            settings.uri(),
            "Create it, or name another with --landing",
            null);
      }
      List<LandedFile> files = new ArrayList<>();
      for (FileStatus source : sorted(storage.listStatus(root))) {
        if (source.isDirectory() && visible(source)) {
          addFiles(storage, source, ledger, files);
        }
      }
      return files;
    } catch (IOException e) {
      throw Failure.storage(
          "the landing folder cannot be read",
          settings.uri(),
          "Check the address and the permissions",
          e);
    }
  }

  /** Folder of a source's media files. */
  String mediaFolder(String source) {
    return settings.uri() + "/" + source + "/" + MEDIA_FOLDER;
  }

  /** Copies {@code file} into the lake's landing zone, once. */
  LandedFile copy(LandedFile file) {
    Path to = new Path(new Path(copies, file.source()), file.sha256() + file.ending());
    Path from = new Path(file.path());
    try {
      FileSystem source = from.getFileSystem(hadoop);
      FileSystem target = to.getFileSystem(hadoop);
      if (!target.exists(to) || target.getFileStatus(to).getLen() != file.size()) {
        Path part = to.suffix(".part");
        FileUtil.copy(source, from, target, part, false, true, hadoop);
        target.delete(to, false);
        target.rename(part, to);
      }
      return file.at(to.toString());
    } catch (IOException e) {
      throw Failure.storage(
          "a dropped file cannot be copied into the lake",
          file.source(),
          "Check free space and permissions, then run again",
          e);
    }
  }

  /** Removes the dropped original, where the settings allow it. */
  void consume(LandedFile original) {
    if (settings.consume()) {
      destroy(original.path());
    }
  }

  /** Destroys a landing copy; one that is gone already is no error. */
  void destroy(String path) {
    try {
      Path file = new Path(path);
      file.getFileSystem(hadoop).delete(file, false);
    } catch (IOException e) {
      throw Failure.storage(
          "a landed file cannot be destroyed",
          "landing",
          "Check the permissions, then run again",
          e);
    }
  }

  private void addFiles(
      FileSystem storage, FileStatus source, FileLedger ledger, List<LandedFile> files)
      throws IOException {
    for (FileStatus status : sorted(storage.listStatus(source.getPath()))) {
      String folder = source.getPath().getName();
      if (status.isFile()
          && visible(status)
          && !ledger.knows(
              folder, status.getPath().getName(), status.getLen(), status.getModificationTime())) {
        LandedFile file = landed(storage, folder, status);
        if (!ledger.knows(file.sha256())) {
          files.add(file);
        }
      }
    }
  }

  private static LandedFile landed(FileSystem storage, String source, FileStatus status)
      throws IOException {
    Instant modified = Instant.ofEpochMilli(status.getModificationTime());
    Path path = status.getPath();
    return new LandedFile(
        source, path.getName(), path.toString(), status.getLen(), modified, sha256(storage, path));
  }

  private static String sha256(FileSystem storage, Path path) throws IOException {
    try (InputStream in = storage.open(path)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] buffer = new byte[1 << 16];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        digest.update(buffer, 0, read);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  private static boolean visible(FileStatus status) {
    String name = status.getPath().getName();
    return !name.startsWith(".") && !name.startsWith("_");
  }

  private static FileStatus[] sorted(FileStatus[] statuses) {
    Arrays.sort(statuses, Comparator.comparing(status -> status.getPath().toString()));
    return statuses;
  }
}
