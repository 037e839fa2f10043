package org.recordlake.ingest.format.meeting;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.recordlake.ingest.format.SourceFile;
import org.recordlake.ingest.format.SourceRecord;
import org.recordlake.ingest.format.UnreadableFile;

/**
 * All records of one export. Reports of meetings stack tables and say late what their first rows
 * mean, so a file is held together, bounded by {@link #LARGEST}: some forty times the report of the
 * largest webinar a platform sells.
 */
record Sheet(List<SourceRecord> records) {
  /** Characters of all fields together. */
  private static final long LARGEST = 64L << 20;

  Sheet {
    records = List.copyOf(records);
  }

  static Sheet of(SourceFile file) throws IOException {
    return of(file.records());
  }

  /**
   * @throws UnreadableFile if the export is larger than is held
   */
  static Sheet of(Iterator<SourceRecord> all) {
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
      records.add(record);
    }
    return new Sheet(records);
  }
}
