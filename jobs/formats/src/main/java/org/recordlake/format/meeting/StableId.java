package org.recordlake.format.meeting;

import java.util.HexFormat;
import org.recordlake.format.tabular.StableKey;

/**
 * A number for something that a platform gives none: the first 64 bits of the SHA-256 of what
 * identifies it, hexadecimal. The same thing gets the same number in every export.
 */
final class StableId {
  private static final int BYTES = 8;

  private StableId() {}

  static String of(String... parts) {
    // The separator keeps ("ab", "c") apart from ("a", "bc").
    return HexFormat.of().formatHex(StableKey.sha256(String.join("\u0001", parts)), 0, BYTES);
  }
}
