package org.recordlake.format;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipException;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/**
 * The content of a gzip file (RFC 1952) of any number of members, each checked against its length
 * and checksum by Commons Compress. What follows a member must be another or zeros, as tapes and
 * blocks are filled up with: a damaged one is no end.
 */
final class Gunzip extends InputStream {
  private final Packed packed;
  private final BufferedInputStream in;
  private GzipCompressorInputStream member;
  private long count;

  Gunzip(InputStream in) throws IOException {
    this.packed = new Packed(in);
    this.in = new BufferedInputStream(packed, 1 << 16);
    this.member = told(() -> new GzipCompressorInputStream(this.in));
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    while (member != null) {
      int read = told(() -> member.read(buffer, offset, length));
      if (read >= 0) {
        count += read;
        Unpacking.bound(count, packed.count);
        return read;
      }
      member = anotherFollows() ? told(() -> new GzipCompressorInputStream(in)) : null;
    }
    return -1;
  }

  /** Whether anything follows but zeros. */
  private boolean anotherFollows() throws IOException {
    int following = 0;
    while (following == 0) {
      in.mark(1);
      following = in.read();
    }
    in.reset();
    return following > 0;
  }

  /** A use of the library. */
  private interface Use<T> {
    T run() throws IOException;
  }

  /** What the library finds wrong is damage; what the storage below it throws is not. */
  private <T> T told(Use<T> use) throws IOException {
    try {
      return use.run();
    } catch (EOFException e) {
      throw e;
    } catch (IOException e) {
      if (packed.failed) {
        throw e;
      }
      throw (ZipException) new ZipException("a member is damaged").initCause(e);
    }
  }

  @Override
  public void close() throws IOException {
    if (member != null) {
      member.close();
    }
    in.close();
  }

  /** The packed bytes, counted. */
  private static final class Packed extends FilterInputStream {
    private long count;
    private boolean failed;

    Packed(InputStream in) {
      super(in);
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      failed = true;
      int read = in.read(buffer, offset, length);
      failed = false;
      count += Math.max(0, read);
      return read;
    }
  }
}
