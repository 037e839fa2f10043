package org.recordlake.format;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Text whose fields are delimited by some character, which the text itself shows. */
final class Delimited {
  private static final int FIRST_LINE = 1 << 13;
  private static final char[] DELIMITERS = {',', '\t', ';', '|'};

  private Delimited() {}

  /**
   * Records delimited by the character that stands most often, outside quotes, in the first line
   * that has any.
   */
  static Iterator<SourceRecord> records(Reader text) throws IOException {
    BufferedReader buffered = new BufferedReader(text, FIRST_LINE);
    buffered.mark(FIRST_LINE);
    char[] beginning = new char[FIRST_LINE - 1];
    int read = 0;
    int got;
    while (read < beginning.length
        && (got = buffered.read(beginning, read, beginning.length - read)) > 0) {
      read += got;
    }
    buffered.reset();
    return records(buffered, delimiter(new String(beginning, 0, read)));
  }

  /** The first records of a text that may end anywhere, even within a quoted field. */
  static List<SourceRecord> first(Iterator<SourceRecord> records, int most) {
    List<SourceRecord> first = new ArrayList<>();
    try {
      while (first.size() < most && records.hasNext()) {
        first.add(records.next());
      }
    } catch (UnreadableFile e) {
      // What came before the break is still to be seen.
      return first;
    }
    return first;
  }

  static Iterator<SourceRecord> records(Reader text, char delimiter) {
    return new Records(text, delimiter);
  }

  /**
   * The delimiter of a text that begins so: that of the first line which has any, since a title
   * above a table has none; a comma if there is none.
   */
  static char delimiter(String beginning) {
    int[] counts = new int[DELIMITERS.length];
    boolean quoted = false;
    int seen = 0;
    for (int i = 0; i < beginning.length(); i++) {
      char c = beginning.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && (c == '\n' || c == '\r')) {
        if (seen > 0) {
          break;
        }
      } else if (!quoted) {
        for (int d = 0; d < DELIMITERS.length; d++) {
          int found = c == DELIMITERS[d] ? 1 : 0;
          counts[d] += found;
          seen += found;
        }
      }
    }
    int most = 0;
    for (int d = 1; d < DELIMITERS.length; d++) {
      most = counts[d] > counts[most] ? d : most;
    }
    return DELIMITERS[most];
  }
}
