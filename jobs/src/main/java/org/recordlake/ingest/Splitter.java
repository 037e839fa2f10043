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
 * row a line under a header on the first, the bytes are UTF-8 and not packed, and no line end
 * stands within quotes, which one pass over the bytes makes sure of.
 */
final class Splitter {
  private static final int BUFFER = 1 << 20;

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

  Stretches of(LandedFile file, SourceReader reader, Head head, FileAccess access) {
    boolean simple =
        file.size() >= least
            && file.entry().isEmpty()
            && reader.oneRowALine()
            && Encodings.isUtf8Text(head.bytes())
            && head.text().indexOf('\n') > 0
            && !reader.tables(firstLine(head)).isEmpty();
    return simple ? Stretches.sought(file, () -> scanned(file, access)) : Stretches.whole(file);
  }

  private List<Split> scanned(LandedFile file, FileAccess access) throws IOException {
    try (InputStream in = file.bytes(access)) {
      Scan scan = new Scan();
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

  private final class Scan {
    private final List<Split> splits = new ArrayList<>();
    private long at;
    private long from;
    private long lines;
    private long linesBefore;
    private int headerEnds;
    private boolean quoted;
    private boolean returned;

    /** Whether every line end ends a line. */
    boolean read(InputStream in) throws IOException {
      byte[] buffer = new byte[BUFFER];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        for (int i = 0; i < read; i++) {
          byte b = buffer[i];
          // Most bytes are letters and figures, which neither begin nor end anything.
          boolean speaks = returned || b >= 0 && b <= '"';
          if (speaks && !take(b, at + i + 1)) {
            return false;
          }
        }
        at += read;
      }
      if (at > from) {
        cut(at);
      }
      return !quoted && !returned;
    }

    /**
     * @param end byte after {@code b}
     */
    private boolean take(byte b, long end) {
      if (returned && b != '\n') {
        return false;
      }
      returned = b == '\r';
      if (b == '"') {
        quoted = !quoted;
      } else if (b == 0) {
        return false;
      } else if (b == '\n') {
        if (quoted) {
          return false;
        }
        lines++;
        if (headerEnds == 0) {
          headerEnds = (int) end;
        }
        if (end - from >= stretch) {
          cut(end);
        }
      }
      return true;
    }

    private void cut(long end) {
      splits.add(new Split(from, end, headerEnds, linesBefore));
      from = end;
      linesBefore = lines;
    }

    List<Split> splits() {
      return List.copyOf(splits);
    }
  }
}
