package org.recordlake.format;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/**
 * The content of a gzip file (RFC 1952) of any number of members, each checked against its length
 * and checksum. What follows a member must be another or zeros: a damaged one is no end.
 */
final class Gunzip extends InputStream {
  private static final int EXTRA = 4;
  private static final int NAME = 8;
  private static final int COMMENT = 16;
  private static final int HEADER_CHECKSUM = 2;
  private static final long WORD = 0xFFFF_FFFFL;

  private final InputStream in;
  private final byte[] packed = new byte[1 << 16];
  private final Inflater inflater = new Inflater(true);
  private final CRC32 checksum = new CRC32();
  private int at;
  private int end;
  private long packedCount;
  private long count;
  private boolean ended;

  Gunzip(InputStream in) throws IOException {
    this.in = in;
    header(next());
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    while (!ended) {
      int read = inflated(buffer, offset, length);
      if (read > 0) {
        checksum.update(buffer, offset, read);
        count += read;
        Unpacking.bound(count, packedCount);
        return read;
      } else if (inflater.finished()) {
        at = end - inflater.getRemaining();
        trailer();
      } else if (inflater.needsDictionary()) {
        throw new ZipException("a member needs a dictionary");
      } else if (inflater.needsInput()) {
        fill();
        inflater.setInput(packed, at, end - at);
      }
    }
    return -1;
  }

  private int inflated(byte[] buffer, int offset, int length) throws IOException {
    try {
      return inflater.inflate(buffer, offset, length);
    } catch (DataFormatException e) {
      throw (ZipException) new ZipException("a member is damaged").initCause(e);
    }
  }

  private void header(int first) throws IOException {
    boolean known = first == 0x1F && next() == 0x8B && next() == 8;
    if (!known) {
      throw new ZipException("what follows a member is none");
    }
    int flags = next();
    skip(6);
    if ((flags & EXTRA) != 0) {
      skip(next() | next() << 8);
    }
    skipText(flags & NAME);
    skipText(flags & COMMENT);
    skip((flags & HEADER_CHECKSUM) != 0 ? 2 : 0);
    inflater.reset();
    checksum.reset();
    inflater.setInput(packed, at, end - at);
  }

  private void trailer() throws IOException {
    boolean right = word() == checksum.getValue() && word() == (inflater.getBytesWritten() & WORD);
    if (!right) {
      throw new ZipException("a member's checksum is wrong");
    }
    int following = 0;
    while (following == 0 && has()) {
      following = next();
    }
    if (following == 0) {
      ended = true;
    } else {
      header(following);
    }
  }

  private void skip(int bytes) throws IOException {
    for (int i = 0; i < bytes; i++) {
      next();
    }
  }

  private void skipText(int given) throws IOException {
    while (given != 0 && next() != 0) {
      // A name or remark ends with a zero.
    }
  }

  private long word() throws IOException {
    return next() | (long) next() << 8 | (long) next() << 16 | (long) next() << 24;
  }

  private int next() throws IOException {
    if (!has()) {
      throw new EOFException("a member breaks off");
    }
    return packed[at++] & 0xFF;
  }

  private boolean has() throws IOException {
    return at < end || filled();
  }

  private void fill() throws IOException {
    if (!filled()) {
      throw new EOFException("a member breaks off");
    }
  }

  private boolean filled() throws IOException {
    int read = in.read(packed, 0, packed.length);
    at = 0;
    end = Math.max(0, read);
    packedCount += end;
    return read > 0;
  }

  @Override
  public void close() throws IOException {
    inflater.end();
    in.close();
  }
}
