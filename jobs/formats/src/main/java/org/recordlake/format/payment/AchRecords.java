package org.recordlake.format.payment;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.Optional;
import org.recordlake.format.Batches;
import org.recordlake.format.Unpacking;
import org.recordlake.format.UnreadableFile;

/**
 * The records of an ACH file, one a line or one after another without line ends. Blanks that a
 * program cut off from the end of a line are put back.
 */
final class AchRecords extends Batches<AchRecord> {
  /** SUB, with which some programs end a text. */
  private static final char END_OF_FILE = '\u001A';

  /** Blanks behind the first record that are looked over for a line end. */
  private static final int LONGEST_REST = 1 << 12;

  private final Reader text;
  private long number = 1;
  private boolean lines;

  AchRecords(Reader text) {
    this.text = new BufferedReader(text);
  }

  @Override
  protected boolean more() {
    Optional<AchRecord> next = read();
    next.ifPresent(this::add);
    return next.isPresent();
  }

  /** The next 94 characters, or fewer up to a line end; lines of blanks are none. */
  private Optional<AchRecord> read() {
    try {
      StringBuilder record = new StringBuilder(AchRecord.LENGTH);
      for (int c = text.read(); c >= 0; c = text.read()) {
        boolean lineEnds = isLineEnd(c);
        if (!lineEnds) {
          record.append((char) c);
        }
        if ((lineEnds || record.length() == AchRecord.LENGTH) && !record.toString().isBlank()) {
          return Optional.of(lineEnds ? lineOf(record) : blockOf(record));
        } else if (lineEnds) {
          record.setLength(0);
        }
      }
      return record.toString().isBlank() ? Optional.empty() : Optional.of(record(record));
    } catch (IOException e) {
      throw Unpacking.failure(e);
    }
  }

  private AchRecord lineOf(StringBuilder characters) {
    lines |= number == 1;
    return record(characters);
  }

  /** A record of full length. Where the first one ends its line, all others must. */
  private AchRecord blockOf(StringBuilder characters) throws IOException {
    AchRecord record = record(characters);
    if (record.line() == 1) {
      lines = lineEndFollows();
    } else if (lines) {
      passRestOfLine(record);
    }
    return record;
  }

  private boolean lineEndFollows() throws IOException {
    text.mark(LONGEST_REST);
    for (int passed = 0; passed < LONGEST_REST; passed++) {
      int c = text.read();
      if (c < 0 || isLineEnd(c)) {
        return c >= 0;
      } else if (c != ' ') {
        break;
      }
    }
    text.reset();
    return false;
  }

  private void passRestOfLine(AchRecord record) throws IOException {
    for (int c = text.read(); c >= 0 && !isLineEnd(c); c = text.read()) {
      if (c != ' ' && !(c == '9' && record.isPadding())) {
        throw new UnreadableFile(
            "line " + record.line() + " is longer than " + AchRecord.LENGTH + " characters");
      }
    }
  }

  private static boolean isLineEnd(int c) {
    return c == '\n' || c == '\r' || c == END_OF_FILE;
  }

  private AchRecord record(StringBuilder characters) {
    return new AchRecord(number++, characters + " ".repeat(AchRecord.LENGTH - characters.length()));
  }
}
