package org.recordlake.scan.decode;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** How much may still be unpacked from one file. */
final class Budget {
  private long left;

  Budget(long bytes) {
    this.left = bytes;
  }

  boolean spent() {
    return left < 0;
  }

  InputStream counting(InputStream in) {
    return new FilterInputStream(in) {
      @Override
      public int read() throws IOException {
        int read = super.read();
        took(read < 0 ? 0 : 1);
        return read;
      }

      @Override
      public int read(byte[] to, int from, int length) throws IOException {
        int read = super.read(to, from, length);
        took(Math.max(read, 0));
        return read;
      }
    };
  }

  private void took(int bytes) throws IOException {
    left -= bytes;
    if (left < 0) {
      throw new Refusal("unpacks to too many bytes");
    }
  }
}
