package org.recordlake.ingest;

import java.io.Serializable;
import java.time.Instant;

/**
 * A file lying in a landing folder.
 *
 * @param source sub-folder of the landing folder
 * @param name its name there
 * @param path where it can be read
 * @param sha256 of its bytes, hexadecimal: its identity, whatever its name
 */
record LandedFile(
    String source, String name, String path, long size, Instant modifiedAt, String sha256)
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
    return dot < 0 ? "" : name.substring(dot).toLowerCase(java.util.Locale.ROOT);
  }

  LandedFile at(String otherPath) {
    return new LandedFile(source, name, otherPath, size, modifiedAt, sha256);
  }
}
