package org.recordlake.ingest.land;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.Serializable;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.util.Collections;
import java.util.List;

/**
 * A range of whole lines of a file, so that several tasks can read a big one.
 *
 * @param from first byte
 * @param to byte after the last
 * @param headerEnds byte after the header line, which stands before every range but the first
 * @param linesBefore lines before the first one, the header included
 */
public record LineRange(long from, long to, int headerEnds, long linesBefore)
    implements Serializable {
  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  /** A file read as one. */
  public static final LineRange WHOLE = new LineRange(0, Long.MAX_VALUE, 0, 0);

  /**
   * Line of the file that is line {@code local} of this range, the header counted; or, where every
   * line has a row, place in the file of row {@code local}.
   */
  public long inFile(long local) {
    return from == 0 ? local : local + linesBefore - 1;
  }

  /** The header and the lines of {@code file}, told to be UTF-8 as the whole file is. */
  InputStream open(SeekableByteChannel file) throws IOException {
    InputStream in = Channels.newInputStream(file);
    if (from == 0) {
      return new Bytes(in, to);
    }
    byte[] header = in.readNBytes(headerEnds);
    file.position(from);
    return new SequenceInputStream(
        Collections.enumeration(
            List.of(new ByteArrayInputStream(marked(header)), new Bytes(in, to - from))));
  }

  private static byte[] marked(byte[] header) {
    boolean has =
        header.length >= 3 && header[0] == BYTE_ORDER_MARK[0] && header[1] == BYTE_ORDER_MARK[1];
    if (has) {
      return header;
    }
    byte[] marked = new byte[header.length + BYTE_ORDER_MARK.length];
    System.arraycopy(BYTE_ORDER_MARK, 0, marked, 0, BYTE_ORDER_MARK.length);
    System.arraycopy(header, 0, marked, BYTE_ORDER_MARK.length, header.length);
    return marked;
  }

  /** So many bytes of a stream and no more. */
  private static final class Bytes extends FilterInputStream {
    private long left;

    Bytes(InputStream in, long length) {
      super(in);
      this.left = length;
    }

    @Override
    public int read() throws IOException {
      int read = left > 0 ? in.read() : -1;
      left -= read < 0 ? 0 : 1;
      return read;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      if (left <= 0) {
        return -1;
      }
      int read = in.read(buffer, offset, (int) Math.min(length, left));
      left -= Math.max(0, read);
      return read;
    }

    @Override
    public long skip(long count) throws IOException {
      long skipped = in.skip(Math.min(count, left));
      left -= skipped;
      return skipped;
    }

    @Override
    public int available() throws IOException {
      return (int) Math.min(in.available(), left);
    }

    @Override
    public boolean markSupported() {
      return false;
    }
  }
}
