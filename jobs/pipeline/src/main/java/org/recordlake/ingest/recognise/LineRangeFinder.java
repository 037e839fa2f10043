package org.recordlake.ingest.recognise;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.recordlake.format.Encodings;
import org.recordlake.format.Head;
import org.recordlake.format.SourceReader;
import org.recordlake.ingest.land.FileAccess;
import org.recordlake.ingest.land.LandedFile;
import org.recordlake.ingest.land.LineRange;

/**
 * Cuts big texts into ranges of whole lines. Only where nothing can go wrong: the layout has one
 * row a line under a header on the first, the bytes are UTF-8 and not packed, every quoted field
 * ends before its line does and no quote in one is left undoubled, which one pass over the bytes
 * makes sure of.
 */
final class LineRangeFinder {
  private static final int BUFFER = 1 << 20;

  /** Bytes of the mark a text in UTF-8 may begin with. */
  private static final int BYTE_ORDER_MARK = 3;

  private final long least;
  private final long length;

  /**
   * @param least bytes below which a file stays whole
   * @param length bytes of a range, about
   */
  LineRangeFinder(long least, long length) {
    this.least = least;
    this.length = length;
  }

  public CompletableFuture<List<LineRange>> of(
      LandedFile file, SourceReader reader, Head head, FileAccess access) {
    boolean simple =
        file.size() >= least
            && file.entry().isEmpty()
            && reader.oneRowALine()
            && Encodings.isUtf8Text(head.bytes())
            && head.text().indexOf('\n') > 0
            && !reader.tables(firstLine(head)).isEmpty();
    return simple
        ? CompletableFuture.supplyAsync(() -> scanned(file, (byte) head.delimiter(), access))
        : CompletableFuture.completedFuture(List.of(LineRange.WHOLE));
  }

  private List<LineRange> scanned(LandedFile file, byte delimiter, FileAccess access) {
    try (InputStream in = file.bytes(access)) {
      Scan scan = new Scan(delimiter);
      return scan.read(in) ? scan.ranges() : List.of(LineRange.WHOLE);
    } catch (IOException e) {
      throw file.unreadable(e);
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

  private final class Scan {
    private final List<LineRange> ranges = new ArrayList<>();
    private long at;
    private long from;
    private long lines;
    private long linesBefore;
    private int headerEnds;
    private final byte delimiter;
    private boolean quoted;
    private boolean closed;
    private boolean returned;
    private byte before = '\n';

    Scan(byte delimiter) {
      this.delimiter = delimiter;
    }

    /** Whether every line end ends a line and every quote is where it belongs. */
    boolean read(InputStream in) throws IOException {
      byte[] buffer = new byte[BUFFER];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        for (int i = 0; i < read; i++) {
          byte b = buffer[i];
          // Most bytes are letters and figures, which neither begin nor end anything.
          boolean speaks = returned || closed || b >= 0 && b <= '"';
          if (speaks && !take(b, i == 0 ? before : buffer[i - 1], at + i + 1)) {
            return false;
          }
        }
        at += read;
        before = read > 0 ? buffer[read - 1] : before;
      }
      if (at > from) {
        cut(at);
      }
      return !quoted && !returned;
    }

    /**
     * @param previous byte before {@code b}
     * @param end byte after it
     */
    private boolean take(byte b, byte previous, long end) {
      boolean lineEnds = b == '\n' || b == '\r';
      boolean broken =
          returned && b != '\n'
              || closed && b != '"' && b != delimiter && !lineEnds
              || quoted && lineEnds;
      if (broken || b == 0) {
        return false;
      }
      returned = b == '\r';
      if (b == '"') {
        quote(previous, end);
      } else {
        closed = false;
      }
      if (b == '\n') {
        lines++;
        if (headerEnds == 0) {
          headerEnds = (int) end;
        }
        if (end - from >= length) {
          cut(end);
        }
      }
      return true;
    }

    /** A quote within a field that does not begin with one is text; of two the first is doubled. */
    private void quote(byte previous, long end) {
      if (quoted) {
        quoted = false;
        closed = true;
      } else {
        boolean begins = previous == delimiter || previous == '\n' || isMark(previous, end);
        quoted = closed || begins;
        closed = false;
      }
    }

    /** Whether {@code last} ends the mark that a text in UTF-8 may begin with. */
    private boolean isMark(byte last, long end) {
      return end == BYTE_ORDER_MARK + 1 && last == (byte) 0xBF;
    }

    private void cut(long end) {
      ranges.add(new LineRange(from, end, headerEnds, linesBefore));
      from = end;
      linesBefore = lines;
    }

    List<LineRange> ranges() {
      return List.copyOf(ranges);
    }
  }
}
