package org.recordlake.scan.token;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * What a character is to the scan: letters and digits without case, accents and width; all else
 * parts words. One rule for values and for files, so that neither can be ahead of the other.
 */
public final class Fold {
  private static final byte[] BREAK = {0};
  private static final int CACHED = 0x10000;
  private static final AtomicReferenceArray<byte[]> KNOWN = new AtomicReferenceArray<>(CACHED);
  private static final byte[] ASCII = ascii();

  private Fold() {}

  /** An ASCII character's folded byte, or 0 if it parts words. */
  public static byte ascii(int character) {
    return ASCII[character];
  }

  /**
   * A character's folded bytes in UTF-8; none if it leaves no trace, as accents and soft hyphens.
   */
  public static byte[] of(int codePoint) {
    if (codePoint >= CACHED) {
      return folded(codePoint);
    }
    byte[] known = KNOWN.get(codePoint);
    if (known == null) {
      known = folded(codePoint);
      KNOWN.set(codePoint, known);
    }
    return known;
  }

  /** Whether what {@link #of} says is that words are parted. */
  public static boolean parts(byte[] folded) {
    return folded.length == 1 && folded[0] == 0;
  }

  private static byte[] folded(int codePoint) {
    if (Character.getType(codePoint) == Character.SURROGATE) {
      return BREAK;
    }
    StringBuilder kept = new StringBuilder();
    String plain = Normalizer.normalize(Character.toString(codePoint), Normalizer.Form.NFKD);
    for (int each : plain.codePoints().toArray()) {
      switch (Character.getType(each)) {
        case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> {}
        default -> {
          if (!Character.isLetterOrDigit(each)) {
            return BREAK;
          }
          kept.appendCodePoint(each);
        }
      }
    }
    return kept.toString()
        .toUpperCase(Locale.ROOT)
        .toLowerCase(Locale.ROOT)
        .getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] ascii() {
    byte[] table = new byte[128];
    for (int i = 0; i < table.length; i++) {
      table[i] = folded(i)[0];
    }
    return table;
  }
}
