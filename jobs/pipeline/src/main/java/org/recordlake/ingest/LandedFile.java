package org.recordlake.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.time.Instant;
import org.recordlake.format.Archive;
import org.recordlake.format.Reading;
import org.recordlake.format.SourceFile;

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
record LandedFile(
    String source,
    String name,
    String path,
    String entry,
    long size,
    Instant modifiedAt,
    String sha256)
    implements Serializable {

  /**
   * Name for messages: it may hold a person's name, so it goes to plans and quarantine lists but
   * never into a log.
   */
  String label() {
    return source + "/" + name;
  }

  /** Whether it is a copy of the lake's own, sealed. */
  boolean isSealed() {
    return path.endsWith(LandingCopies.SEALED);
  }

  /** The same file, lying by itself at {@code otherPath}. */
  LandedFile at(String otherPath) {
    return new LandedFile(source, name, otherPath, "", size, modifiedAt, sha256);
  }

  /** Its bytes as they were dropped. */
  InputStream bytes(FileAccess access) throws IOException {
    if (isSealed()) {
      return Channels.newInputStream(access.unsealed(this));
    }
    InputStream in = access.stored(this);
    return entry.isEmpty() ? in : Archive.entry(in, entry);
  }

  /** Its content. */
  SourceFile open(Reading reading, FileAccess access) {
    return open(reading, Split.WHOLE, access);
  }

  /** A stretch of its content. */
  SourceFile open(Reading reading, Split split, FileAccess access) {
    return new SourceFile(
        source,
        name,
        reading,
        () -> split.equals(Split.WHOLE) ? bytes(access) : stretch(split, access));
  }

  private InputStream stretch(Split split, FileAccess access) throws IOException {
    if (!isSealed()) {
      return split.open(access.stored(this));
    }
    SeekableByteChannel channel = access.unsealed(this);
    InputStream in = Channels.newInputStream(channel);
    return split.open(in, channel::position);
  }
}
