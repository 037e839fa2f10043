package org.recordlake.lake;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Serializable;
import java.nio.channels.SeekableByteChannel;
import java.util.List;
import java.util.TreeSet;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.apache.hadoop.io.IOUtils;
import org.apache.spark.api.java.function.ForeachPartitionFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.recordlake.problem.Failure;
import org.recordlake.protect.Protector;

/**
 * The lake's {@code media/}: recordings, images and signatures under random names, each sealed with
 * a key of its own and bound to its name, so that one does not pass for another. Works in tasks.
 *
 * <p>A file is written beside its place as {@code .<name>.part}. Where it takes the place of
 * another it is {@code .<name>.sealed} once it is whole, until the other is gone: whoever finds one
 * of these, after a run that was killed, has only to finish.
 */
public final class MediaZone implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final String FOLDER = "media";

  /** Beside the folder: as of its time, every file in it was sealed. */
  private static final String ALL_SEALED = "_media_sealed";

  private static final String WHOLE = ".sealed";
  private static final int BUFFER = 1 << 20;

  private final String root;
  private final SerializableConfiguration storage;
  private final Protector protector;

  private MediaZone(String root, SerializableConfiguration storage, Protector protector) {
    this.root = root;
    this.storage = storage;
    this.protector = protector;
  }

  public static MediaZone of(Lake lake, Protector protector) {
    return new MediaZone(lake.root(), SerializableConfiguration.of(lake.spark()), protector);
  }

  public static Path folder(Lake lake) {
    return new Path(lake.root(), FOLDER);
  }

  /**
   * The file a name in the folder stands for; that of a sealed one that waits for its place too.
   */
  public static String named(String fileName) {
    return fileName.startsWith(".") && fileName.endsWith(WHOLE)
        ? fileName.substring(1, fileName.length() - WHOLE.length())
        : fileName;
  }

  /** Where a file lies that is to be stored. */
  public FileSystem storage(Path path) throws IOException {
    return path.getFileSystem(storage.value());
  }

  /**
   * Seals what {@code source} holds under {@code name}, as a stream. What is there already and can
   * be opened is left.
   */
  public void store(FileSystem sources, Path source, String name) throws IOException {
    FileSystem files = files();
    if (!files.exists(at(name)) || !opens(files, name)) {
      seal(files, sources, source, name);
    }
  }

  /**
   * The bytes of a file in clear, to be read from any place.
   *
   * @return closing it closes the file
   * @throws IllegalArgumentException if it was not sealed with these keys under this name
   */
  public SeekableByteChannel open(String name) throws IOException {
    return open(files(), name);
  }

  /** Names of the files that are to be sealed: of a lake from before, or put there by hand. */
  public List<String> unsealed() {
    try {
      FileSystem files = files();
      long since = allSealedAt(files, note());
      TreeSet<String> names = new TreeSet<>();
      RemoteIterator<FileStatus> found = files.listStatusIterator(at(""));
      while (found.hasNext()) {
        FileStatus file = found.next();
        String name = file.getPath().getName();
        boolean waits = !named(name).equals(name);
        if (waits
            || !name.startsWith(".")
                && file.getModificationTime() >= since
                && !isSealed(files, file.getPath())) {
          names.add(named(name));
        }
      }
      return List.copyOf(names);
    } catch (FileNotFoundException noMediaYet) {
      return List.of();
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /**
   * Seals files where they lie. Killed in between it leaves each as it was or sealed, and done
   * again it does the rest.
   *
   * @param names as {@link #unsealed} tells them
   */
  public void seal(SparkSession spark, List<String> names) {
    if (!names.isEmpty()) {
      spark
          .createDataset(names, Encoders.STRING())
          .foreachPartition(
              (ForeachPartitionFunction<String>)
                  some -> {
                    while (some.hasNext()) {
                      sealInPlace(some.next());
                    }
                  });
    }
    noteAllSealed();
  }

  /**
   * Destroys the files named in the only column of {@code names}, where the tasks run. A file that
   * is gone already is no error.
   */
  public static void destroy(Lake lake, Dataset<Row> names) {
    String folder = folder(lake).toString();
    SerializableConfiguration storage = SerializableConfiguration.of(lake.spark());
    names.foreachPartition(
        (ForeachPartitionFunction<Row>)
            rows -> {
              Path parent = new Path(folder);
              FileSystem files = parent.getFileSystem(storage.value());
              while (rows.hasNext()) {
                Row name = rows.next();
                if (!name.isNullAt(0)) {
                  files.delete(new Path(parent, name.getString(0)), false);
                }
              }
            });
  }

  private void sealInPlace(String name) throws IOException {
    FileSystem files = files();
    if (files.exists(beside(name, WHOLE))) {
      takePlace(files, name);
    } else if (!isSealed(files, at(name))) {
      seal(files, files, at(name), name);
    }
  }

  private void seal(FileSystem files, FileSystem sources, Path source, String name)
      throws IOException {
    Path part = beside(name, ".part");
    try (InputStream in = sources.open(source);
        OutputStream out = protector.sealing(files.create(part, true), name)) {
      IOUtils.copyBytes(in, out, BUFFER);
    }
    if (files.exists(at(name))) {
      rename(files, part, beside(name, WHOLE));
      takePlace(files, name);
    } else {
      rename(files, part, at(name));
    }
  }

  private void takePlace(FileSystem files, String name) throws IOException {
    files.delete(beside(name, ".crc"), false);
    files.delete(at(name), false);
    rename(files, beside(name, WHOLE), at(name));
  }

  private static void rename(FileSystem files, Path from, Path to) throws IOException {
    if (!files.rename(from, to)) {
      throw new IOException("rename refused");
    }
  }

  private boolean opens(FileSystem files, String name) {
    try (SeekableByteChannel channel = open(files, name)) {
      return channel.isOpen();
    } catch (IOException | IllegalArgumentException unusable) {
      return false;
    }
  }

  private SeekableByteChannel open(FileSystem files, String name) throws IOException {
    SeekableByteChannel in = StoredChannel.open(files, at(name));
    try {
      return protector.unsealed(in, name);
    } catch (IOException | RuntimeException e) {
      in.close();
      throw e;
    }
  }

  private static boolean isSealed(FileSystem files, Path file) throws IOException {
    try (InputStream in = files.open(file)) {
      return Protector.isSealed(in.readNBytes(Protector.SEALED_HEAD));
    }
  }

  private static long allSealedAt(FileSystem files, Path note) throws IOException {
    return files.exists(note) ? files.getFileStatus(note).getModificationTime() : 0;
  }

  private void noteAllSealed() {
    try {
      FileSystem files = files();
      if (files.exists(at(""))) {
        files.create(note(), true).close();
      }
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private Path note() {
    return new Path(root, ALL_SEALED);
  }

  private Path at(String name) {
    Path folder = new Path(root, FOLDER);
    return name.isEmpty() ? folder : new Path(folder, name);
  }

  private Path beside(String name, String ending) {
    return at("." + name + ending);
  }

  /** Without Hadoop's checksum files: what is sealed tells itself whether it is whole. */
  private FileSystem files() throws IOException {
    return Purge.bare(at("").getFileSystem(storage.value()));
  }

  private Failure unreadable(IOException cause) {
    return Failure.storage(
        "the media folder cannot be read or written", at("").toString(), "Check access", cause);
  }
}
