package org.recordlake.scan.find;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.util.function.Consumer;
import org.recordlake.scan.token.ResidueToken;
import org.recordlake.scan.token.TokenIndex;
import org.recordlake.scan.token.TokenMatch;

/**
 * Looks at bytes as UTF-8, as Windows-1252 where they are not UTF-8, and as UTF-16 of both byte
 * orders and from both even and odd places where they hold bytes that no text has. Not for several
 * threads at once.
 */
public final class TextFinder {
  private static final int[] WINDOWS = windows();

  /** Latin, Greek, Cyrillic and Armenian; two ASCII letters taken for one unit lie above. */
  private static final int LAST_UTF16 = 0x58f;

  private static final int HIGHEST_UTF16_BYTE = LAST_UTF16 >> 8;

  private final WordStream utf8;
  private final WordStream windows;
  private final WordStream[] utf16 = new WordStream[4];
  private int codePoint;
  private int least;
  private int missing;
  private boolean broken;
  private int before;
  private int parity;

  /**
   * @param found told of a label once where its forms lie within each other
   * @param each told of every token
   */
  public TextFinder(TokenIndex index, Consumer<ResidueToken> found, Consumer<ResidueToken> each) {
    TokenMatch match = index.match();
    this.utf8 = new WordStream(index, match, found, each);
    this.windows = new WordStream(index, match, found, each);
    for (int i = 0; i < utf16.length; i++) {
      utf16[i] = new WordStream(index, match, found, each);
    }
  }

  /** A text of its own: nothing in it goes on outside. */
  public void whole(byte[] bytes, int from, int length) {
    part(bytes, from, length);
    finish();
  }

  /** The next part of a text. */
  public void part(byte[] bytes, int from, int length) {
    broken = false;
    boolean low = false;
    int to = from + length;
    for (int i = from; i < to; i++) {
      int each = bytes[i];
      if (each >= 0) {
        if (missing > 0) {
          bad();
        }
        utf8.ascii(each);
        low |= each <= HIGHEST_UTF16_BYTE;
      } else {
        high(each & 0xff);
      }
    }
    if (broken) {
      windows(bytes, from, to);
    }
    if (low) {
      utf16(bytes, from, to);
    } else {
      parity ^= length & 1;
      before = to > from ? bytes[to - 1] & 0xff : before;
      finishUtf16();
    }
  }

  /** The text ends. */
  public void finish() {
    if (missing > 0) {
      bad();
    }
    utf8.finish();
    windows.finish();
    finishUtf16();
    before = 0;
    parity = 0;
  }

  private void high(int each) {
    if (missing > 0 && (each & 0xc0) == 0x80) {
      codePoint = codePoint << 6 | each & 0x3f;
      if (--missing == 0) {
        if (codePoint >= least && Character.isValidCodePoint(codePoint)) {
          utf8.codePoint(codePoint);
        } else {
          bad();
        }
      }
      return;
    }
    if (missing > 0) {
      bad();
    }
    if (each >= 0xc2 && each <= 0xdf) {
      begin(each & 0x1f, 1, 0x80);
    } else if (each >= 0xe0 && each <= 0xef) {
      begin(each & 0x0f, 2, 0x800);
    } else if (each >= 0xf0 && each <= 0xf4) {
      begin(each & 0x07, 3, 0x10000);
    } else {
      bad();
    }
  }

  private void begin(int bits, int more, int smallest) {
    codePoint = bits;
    missing = more;
    least = smallest;
  }

  private void bad() {
    missing = 0;
    broken = true;
    utf8.binary();
  }

  private void windows(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      windows.codePoint(WINDOWS[bytes[i] & 0xff]);
    }
  }

  private void utf16(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      int each = bytes[i] & 0xff;
      unit(utf16[parity], before | each << 8);
      unit(utf16[2 + parity], before << 8 | each);
      before = each;
      parity ^= 1;
    }
  }

  private static void unit(WordStream words, int unit) {
    if (unit >= ' ' && unit <= LAST_UTF16 || unit == '\n' || unit == '\r' || unit == '\t') {
      words.codePoint(unit);
    } else {
      words.binary();
    }
  }

  private void finishUtf16() {
    for (WordStream each : utf16) {
      each.finish();
    }
  }

  private static int[] windows() {
    int[] table = new int[256];
    Charset charset = Charset.forName("windows-1252");
    for (int i = 0; i < table.length; i++) {
      table[i] = charset.decode(ByteBuffer.wrap(new byte[] {(byte) i})).get();
    }
    return table;
  }
}
