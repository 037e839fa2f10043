package org.recordlake.format.tabular;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.recordlake.config.Settings.DateOrder;
import org.recordlake.format.Batches;
import org.recordlake.format.RawRow;
import org.recordlake.format.SourceFile;
import org.recordlake.format.SourceRecord;
import org.recordlake.format.TableShape;
import org.recordlake.format.UnreadableFile;

/**
 * The rows under a header. A record with fewer fields than the header, or with more that say
 * something, is broken: nobody can tell which of its fields is which.
 */
public final class HeadedRows extends Batches<RawRow> {
  private final HeadedReader layout;
  private final Iterator<SourceRecord> records;
  private final TableShape table;
  private final LocalDate exportedOn;
  private final Times times;
  private final Header header;
  private final boolean answers;
  private boolean ended;

  HeadedRows(HeadedReader layout, SourceFile file, TableShape table) throws IOException {
    this(layout, file, file.records(), table);
  }

  /**
   * @param records those of the file, divided as the layout says
   */
  public HeadedRows(
      HeadedReader layout, SourceFile file, Iterator<SourceRecord> records, TableShape table) {
    this.layout = layout;
    this.records = records;
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
      titles.forEach(title -> add(table.outside(title.line())));
    }
  }

  /** The header; what stands above it is added to {@code titles}. */
  private Header header(List<SourceRecord> titles) {
    while (records.hasNext() && titles.size() < layout.longestPreamble()) {
      SourceRecord record = records.next();
      Optional<Header> found =
          layout
              .readings(record)
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
  protected boolean more() {
    if (!records.hasNext()) {
      return false;
    }
    rows(records.next()).forEach(this::add);
    return true;
  }

  private List<RawRow> rows(SourceRecord given) {
    SourceRecord record = given.fields().size() == 1 ? ofWidth(given) : given;
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

  /** The reading as wide as the header; the record as it is if there is none. */
  private SourceRecord ofWidth(SourceRecord record) {
    return layout
        .readings(record)
        .filter(reading -> reading.fields().size() == header.width())
        .findFirst()
        .orElse(record);
  }

  private boolean saysMore(SourceRecord record) {
    return record.fields().stream().skip(header.width()).anyMatch(field -> !field.isBlank());
  }

  /** A broken record of a file for several tables is set aside once. */
  private List<RawRow> broken(SourceRecord record, String code) {
    return answers ? List.of(table.broken(record.line(), header.raw(record), code)) : List.of();
  }
}
