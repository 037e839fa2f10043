package org.recordlake.format;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;

/**
 * The rows of a table that runs over several sheets. Its header is one of the first rows that are
 * wider than all above them, since titles above a table are narrow; a later sheet goes on with the
 * table if the same header stands near its top. A worksheet leaves out empty cells at the end of a
 * row, so rows are made as wide as the widest of the first.
 *
 * @param <S> a sheet
 */
final class SheetRows<S> implements Iterator<SourceRecord> {
  private final Iterator<S> sheets;
  private final Function<S, Iterator<SourceRecord>> rows;
  private final Deque<SourceRecord> upcoming = new ArrayDeque<>();
  private final List<List<String>> headers = new ArrayList<>();
  private int width;
  private int seen;
  private Iterator<SourceRecord> sheet = List.<SourceRecord>of().iterator();

  SheetRows(Iterator<S> sheets, Function<S, Iterator<SourceRecord>> rows) {
    this.sheets = sheets;
    this.rows = rows;
  }

  @Override
  public boolean hasNext() {
    while (upcoming.isEmpty() && (sheet.hasNext() || sheets.hasNext())) {
      if (sheet.hasNext()) {
        upcoming.add(squared(sheet.next()));
      } else {
        sheet = headers.isEmpty() ? rows.apply(sheets.next()) : belowHeader(sheets.next());
      }
    }
    return !upcoming.isEmpty();
  }

  @Override
  public SourceRecord next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return upcoming.remove();
  }

  private Iterator<SourceRecord> belowHeader(S later) {
    Iterator<SourceRecord> all = rows.apply(later);
    List<SourceRecord> first = new ArrayList<>();
    int header = -1;
    while (first.size() < SheetGroups.LONGEST_PREAMBLE && all.hasNext()) {
      SourceRecord record = all.next();
      header = headers.contains(SheetGroups.said(record)) ? first.size() : header;
      first.add(record);
    }
    return header < 0
        ? List.<SourceRecord>of().iterator()
        : then(first.subList(header + 1, first.size()).iterator(), all);
  }

  private static Iterator<SourceRecord> then(
      Iterator<SourceRecord> first, Iterator<SourceRecord> rest) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return first.hasNext() || rest.hasNext();
      }

      @Override
      public SourceRecord next() {
        return first.hasNext() ? first.next() : rest.next();
      }
    };
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
