package org.recordlake.format;

import java.util.List;

/**
 * The beginning of a file, from which its layout is told.
 *
 * @param source landing folder the file lay in
 * @param fileName its name there
 * @param bytes the first bytes, unpacked
 * @param text the same as text, without byte-order mark; empty for a workbook
 * @param records the first records as delimited text, or the first rows of a workbook's first
 *     sheet; empty if it is neither
 */
public record Head(
    String source, String fileName, byte[] bytes, String text, List<SourceRecord> records) {
  /** How many records are read at most. */
  static final int RECORDS = 60;

  public Head {
    records = List.copyOf(records);
  }

  /**
   * The first records as text delimited by {@code delimiter}; a workbook's rows are what they are.
   */
  public List<SourceRecord> records(char delimiter) {
    return text.isEmpty()
        ? records
        : Delimited.first(Delimited.records(new java.io.StringReader(text), delimiter), RECORDS);
  }

  /** What divides the fields of the text. */
  public char delimiter() {
    return Delimited.delimiter(text);
  }

  /** The first record that says anything, or an empty one. */
  public SourceRecord first() {
    return records.stream()
        .filter(record -> !record.isBlank())
        .findFirst()
        .orElse(new SourceRecord(0, List.of()));
  }
}
