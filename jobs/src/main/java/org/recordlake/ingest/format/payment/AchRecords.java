package org.recordlake.ingest.format.payment;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.recordlake.ingest.format.Unpacking;

/**
 * The records of an ACH file, one a line or one after another without line ends. Blanks that a
 * program cut off from the end of a line are put back.
 */
final class AchRecords implements Iterator<AchRecord> {
  /** SUB, with which some programs end a text. */
  private static final char END_OF_FILE = '\u001A';

  private final Reader text;
  private long number = 1;
  private Optional<AchRecord> upcoming;

  AchRecords(Reader text) {
    this.text = new BufferedReader(text);
    this.upcoming = read();
  }

  @Override
  public boolean hasNext() {
    return upcoming.isPresent();
  }

  @Override
  public AchRecord next() {
    AchRecord record = upcoming.orElseThrow(NoSuchElementException::new);
    upcoming = read();
    return record;
  }

  /** The next 94 characters, or fewer up to a line end; lines of blanks are none. */
  private Optional<AchRecord> read() {
    try {
      StringBuilder record = new StringBuilder(AchRecord.LENGTH);
      for (int c = text.read(); c >= 0; c = text.read()) {
        boolean lineEnds = c == '\n' || c == '\r' || c == END_OF_FILE;
        if (!lineEnds) {
          record.append((char) c);
        }
        if ((lineEnds || record.length() == AchRecord.LENGTH) && !record.toString().isBlank()) {
          return Optional.of(record(record));
        } else if (lineEnds) {
          record.setLength(0);
        }
      }
      return record.toString().isBlank() ? Optional.empty() : Optional.of(record(record));
    } catch (IOException e) {
      throw Unpacking.failure(e);
    }
  }

  private AchRecord record(StringBuilder characters) {
    return new AchRecord(number++, characters + " ".repeat(AchRecord.LENGTH - characters.length()));
  }
}
