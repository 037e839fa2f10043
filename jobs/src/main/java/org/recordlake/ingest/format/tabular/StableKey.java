package org.recordlake.ingest.format.tabular;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Keys for rows whose source numbers them not: made from what the row says, so that the same row
 * has the same key in every export.
 */
public final class StableKey {
  private StableKey() {}

  /**
   * A number from 1 to 2^63-1. Among n rows of one order two different ones meet with a probability
   * of about n² / 2^64.
   */
  public static long number(String... parts) {
    return Math.max(1, ByteBuffer.wrap(digest(parts)).getLong() & Long.MAX_VALUE);
  }

  /** 32 hexadecimal digits. */
  public static String text(String... parts) {
    return HexFormat.of().formatHex(digest(parts), 0, 16);
  }

  private static byte[] digest(String... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (String part : parts) {
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(4).putInt(bytes.length).array());
        digest.update(bytes);
      }
      return digest.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
