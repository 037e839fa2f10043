package org.recordlake.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.recordlake.ingest.format.Encodings;
import org.recordlake.ingest.format.Head;
import org.recordlake.ingest.format.SourceReader;

/**
 * Cuts big texts into stretches of whole lines. Only where nothing can go wrong: the layout has one
 * row a line under a header on the first, the bytes are UTF-8 and not packed, every quoted field
 * ends before its line does and no quote in one is left undoubled, which one pass over the bytes
 * makes sure of.
 */
final class Splitter {
  private static final int BUFFER = 1 << 20;

  /** Bytes of the mark a text in UTF-8 may begin with. */
  private static final int BYTE_ORDER_MARK = 3;

  private final long least;
  private final long stretch;

  /**
   * @param least bytes below which a file stays whole
   * @param stretch bytes of a stretch, about
   */
  Splitter(long least, long stretch) {
    this.least = least;
    this.stretch = stretch;
  }

  List<Split> of(LandedFile file, SourceReader reader, Head head, FileAccess access)
      throws IOException {
    boolean simple =
        file.size() >= least
            && file.entry().isEmpty()
            && reader.oneRowALine()
            && Encodings.isUtf8Text(head.bytes())
            && head.text().indexOf('\n') > 0
            && !reader.tables(firstLine(head)).isEmpty();
    if (!simple) {
      return List.of(Split.WHOLE);
    }
    try (InputStream in = file.bytes(access)) {
      Scan scan = new Scan((byte) head.delimiter());
      return scan.read(in) ? scan.splits() : List.of(Split.WHOLE);
    }
  }

  /**
   * The file as if it ended with its first line: a title there leaves the header to a later one.
   */
  private static Head firstLine(Head head) {
    return new Head(
        head.source(),
        head.fileName(),
        head.bytes(),
        head.text().substring(0, head.text().indexOf('\n')),
        head.records().subList(0, Math.min(1, head.records().size())));
  }

  /** How far a field was read; {@code CLOSED} behind a quote that may be the first of two. */
  private enum Field {
    BEGINS,
    PLAIN,
    QUOTED,
    CLOSED
  }

  private final class Scan {
    private final List<Split> splits = new ArrayList<>();
    private long at;
    private long from;
    private long lines;
    private long linesBefore;
    private int headerEnds;
    private final byte delimiter;
    private Field field = Field.BEGINS;
    private boolean returned;

    Scan(byte delimiter) {
      this.delimiter = delimiter;
    }

    /** Whether every line end ends a line. */
    boolean read(InputStream in) throws IOException {
      byte[] buffer = new byte[BUFFER];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        for (int i = 0; i < read; i++) {
          if (!take(buffer[i])) {
            return false;
          }
        }
      }
      if (at > from) {
        cut();
      }
      return field != Field.QUOTED && !returned;
    }

    private boolean take(byte b) {
      at++;
      if (returned && b != '\n') {
        return false;
      }
      returned = b == '\r';
      boolean marks = at <= BYTE_ORDER_MARK && b < 0;
      if (b == 0 || !marks && !fits(b)) {
        return false;
      }
      if (b == '\n') {
        lines++;
        if (headerEnds == 0) {
          headerEnds = (int) at;
        }
        if (at - from >= stretch) {
          cut();
        }
      }
      return true;
    }

    /** Goes on within the field, or to the next. */
    private boolean fits(byte b) {
      boolean ends = b == delimiter || b == '\n' || b == '\r';
      switch (field) {
        case BEGINS, PLAIN -> {
          boolean quotes = b == '"' && field == Field.BEGINS;
          field = ends ? Field.BEGINS : quotes ? Field.QUOTED : Field.PLAIN;
        }
        case QUOTED -> {
          field = b == '"' ? Field.CLOSED : Field.QUOTED;
          return b != '\n' && b != '\r';
        }
        case CLOSED -> {
          field = ends ? Field.BEGINS : Field.QUOTED;
          return ends || b == '"';
        }
      }
      return true;
    }

    private void cut() {
      splits.add(new Split(from, at, headerEnds, linesBefore));
      from = at;
      linesBefore = lines;
    }

    List<Split> splits() {
      return List.copyOf(splits);
    }
  }
}
