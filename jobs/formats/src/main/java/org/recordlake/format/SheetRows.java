package org.recordlake.format;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;

/**
 * The rows of a table that runs over several sheets. Its header is one of the first rows that are
 * wider than all above them, since titles above a table are narrow; a later sheet goes on with the
 * table if the same header stands near its top. A worksheet leaves out empty cells at the end of a
 * row, so rows are made as wide as the widest of the first.
 *
 * @param <S> a sheet
 */
final class SheetRows<S> extends Batches<SourceRecord> {
  private final Iterator<S> sheets;
  private final Function<S, Iterator<SourceRecord>> rows;
  private final List<List<String>> headers = new ArrayList<>();
  private int width;
  private int seen;
  private Iterator<SourceRecord> sheet = Collections.emptyIterator();

  SheetRows(Iterator<S> sheets, Function<S, Iterator<SourceRecord>> rows) {
    this.sheets = sheets;
    this.rows = rows;
  }

  @Override
  protected boolean more() {
    if (sheet.hasNext()) {
      add(squared(sheet.next()));
      return true;
    } else if (!sheets.hasNext()) {
      return false;
    }
    sheet = rows.apply(sheets.next());
    if (!headers.isEmpty()) {
      passHeader();
    }
    return true;
  }

  /** Passes over the top of a later sheet; over all of it if the header is not there. */
  private void passHeader() {
    List<SourceRecord> first = new ArrayList<>();
    int header = -1;
    while (first.size() < SheetGroups.LONGEST_PREAMBLE && sheet.hasNext()) {
      SourceRecord record = sheet.next();
      header = headers.contains(SheetGroups.said(record)) ? first.size() : header;
      first.add(record);
    }
    if (header < 0) {
      sheet = Collections.emptyIterator();
    }
    first.subList(header < 0 ? first.size() : header + 1, first.size()).stream()
        .map(this::squared)
        .forEach(this::add);
  }

  private SourceRecord squared(SourceRecord record) {
    if (seen < SheetGroups.LONGEST_PREAMBLE
        && SheetGroups.said(record).size() > Math.max(1, width)) {
      headers.add(SheetGroups.said(record));
      width = SheetGroups.said(record).size();
    }
    seen++;
    if (record.fields().size() >= width) {
      return record;
    }
    List<String> fields = new ArrayList<>(record.fields());
    while (fields.size() < width) {
      fields.add("");
    }
    return new SourceRecord(record.line(), fields);
  }
}
