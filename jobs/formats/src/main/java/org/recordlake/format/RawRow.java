package org.recordlake.format;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * A row as a file gives it; made by {@link TableShape}.
 *
 * @param line line it begins on, from 1
 * @param cells texts in the order of the table's columns, null where the file has none; days as
 *     {@code 2026-11-22}, times as UTC instants such as {@code 2026-11-22T15:04:05Z}, numbers with
 *     a decimal point and no grouping
 * @param asGiven the row for the quarantine, refused values already taken out; made only when asked
 *     for, since few rows need it
 * @param problem reason code if the row could not be split into columns
 */
public record RawRow(
    long line, String[] cells, Supplier<String> asGiven, Optional<String> problem) {
  /** Code of a row after which nothing more of its file can be read. */
  public static final String UNREADABLE = "UNREADABLE";

  /** Code of a row that belongs to no table, such as a heading or a total of an export. */
  public static final String OUTSIDE = "OUTSIDE";

  /** The row for the quarantine; null if there is none. */
  public String raw() {
    return asGiven.get();
  }
}
