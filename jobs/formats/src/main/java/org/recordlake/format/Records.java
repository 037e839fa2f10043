package org.recordlake.format;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * The records of a delimited text after RFC 4180: quoted fields with delimiters and line ends in
 * them, LF, CRLF or CR as line ends, rows of any number of fields; empty lines are passed over.
 *
 * <p>Real exports forget to double quotes within a field, and then a field seems to run on over the
 * lines below. Where such a record does not end, or does not fit while lines in it do, its first
 * line is given as a damaged record and reading goes on with the second. For that a record is held
 * as it stands in the text, of at most {@link #LONGEST} characters.
 */
final class Records implements Iterator<SourceRecord> {
  /** Why a line was set aside. */
  static final String BAD_QUOTES = "BAD_QUOTES";

  private static final int LONGEST = 1 << 24;
  private static final int BLOCK = 1 << 16;
  private static final char QUOTE = '"';

  /** Delimiters that fall by chance where those of records would stand. */
  private static final int UNLIKELY = 5;

  private final Reader text;
  private final char delimiter;
  private final Widths widths = new Widths();
  private char[] buffer = new char[BLOCK];

  /** Where in the buffer the record begins that is read next. */
  private int from;

  private int end;
  private boolean exhausted;
  private long line = 1;

  // Of the record being read; places are counted from its beginning.
  private List<String> fields = List.of();
  private int at;
  private int breaks;
  private boolean malformed;
  private boolean open;

  Records(Reader text, char delimiter) {
    this.text = text;
    this.delimiter = delimiter;
  }

  @Override
  public boolean hasNext() {
    while (has(0) && isLineEnd(buffer[from])) {
      at = 0;
      passLineEnd();
      advance(1);
    }
    return has(0);
  }

  @Override
  public SourceRecord next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    parse();
    long begins = line;
    if (isDamaged()) {
      int length = lineLength(0);
      String first = new String(buffer, from, length);
      at = length;
      if (has(at)) {
        passLineEnd();
      }
      advance(1);
      return new SourceRecord(begins, List.of(first), Optional.of(BAD_QUOTES));
    }
    if (breaks == 0) {
      widths.add(fields.size());
    }
    advance(breaks + 1);
    return new SourceRecord(begins, fields);
  }

  private void advance(int lines) {
    from += at;
    line += lines;
  }

  private void parse() {
    fields = new ArrayList<>(widths.usual());
    at = 0;
    breaks = 0;
    malformed = false;
    open = false;
    boolean more = true;
    while (more) {
      more = has(at) && buffer[from + at] == QUOTE ? quoted() : plain();
    }
  }

  /** Reads a field to the end of the record or past the delimiter behind it, if there is one. */
  private boolean plain() {
    int start = at;
    while (has(at)) {
      char c = buffer[from + at];
      if (c == delimiter || isLineEnd(c)) {
        fields.add(new String(buffer, from + start, at - start));
        return ended(c);
      }
      at++;
    }
    fields.add(new String(buffer, from + start, at - start));
    return false;
  }

  /** The same for a field that begins with a quote; every single one ends or begins a stretch. */
  private boolean quoted() {
    StringBuilder value = new StringBuilder();
    boolean within = true;
    int start = ++at;
    while (has(at)) {
      char c = buffer[from + at];
      if (c == QUOTE) {
        value.append(buffer, from + start, at - start);
        if (within && has(at + 1) && buffer[from + at + 1] == QUOTE) {
          value.append(QUOTE);
          at++;
        } else {
          malformed |= !within;
          within = !within;
        }
        start = at + 1;
      } else if (!within && (c == delimiter || isLineEnd(c))) {
        fields.add(value.append(buffer, from + start, at - start).toString());
        return ended(c);
      } else if (isLineEnd(c)) {
        breaks++;
        passLineEnd();
        continue;
      } else {
        malformed |= !within;
      }
      at++;
      if (at >= LONGEST) {
        break;
      }
    }
    open = within || at >= LONGEST;
    fields.add(value.append(buffer, from + start, at - start).toString());
    return false;
  }

  /** Whether a field follows the one that ends with {@code c}. */
  private boolean ended(char c) {
    if (c == delimiter) {
      at++;
      return true;
    }
    passLineEnd();
    return false;
  }

  private void passLineEnd() {
    at += lineEndLength(at);
  }

  private int lineEndLength(int place) {
    boolean both =
        buffer[from + place] == '\r' && has(place + 1) && buffer[from + place + 1] == '\n';
    return both ? 2 : 1;
  }

  /** Whether a quote that should have been doubled made one record of several. */
  private boolean isDamaged() {
    return open || breaks > 0 && (malformed ? holdsARow() : isMadeOfRows());
  }

  /** Whether a line below the first may be a record by itself. */
  private boolean holdsARow() {
    return widthsBelow().stream().anyMatch(widths::isRow);
  }

  /**
   * Whether the first line, the last and most between are records by themselves: text within quotes
   * may look like that on two short lines, hardly on more.
   */
  private boolean isMadeOfRows() {
    int first = literalWidth(lineLength(0));
    List<Integer> below = widthsBelow();
    int last = below.get(below.size() - 1);
    long rows = below.stream().filter(widths::isKnown).count();
    return widths.isKnown(first)
        && widths.isKnown(last)
        && 2 * rows >= below.size()
        && rows * (last - 1) >= UNLIKELY;
  }

  /** Numbers of fields of the lines below the first, each by itself. */
  private List<Integer> widthsBelow() {
    List<Integer> below = new ArrayList<>();
    int place = lineLength(0);
    while (place < at) {
      place += lineEndLength(place);
      int length = lineLength(place);
      if (place < at) {
        below.add(width(place, length));
      }
      place += length;
    }
    return below;
  }

  /** Fields of one line by itself. */
  private int width(int start, int length) {
    int width = 1;
    boolean fieldBegins = true;
    boolean within = false;
    for (int i = from + start; i < from + start + length; i++) {
      char c = buffer[i];
      if (c == QUOTE && (within || fieldBegins)) {
        within = !within;
      } else if (c == delimiter && !within) {
        width++;
      }
      fieldBegins = c == delimiter && !within;
    }
    return width;
  }

  /** Fields of the first line, if its quotes were text. */
  private int literalWidth(int length) {
    int width = 1;
    for (int i = from; i < from + length; i++) {
      width += buffer[i] == delimiter ? 1 : 0;
    }
    return width;
  }

  private int lineLength(int start) {
    int place = start;
    while (has(place) && !isLineEnd(buffer[from + place])) {
      place++;
    }
    return place - start;
  }

  private static boolean isLineEnd(char c) {
    return c == '\n' || c == '\r';
  }

  /** Whether the text goes on {@code place} characters behind the beginning of the record. */
  private boolean has(int place) {
    return from + place < end || filled(place);
  }

  private boolean filled(int place) {
    if (place > LONGEST + 2) {
      throw new UnreadableFile("a line has more than 16 Mi characters");
    }
    while (from + place >= end && !exhausted) {
      if (end == buffer.length) {
        makeRoom();
      }
      fill();
    }
    return from + place < end;
  }

  /** Moves what is still to be read, where that is worth it. */
  private void makeRoom() {
    char[] room = from < buffer.length / 2 ? new char[2 * buffer.length] : buffer;
    System.arraycopy(buffer, from, room, 0, end - from);
    buffer = room;
    end -= from;
    from = 0;
  }

  private void fill() {
    try {
      int read = text.read(buffer, end, buffer.length - end);
      exhausted = read < 0;
      end += Math.max(0, read);
    } catch (IOException e) {
      throw Unpacking.failure(e);
    }
  }
}
