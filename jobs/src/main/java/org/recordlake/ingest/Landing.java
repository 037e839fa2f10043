package org.recordlake.ingest;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.recordlake.config.Settings;
import org.recordlake.problem.Failure;

/**
 * The folder files are dropped in, and the lake's own sealed copies of them. Dropped files are read
 * where they lie and, unless {@code landing.consume} says so, never removed; only the copy is
 * destroyed.
 */
final class Landing {
  /** Sub-folder of a source folder that holds media files, which rows name. */
  static final String MEDIA_FOLDER = "media";

  /** Ending of the lake's copies, which are named after the hash of what is in them. */
  static final String SEALED = ".sealed";

  private static final String PART = ".part";
  private static final Pattern COPY =
      Pattern.compile("([0-9a-f]{64})" + Pattern.quote(SEALED) + "(" + Pattern.quote(PART) + ")?");
  private static final Logger LOG = LogManager.getLogger(Landing.class);

  private final Settings.Landing settings;
  private final FileAccess access;
  private final Configuration hadoop;
  private final Path copies;

  Landing(Settings.Landing settings, String lakeRoot, FileAccess access) {
    this.settings = settings;
    this.access = access;
    this.hadoop = access.hadoop();
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

  /**
   * Copies {@code file} into the lake's landing zone, once and sealed; out of its archive if it
   * lies in one.
   */
  LandedFile copy(LandedFile file) {
    Path to = new Path(new Path(copies, file.source()), file.sha256() + SEALED);
    LandedFile copy = file.at(to.toString());
    try {
      FileSystem target = to.getFileSystem(hadoop);
      if (!target.exists(to) || !opens(copy)) {
        Path part = to.suffix(PART);
        try (InputStream in = file.bytes(access);
            OutputStream out =
                access.protector().sealing(target.create(part, true), file.sha256())) {
          in.transferTo(out);
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
   * Copies of files that {@code ledger} does not know, whole or in part: left by a run that was
   * killed, or of a table that failed.
   */
  List<String> strays(FileLedger ledger) {
    try {
      FileSystem storage = copies.getFileSystem(hadoop);
      List<String> strays = new ArrayList<>();
      for (FileStatus source : folders(storage)) {
        for (FileStatus copy : storage.listStatus(source.getPath())) {
          Matcher name = COPY.matcher(copy.getPath().getName());
          if (name.matches() && (name.group(2) != null || !ledger.knows(name.group(1)))) {
            strays.add(copy.getPath().toString());
          }
        }
      }
      return strays;
    } catch (IOException e) {
      throw Failure.storage(
          "the lake's landing zone cannot be read",
          copies.toString(),
          "Check the permissions, then run again",
          e);
    }
  }

  private List<FileStatus> folders(FileSystem storage) throws IOException {
    return storage.exists(copies)
        ? Arrays.stream(storage.listStatus(copies)).filter(FileStatus::isDirectory).toList()
        : List.of();
  }

  /** Whether the lake's copy of {@code file} still lies where the ledger says. */
  boolean holds(LandedFile file) {
    Path path = new Path(file.path());
    try {
      return path.getFileSystem(hadoop).exists(path);
    } catch (IOException e) {
      throw Failure.storage(
          "a landed file cannot be read",
          file.source(),
          "Check the permissions, then run again",
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
          && !COPY.matcher(status.getPath().getName()).matches()
          && !ledger.knows(
              folder, status.getPath().getName(), status.getLen(), status.getModificationTime())) {
        landed(storage, folder, status).stream()
            .filter(file -> !ledger.knows(file.sha256()))
            .forEach(files::add);
      }
    }
  }

  /** The file, or the files in it if it is an archive; a damaged archive stays one unknown file. */
  private static List<LandedFile> landed(FileSystem storage, String source, FileStatus status)
      throws IOException {
    Path path = status.getPath();
    if (Archive.isArchive(path.getName())) {
      try (InputStream in = storage.open(path)) {
        return Archive.entries(in).stream()
            .map(entry -> landed(source, status, path.getName() + "!" + entry.name(), entry))
            .toList();
      } catch (ZipException | EOFException e) {
        LOG.warn("an archive in landing/{} cannot be unpacked; it is set aside whole", source);
      }
    }
    try (InputStream in = storage.open(path)) {
      return List.of(landed(source, status, path.getName(), Archive.hashed("", in)));
    }
  }

  private static LandedFile landed(
      String source, FileStatus status, String name, Archive.Entry entry) {
    return new LandedFile(
        source,
        name,
        status.getPath().toString(),
        entry.name(),
        entry.size(),
        Instant.ofEpochMilli(status.getModificationTime()),
        entry.sha256());
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
