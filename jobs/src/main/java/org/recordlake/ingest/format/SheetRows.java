package org.recordlake.ingest.format;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;

/**
 * The rows of a table that runs over several sheets. Its header is the first row of more than one
 * field; a later sheet goes on with the table if the same header stands near its top. A worksheet
 * leaves out empty cells at the end of a row, so rows are made as wide as the header.
 *
 * @param <S> a sheet
 */
final class SheetRows<S> implements Iterator<SourceRecord> {
  private final Iterator<S> sheets;
  private final Function<S, Iterator<SourceRecord>> rows;
  private final Deque<SourceRecord> upcoming = new ArrayDeque<>();
  private Optional<List<String>> header = Optional.empty();
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
        sheet = header.isEmpty() ? rows.apply(sheets.next()) : belowHeader(sheets.next());
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
    for (int i = 0; i < SheetGroups.LONGEST_PREAMBLE && all.hasNext(); i++) {
      if (SheetGroups.said(all.next()).equals(header.orElseThrow())) {
        return all;
      }
    }
    return List.<SourceRecord>of().iterator();
  }

  private SourceRecord squared(SourceRecord record) {
    if (header.isEmpty() && SheetGroups.said(record).size() > 1) {
      header = Optional.of(SheetGroups.said(record));
    }
    int width = header.map(List::size).orElse(0);
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
