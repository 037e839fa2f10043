package org.recordlake.format.meeting;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.recordlake.format.RawText;
import org.recordlake.format.SourceFile;
import org.recordlake.format.SourceRecord;
import org.recordlake.format.UnreadableFile;

/**
 * All records of one export. Reports of meetings stack tables and say late what their first rows
 * mean, so a file is held together, bounded by {@link #LARGEST}: some forty times the report of the
 * largest webinar a platform sells.
 */
final class ExportRecords {
  /** Characters of all fields together. */
  private static final long LARGEST = 64L << 20;

  private ExportRecords() {}

  /** Lines that are no records are rows of {@code table} that cannot be read. */
  static List<SourceRecord> of(SourceFile file, Said said, String table) throws IOException {
    return of(file.records(), said, table);
  }

  /**
   * @throws UnreadableFile if the export is larger than is held
   */
  static List<SourceRecord> of(Iterator<SourceRecord> all, Said said, String table) {
    List<SourceRecord> records = new ArrayList<>();
    long size = 0;
    while (all.hasNext()) {
      SourceRecord record = all.next();
      for (String field : record.fields()) {
        size += field.length() + 1L;
      }
      if (size > LARGEST) {
        throw new UnreadableFile("the export is larger than 64 Mi characters; export it in parts");
      }
      record
          .problem()
          .ifPresentOrElse(
              // Nobody can say under which heading the numbers of such a line stand.
              code ->
                  said.broken(
                      table, record.line(), RawText.withoutShortNumbers(record.csv()), code),
              () -> records.add(record));
    }
    return records;
  }
}
