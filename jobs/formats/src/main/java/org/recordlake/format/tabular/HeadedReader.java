package org.recordlake.format.tabular;

import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.recordlake.format.DaysFrom;
import org.recordlake.format.Head;
import org.recordlake.format.RawRow;
import org.recordlake.format.SourceFile;
import org.recordlake.format.SourceReader;
import org.recordlake.format.SourceRecord;
import org.recordlake.format.TableShape;

/**
 * Reads tables under one header line, as delimited text or as a worksheet; told by names in the
 * header. Titles may stand above it. It streams.
 */
public interface HeadedReader extends SourceReader {
  /** The tables whose rows stand under {@code header}; empty if it is not of this layout. */
  Set<String> tables(Header header);

  /** The rows of {@code table} that one record holds: mostly one, perhaps none or several. */
  List<RawRow> rows(Fields fields, TableShape table);

  /** How many records that say something may stand above the header. */
  default int longestPreamble() {
    return 12;
  }

  /** What a record may mean: as it stands, or what its only field holds. */
  default Stream<SourceRecord> readings(SourceRecord record) {
    return WholeLine.readings(record);
  }

  /** Where rows under {@code header} have their days from. */
  default DaysFrom daysFrom(Header header) {
    return DaysFrom.ROWS;
  }

  @Override
  default DaysFrom daysFrom(Head head) {
    return header(head).map(this::daysFrom).orElse(DaysFrom.ROWS);
  }

  /** Whether the table ends above {@code record}, which is a remark such as a copyright. */
  default boolean endsAbove(SourceRecord record) {
    return false;
  }

  @Override
  default Set<String> tables(Head head) {
    return header(head).map(this::tables).orElse(Set.of());
  }

  private Optional<Header> header(Head head) {
    return head.records().stream()
        .filter(record -> !record.isBlank())
        .limit(longestPreamble())
        .flatMap(this::readings)
        .map(Header::of)
        .filter(header -> !tables(header).isEmpty())
        .findFirst();
  }

  @Override
  default Iterator<RawRow> rows(SourceFile file, TableShape table) throws IOException {
    return new HeadedRows(this, file, table);
  }
}
