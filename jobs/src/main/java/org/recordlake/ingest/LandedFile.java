package org.recordlake.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.time.Instant;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.recordlake.ingest.format.SourceFile;

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

  /** Ending with its dot, lower case, or nothing. */
  String ending() {
    int dot = name.lastIndexOf('.');
    String ending = dot < 0 ? "" : name.substring(dot).toLowerCase(java.util.Locale.ROOT);
    return ending.matches("\\.[a-z0-9]{1,8}") ? ending : "";
  }

  /** The same file, lying by itself at {@code otherPath}. */
  LandedFile at(String otherPath) {
    return new LandedFile(source, name, otherPath, "", size, modifiedAt, sha256);
  }

  /** Its bytes as they were dropped. */
  InputStream bytes(Configuration hadoop) throws IOException {
    Path file = new Path(path);
    InputStream in = file.getFileSystem(hadoop).open(file);
    return entry.isEmpty() ? in : Archive.entry(in, entry);
  }

  /** Its content. */
  SourceFile open(Reading reading, Configuration hadoop) {
    return open(reading, Split.WHOLE, hadoop);
  }

  /** A stretch of its content. */
  SourceFile open(Reading reading, Split split, Configuration hadoop) {
    return new SourceFile(
        source,
        name,
        reading.zone(),
        reading.madeAt(),
        () -> split.equals(Split.WHOLE) ? bytes(hadoop) : split.open(new Path(path), hadoop));
  }
}
