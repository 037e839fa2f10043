package org.recordlake.ingest.format.tabular;

import java.time.LocalDate;
import java.util.Optional;
import org.recordlake.config.Settings.DateOrder;
import org.recordlake.ingest.format.SourceRecord;
import org.recordlake.ingest.format.time.Moments;

/**
 * A record under its header.
 *
 * @param header names of the columns
 * @param record the fields below them
 * @param dates how the file writes days in figures
 * @param exportedOn day the file was made, on or before which all it tells happened
 */
public record Fields(Header header, SourceRecord record, LocalDate exportedOn, DateOrder dates) {
  /** What the first of the columns that says anything says; empty if none does. */
  public Optional<String> text(String... plainNames) {
    for (String name : plainNames) {
      String text = plain(name);
      if (!text.isEmpty()) {
        return Optional.of(text);
      }
    }
    return Optional.empty();
  }

  /** The day that the first of the columns which says anything says, as a cell. */
  public Optional<String> day(String... plainNames) {
    return text(plainNames).map(text -> Moments.dayCell(text, dates));
  }

  /** What the column says without blanks around it; empty text if nothing. */
  public String plain(String plainName) {
    int place = header.place(plainName).orElse(-1);
    return place < 0 ? "" : record.field(place);
  }

  public long line() {
    return record.line();
  }

  /** The record for the quarantine, without secrets. */
  public String raw() {
    return header.raw(record);
  }
}
