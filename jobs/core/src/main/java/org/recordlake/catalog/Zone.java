package org.recordlake.catalog;

import java.util.Locale;

/** A part of the lake with its own readers; also the folder its tables lie in. */
public enum Zone {
  RECORDS,
  MARTS,
  GOVERNANCE;

  /** Folder below the lake root, and the first part of a qualified table name. */
  public String folder() {
    return name().toLowerCase(Locale.ROOT);
  }
}
