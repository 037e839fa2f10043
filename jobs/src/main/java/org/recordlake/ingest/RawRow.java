package org.recordlake.ingest;

import java.util.Optional;

/**
 * A row as a file gives it.
 *
 * @param line line it begins on, from 1
 * @param cells texts in the order of the table's columns, null where the file has none
 * @param raw the row for the quarantine, refused values already taken out
 * @param problem reason code if the row could not be split into columns
 */
record RawRow(long line, String[] cells, String raw, Optional<String> problem) {
  /** Code of a row after which nothing more of its file can be read. */
  static final String UNREADABLE = "UNREADABLE";
}
