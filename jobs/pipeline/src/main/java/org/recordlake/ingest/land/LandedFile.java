package org.recordlake.ingest.land;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.nio.channels.Channels;
import java.time.Instant;
import org.recordlake.format.Archive;
import org.recordlake.format.Reading;
import org.recordlake.format.SourceFile;
import org.recordlake.problem.Failure;

/**
 * A file lying in a landing folder, or in a ZIP archive there.
 *
 * @param source sub-folder of the landing folder
 * @param name its name there; for an entry {@code archive.zip!entry}
 * @param path where it, or its archive, can be read
 * @param entry name within the archive; empty for a file that lies by itself
 * @param size bytes, unpacked from its archive
 * @param sha256 of its bytes, hexadecimal: its identity, whatever its name
 */
public record LandedFile(
    String source,
    String name,
    String path,
    String entry,
    long size,
    Instant modifiedAt,
    String sha256)
    implements Serializable {

  /** Whether it is a copy of the lake's own, sealed. */
  boolean isSealed() {
    return path.endsWith(LandingCopies.SEALED);
  }

  /** The same file, lying by itself at {@code otherPath}. */
  public LandedFile at(String otherPath) {
    return new LandedFile(source, name, otherPath, "", size, modifiedAt, sha256);
  }

  /** Its bytes as they were dropped. */
  public InputStream bytes(FileAccess access) throws IOException {
    if (isSealed()) {
      return Channels.newInputStream(access.unsealed(this));
    }
    InputStream in = Channels.newInputStream(access.stored(this));
    return entry.isEmpty() ? in : Archive.entry(in, entry);
  }

  /** Its content. */
  public SourceFile open(Reading reading, FileAccess access) {
    return open(reading, LineRange.WHOLE, access);
  }

  /** A range of its content. */
  public SourceFile open(Reading reading, LineRange range, FileAccess access) {
    return new SourceFile(
        source,
        name,
        reading,
        () -> range.equals(LineRange.WHOLE) ? bytes(access) : part(range, access));
  }

  private InputStream part(LineRange range, FileAccess access) throws IOException {
    return range.open(isSealed() ? access.unsealed(this) : access.stored(this));
  }

  /** What is said where it cannot be read. */
  public Failure unreadable(IOException cause) {
    return Failure.storage(
        "a landed file cannot be read", source, "Check the permissions, then run again", cause);
  }
}
