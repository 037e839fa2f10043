package org.recordlake.ingest.land;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.IOUtils;
import org.recordlake.job.JobContext;
import org.recordlake.problem.Failure;

/**
 * The lake's landing zone: its own copies of dropped files, sealed, from which their rows are read
 * and, if something is quarantined, read again. Each is destroyed on its day.
 */
public final class LandingCopies {
  /** Ending of the copies, which are named after the hash of what is in them. */
  public static final String SEALED = ".sealed";

  private static final String PART = ".part";
  private static final int BUFFER = 1 << 20;
  private static final Pattern NAME =
      Pattern.compile("([0-9a-f]{64})" + Pattern.quote(SEALED) + "(" + Pattern.quote(PART) + ")?");

  private final FileAccess access;
  private final Configuration hadoop;
  private final Path root;

  public static LandingCopies of(JobContext context) {
    return new LandingCopies(context.lake().root(), FileAccess.of(context));
  }

  private LandingCopies(String lakeRoot, FileAccess access) {
    this.access = access;
    this.hadoop = access.hadoop();
    this.root = new Path(lakeRoot, "landing");
  }

  /** Whether a file of this name is one of the lake's copies, whole or in part. */
  static boolean isCopy(String name) {
    return NAME.matcher(name).matches();
  }

  /**
   * Copies {@code file} into the lake's landing zone, once and sealed; out of its archive if it
   * lies in one.
   */
  public LandedFile copy(LandedFile file) {
    Path to = new Path(new Path(root, file.source()), file.sha256() + SEALED);
    LandedFile copy = file.at(to.toString());
    try {
      FileSystem target = to.getFileSystem(hadoop);
      if (!target.exists(to) || !opens(copy)) {
        Path part = to.suffix(PART);
        try (InputStream in = file.bytes(access);
            OutputStream out =
                access.protector().sealing(target.create(part, true), file.sha256())) {
          IOUtils.copyBytes(in, out, BUFFER);
        }
        target.delete(to, false);
        target.rename(part, to);
      }
      return copy;
    } catch (IOException e) {
      throw Failure.storage(
          "a dropped file cannot be copied into the lake",
          file.source(),
          "Check free space and permissions, then run again",
          e);
    }
  }

  /** One left by a killed run may be of keys that are no more, or damaged; it is made again. */
  private boolean opens(LandedFile copy) {
    try {
      access.unsealed(copy).close();
      return true;
    } catch (IOException | Failure unusable) {
      return false;
    }
  }

  /**
   * Copies of files that are not among {@code known}, whole or in part: left by a run that was
   * killed, or of a table that failed.
   */
  public List<String> strays(KnownFiles known) {
    try {
      FileSystem storage = root.getFileSystem(hadoop);
      List<String> strays = new ArrayList<>();
      for (FileStatus source : folders(storage)) {
        for (FileStatus copy : storage.listStatus(source.getPath())) {
          Matcher name = NAME.matcher(copy.getPath().getName());
          if (name.matches() && (name.group(2) != null || !known.has(name.group(1)))) {
            strays.add(copy.getPath().toString());
          }
        }
      }
      return strays;
    } catch (IOException e) {
      throw Failure.storage(
          "the lake's landing zone cannot be read",
          root.toString(),
          "Check the permissions, then run again",
          e);
    }
  }

  private List<FileStatus> folders(FileSystem storage) throws IOException {
    return storage.exists(root)
        ? Arrays.stream(storage.listStatus(root)).filter(FileStatus::isDirectory).toList()
        : List.of();
  }

  /** Whether the lake's copy of {@code file} still lies where the ledger says. */
  public boolean holds(LandedFile file) {
    Path path = new Path(file.path());
    try {
      return path.getFileSystem(hadoop).exists(path);
    } catch (IOException e) {
      throw file.unreadable(e);
    }
  }

  /** Destroys a landing copy; one that is gone already is no error. */
  public void destroy(String path) {
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
}
