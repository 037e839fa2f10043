package org.recordlake.ingest.land;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.recordlake.config.Settings;
import org.recordlake.format.Archive;
import org.recordlake.format.UnreadableFile;
import org.recordlake.job.JobContext;
import org.recordlake.problem.Failure;

/**
 * The folder files are dropped in. They are read where they lie and, unless {@code landing.consume}
 * says so, never removed.
 */
public final class LandingFolder {
  /** Sub-folder of a source folder that holds media files, which rows name. */
  static final String MEDIA_FOLDER = "media";

  private static final Logger LOG = LogManager.getLogger(LandingFolder.class);

  private final Settings.Landing settings;
  private final Configuration hadoop;

  public static LandingFolder of(JobContext context) {
    return new LandingFolder(
        context.settings().landing(), context.lake().spark().sparkContext().hadoopConfiguration());
  }

  private LandingFolder(Settings.Landing settings, Configuration hadoop) {
    this.settings = settings;
    this.hadoop = hadoop;
  }

  /**
   * The files of every source folder, in the order of their paths; those {@code known} has by name,
   * size and time are not read again.
   */
  public List<LandedFile> newFiles(KnownFiles known) {
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
          addFiles(storage, source.getPath(), "", known, files);
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

  /** Removes a dropped file, where the settings allow it; one that is gone already is no error. */
  public void consume(String path) {
    if (settings.consume()) {
      try {
        Path file = new Path(path);
        file.getFileSystem(hadoop).delete(file, false);
      } catch (IOException e) {
        throw Failure.storage(
            "a dropped file that was taken in cannot be removed",
            settings.uri(),
            "Check the permissions, or set landing.consume to false",
            e);
      }
    }
  }

  /**
   * Adds the files of a source's folder and of those in it, but for its media.
   *
   * @param within path from the folder to where is looked, empty or ending with a slash
   */
  private void addFiles(
      FileSystem storage, Path folder, String within, KnownFiles known, List<LandedFile> files)
      throws IOException {
    String source = folder.getName();
    for (FileStatus status : sorted(storage.listStatus(new Path(folder + "/" + within)))) {
      String name = within + status.getPath().getName();
      if (!visible(status) || name.equals(MEDIA_FOLDER)) {
        continue;
      }
      if (status.isDirectory()) {
        addFiles(storage, folder, name + "/", known, files);
      } else if (!LandingCopies.isCopy(status.getPath().getName())
          && !known.has(source, name, status.getLen(), status.getModificationTime())) {
        landed(storage, source, name, status).stream()
            .filter(file -> !known.has(file.sha256()))
            .forEach(files::add);
      }
    }
  }

  /** The file, or the files in it if it is an archive; a damaged archive stays one unknown file. */
  private static List<LandedFile> landed(
      FileSystem storage, String source, String name, FileStatus status) throws IOException {
    Path path = status.getPath();
    if (Archive.isArchive(path.getName())) {
      try (InputStream in = storage.open(path)) {
        return Archive.entries(in).stream()
            .map(entry -> landed(source, status, name + "!" + entry.name(), entry))
            .toList();
      } catch (UnreadableFile e) {
        LOG.warn("an archive in landing/{} cannot be unpacked; it is set aside whole", source);
      }
    }
    try (InputStream in = storage.open(path)) {
      return List.of(landed(source, status, name, Archive.hashed("", in)));
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
