package org.recordlake.format.meeting;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A number for something that a platform gives none: the first 64 bits of the SHA-256 of what
 * identifies it, hexadecimal. The same thing gets the same number in every export.
 */
final class StableId {
  private static final int HEX_DIGITS = 16;

  private StableId() {}

  static String of(String... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      // The separator keeps ("ab", "c") apart from ("a", "bc").
      byte[] hash = digest.digest(String.join("\u0001", parts).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash).substring(0, HEX_DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
