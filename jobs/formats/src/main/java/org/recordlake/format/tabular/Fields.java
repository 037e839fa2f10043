package org.recordlake.format.tabular;

import java.time.LocalDate;
import java.util.Optional;
import org.recordlake.format.SourceRecord;

/**
 * A record under its header.
 *
 * @param header names of the columns
 * @param record the fields below them
 * @param times reads the file's days and times
 * @param exportedOn day the file was made, on or before which all it tells happened
 */
public record Fields(Header header, SourceRecord record, LocalDate exportedOn, Times times) {
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
    return text(plainNames).map(times::dayCell);
  }

  /** The day or time the column says, as cells. */
  public Times.Time time(String plainName) {
    return times.read(plain(plainName));
  }

  /** What the column says without blanks around it; empty text if nothing. */
  public String plain(String plainName) {
    int place = header.place(plainName);
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
