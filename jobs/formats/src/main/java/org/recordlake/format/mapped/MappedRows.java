package org.recordlake.format.mapped;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.recordlake.format.RawRow;
import org.recordlake.format.SourceRecord;
import org.recordlake.format.TableShape;
import org.recordlake.format.UnreadableFile;
import org.recordlake.format.tabular.Fields;
import org.recordlake.format.tabular.Header;
import org.recordlake.format.tabular.Times;

/**
 * The rows below a mapped header. What stands above it, such as the title of a report, belongs to
 * no table.
 */
final class MappedRows implements Iterator<RawRow> {
  /** Records above the header at most. */
  static final int LONGEST_PREAMBLE = 60;

  private final Iterator<SourceRecord> records;
  private final MappedReader reader;
  private final Mapping.Table wanted;
  private final MappedCells cells;
  private final TableShape table;
  private final boolean answers;
  private final Header header;
  private final OtherColumns others;
  private final Deque<RawRow> upcoming = new ArrayDeque<>();

  MappedRows(
      MappedReader reader,
      Iterator<SourceRecord> records,
      Mapping.Table wanted,
      MappedCells cells,
      TableShape table) {
    this.reader = reader;
    this.records = records;
    this.wanted = wanted;
    this.cells = cells;
    this.table = table;
    this.answers =
        reader.mapping().tableNames().stream()
            .sorted()
            .findFirst()
            .filter(table.name()::equals)
            .isPresent();
    this.header = header();
    this.others = new OtherColumns(header, wanted.beside());
  }

  private Header header() {
    for (int i = 0; i < LONGEST_PREAMBLE && records.hasNext(); i++) {
      SourceRecord record = records.next();
      if (reader.isHeader(record)) {
        return Header.of(record);
      } else if (answers && !record.isBlank()) {
        upcoming.add(table.outside(record.line()));
      }
    }
    throw new UnreadableFile("the header the mapping names is missing");
  }

  @Override
  public boolean hasNext() {
    while (upcoming.isEmpty() && records.hasNext()) {
      take(records.next());
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

  private void take(SourceRecord record) {
    if (record.isBlank()) {
      return;
    }
    Fields fields =
        new Fields(header, record, LocalDate.EPOCH, new Times(reader.mapping().dates()));
    int count = record.fields().size();
    if (record.problem().isPresent()) {
      broken(fields, record.problem().get());
    } else if (count < header.width()) {
      broken(fields, "TOO_FEW_FIELDS");
    } else if (record.fields().stream().skip(header.width()).anyMatch(field -> !field.isBlank())) {
      broken(fields, "TOO_MANY_FIELDS");
    } else if (wanted.beside().isEmpty()) {
      upcoming.add(cells.of(wanted, name -> fields.text(Header.plain(name))).row(table, fields));
    } else {
      others.of(fields).forEach(says -> upcoming.add(cells.of(wanted, says).row(table, fields)));
      if (upcoming.isEmpty() && answers) {
        upcoming.add(table.outside(fields.line()));
      }
    }
  }

  private void broken(Fields fields, String code) {
    if (answers) {
      upcoming.add(table.broken(fields.line(), fields.raw(), code));
    }
  }
}
