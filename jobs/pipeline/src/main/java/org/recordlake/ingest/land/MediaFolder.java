package org.recordlake.ingest.land;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.recordlake.format.Archive;
import org.recordlake.job.JobContext;
import org.recordlake.lake.MediaZone;

/**
 * The media files that lie beside a source's data files, and their way into the lake's {@code
 * media/}. Works on executors.
 */
public final class MediaFolder implements Serializable {
  private static final long serialVersionUID = 1L;

  private final String from;
  private final Broadcast<MediaZone> to;

  /** Those that lie beside the files of {@code source}. */
  public static MediaFolder of(JobContext context, String source) {
    return new MediaFolder(
        LandingFolder.of(context).mediaFolder(source),
        JavaSparkContext.fromSparkContext(context.lake().spark().sparkContext())
            .broadcast(MediaZone.of(context.lake(), context.protector())));
  }

  /**
   * @param from folder of the dropped media files
   */
  private MediaFolder(String from, Broadcast<MediaZone> to) {
    this.from = from;
    this.to = to;
  }

  /** Whether {@code name} is the plain name of a file there. */
  public boolean has(String name) {
    if (name.contains("/") || name.contains("\\") || name.startsWith(".")) {
      return false;
    }
    Path file = new Path(from, name);
    try {
      return storage(file).exists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** SHA-256 of a file's bytes. */
  public String hash(String name) {
    Path file = new Path(from, name);
    try (InputStream in = storage(file).open(file)) {
      return Archive.hashed(name, in).sha256();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Seals a file into the lake under its stored name; one that is there whole already is left. */
  public void store(String name, String storedName) {
    Path source = new Path(from, name);
    try {
      to.value().store(storage(source), source, storedName);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where a file lies that is named {@code name}. */
  public String dropped(String name) {
    return new Path(from, name).toString();
  }

  private FileSystem storage(Path path) throws IOException {
    return to.value().storage(path);
  }
}
