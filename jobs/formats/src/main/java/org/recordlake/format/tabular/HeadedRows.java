package org.recordlake.format.tabular;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.recordlake.config.Settings.DateOrder;
import org.recordlake.format.RawRow;
import org.recordlake.format.SourceFile;
import org.recordlake.format.SourceRecord;
import org.recordlake.format.TableShape;
import org.recordlake.format.UnreadableFile;

/**
 * The rows under a header. A record with fewer fields than the header, or with more that say
 * something, is broken: nobody can tell which of its fields is which.
 */
final class HeadedRows implements Iterator<RawRow> {
  private final HeadedReader layout;
  private final Iterator<SourceRecord> records;
  private final TableShape table;
  private final LocalDate exportedOn;
  private final Times times;
  private final Header header;
  private final boolean answers;
  private final Deque<RawRow> upcoming = new ArrayDeque<>();
  private boolean ended;

  HeadedRows(HeadedReader layout, SourceFile file, TableShape table) throws IOException {
    this.layout = layout;
    this.records = file.records();
    this.exportedOn = file.exportedOn();
    this.times = new Times(file.dates().orElse(DateOrder.MONTH_FIRST));
    this.table = table;
    List<SourceRecord> titles = new ArrayList<>();
    this.header = header(titles);
    this.answers =
        layout.tables(header).stream()
            .sorted()
            .findFirst()
            .filter(table.name()::equals)
            .isPresent();
    if (answers) {
      titles.forEach(title -> upcoming.add(table.outside(title.line())));
    }
  }

  /** The header; what stands above it is added to {@code titles}. */
  private Header header(List<SourceRecord> titles) {
    while (records.hasNext() && titles.size() < HeadedReader.LONGEST_PREAMBLE) {
      SourceRecord record = records.next();
      Optional<Header> found =
          WholeLine.readings(record)
              .filter(reading -> !reading.isBlank())
              .map(Header::of)
              .filter(names -> !layout.tables(names).isEmpty())
              .findFirst();
      if (found.isPresent()) {
        return found.get();
      } else if (!record.isBlank()) {
        titles.add(record);
      }
    }
    throw new UnreadableFile("the header is missing");
  }

  @Override
  public boolean hasNext() {
    while (upcoming.isEmpty() && records.hasNext()) {
      upcoming.addAll(rows(records.next()));
    }
    return !upcoming.isEmpty();
  }

  @Override
  public RawRow next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return upcoming.remove();
  }

  private List<RawRow> rows(SourceRecord given) {
    SourceRecord record = WholeLine.ofWidth(given, header.width());
    if (record.isBlank()) {
      return List.of();
    }
    if (record.problem().isPresent()) {
      return broken(record, record.problem().get());
    }
    int fields = record.fields().size();
    ended |= layout.endsAbove(record);
    if (ended && fields == 1) {
      return answers ? List.of(table.outside(record.line())) : List.of();
    }
    if (fields < header.width()) {
      return broken(record, "TOO_FEW_FIELDS");
    } else if (fields > header.width() && saysMore(record)) {
      return broken(record, "TOO_MANY_FIELDS");
    }
    return layout.rows(new Fields(header, record, exportedOn, times), table);
  }

  private boolean saysMore(SourceRecord record) {
    return record.fields().stream().skip(header.width()).anyMatch(field -> !field.isBlank());
  }

  /** A broken record of a file for several tables is set aside once. */
  private List<RawRow> broken(SourceRecord record, String code) {
    return answers ? List.of(table.broken(record.line(), header.raw(record), code)) : List.of();
  }
}
