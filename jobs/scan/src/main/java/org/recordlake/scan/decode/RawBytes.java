package org.recordlake.scan.decode;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.recordlake.scan.find.TextFinder;

/** Streams of any length, looked at in blocks; words go on from one to the next. */
final class RawBytes {
  private static final int BLOCK = 1 << 16;

  /** What is looked at again with the next block, in case an escaped text goes on there. */
  private static final int AGAIN = 1 << 10;

  private final TextFinder finder;
  private final Examiner examiner;
  private final byte[] block = new byte[BLOCK];

  RawBytes(TextFinder finder, Examiner examiner) {
    this.finder = finder;
    this.examiner = examiner;
  }

  void read(InputStream in, boolean text) throws IOException {
    String tail = "";
    try {
      for (int read = in.readNBytes(block, 0, BLOCK);
          read > 0;
          read = in.readNBytes(block, 0, BLOCK)) {
        finder.part(block, 0, read);
        if (text && (!tail.isEmpty() || Escapes.in(block, 0, read))) {
          String here = tail + new String(block, 0, read, StandardCharsets.UTF_8);
          examiner.escaped(here);
          tail =
              Escapes.in(block, 0, read) ? here.substring(Math.max(0, here.length() - AGAIN)) : "";
        }
      }
    } finally {
      finder.finish();
    }
  }
}
