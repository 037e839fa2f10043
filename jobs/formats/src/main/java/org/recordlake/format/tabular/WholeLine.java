package org.recordlake.format.tabular;

import java.util.stream.Stream;
import org.recordlake.format.SourceRecord;

/**
 * Lines that a spreadsheet quoted as a whole, because it took a table with semicolons for one with
 * commas. Sometimes the header was mended and the lines below it were not.
 */
final class WholeLine {
  private static final char[] DELIMITERS = {';', ',', '\t', '|'};

  private WholeLine() {}

  /** The record as it is, then as what its only field may hold. */
  static Stream<SourceRecord> readings(SourceRecord record) {
    return record.fields().size() != 1
        ? Stream.of(record)
        : Stream.concat(
            Stream.of(record),
            new String(DELIMITERS).chars().mapToObj(c -> record.unquoted((char) c)));
  }
}
