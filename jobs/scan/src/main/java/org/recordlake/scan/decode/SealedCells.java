package org.recordlake.scan.decode;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.recordlake.protect.Protector;

/** Values sealed one by one: Base64 of what begins as Tink's ciphertexts do. */
final class SealedCells {
  /** Mark and number of the key, nonce, tag and nothing else, in Base64. */
  private static final int SHORTEST = 44;

  private static final String COLUMN = "_sealed";

  private SealedCells() {}

  static void read(
      byte[] bytes,
      int from,
      int length,
      String where,
      Optional<Protector> keys,
      Examiner examiner) {
    if (!looksSealed(bytes, from, length)) {
      return;
    }
    try {
      if (keys.isPresent()) {
        String sealed = new String(bytes, from, length, StandardCharsets.US_ASCII);
        examiner.text(keys.get().unseal(sealed), Examiner.in(where, "sealed"));
        return;
      }
    } catch (IllegalArgumentException other) {
      // Other Base64 begins so too, but not in a column of sealed values.
    }
    if (where.endsWith(COLUMN)) {
      examiner.unread(where, "sealed values, and no key at hand opens them");
    }
  }

  private static boolean looksSealed(byte[] bytes, int from, int length) {
    if (length < SHORTEST || length % 4 != 0 || bytes[from] != 'A') {
      return false;
    }
    byte second = bytes[from + 1];
    if (!(second >= 'Q' && second <= 'Z' || second >= 'a' && second <= 'f')) {
      return false;
    }
    for (int i = from; i < from + length; i++) {
      byte each = bytes[i];
      boolean base64 =
          each >= 'a' && each <= 'z'
              || each >= 'A' && each <= 'Z'
              || each >= '0' && each <= '9'
              || each == '+'
              || each == '/'
              || each == '=' && i >= from + length - 2;
      if (!base64) {
        return false;
      }
    }
    return true;
  }
}
