package org.recordlake.format;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * The bytes of a ZIP archive, counted, with the last ones kept: there its own list ends, which a
 * reader of the entries alone does not miss when an archive is cut off between two of them.
 */
public final class ArchiveBytes extends FilterInputStream {
  /** Bytes of the record that ends an archive, without its comment (APPNOTE 4.3.16). */
  private static final int END_RECORD = 22;

  private static final int LONGEST_COMMENT = 0xFFFF;
  private static final int TAIL = END_RECORD + LONGEST_COMMENT;
  private static final byte[] SIGNATURE = {'P', 'K', 5, 6};
  private static final int COUNT_AT = 10;

  /** Says that the number stands in another record. */
  private static final int ELSEWHERE = 0xFFFF;

  private final byte[] tail = new byte[TAIL];
  private long count;

  public ArchiveBytes(InputStream in) {
    super(in);
  }

  /** Bytes read. */
  public long count() {
    return count;
  }

  /** Whether the archive, read to its end, says it has so many entries. */
  public boolean endsAfter(int entries) throws IOException {
    byte[] rest = new byte[1 << 13];
    while (read(rest, 0, rest.length) >= 0) {
      // The bytes behind the last entry are kept as they go by.
    }
    for (long at = count - END_RECORD; at >= Math.max(0, count - TAIL); at--) {
      if (isEnd(at)) {
        int said = at(at + COUNT_AT) | at(at + COUNT_AT + 1) << 8;
        return said == entries || said == ELSEWHERE;
      }
    }
    return false;
  }

  private boolean isEnd(long place) {
    for (int i = 0; i < SIGNATURE.length; i++) {
      if (at(place + i) != SIGNATURE[i]) {
        return false;
      }
    }
    return true;
  }

  private int at(long place) {
    return tail[(int) (place % TAIL)] & 0xFF;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int read = in.read(buffer, offset, length);
    for (int i = Math.max(0, read - TAIL); i < read; i++) {
      tail[(int) ((count + i) % TAIL)] = buffer[offset + i];
    }
    count += Math.max(0, read);
    return read;
  }

  @Override
  public long skip(long bytes) throws IOException {
    return Math.max(0, read(new byte[(int) Math.min(bytes, 1 << 13)]));
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
