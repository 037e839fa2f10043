package org.recordlake.format.tabular;

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
  /** Looking one up takes as long as using it. */
  private static final ThreadLocal<MessageDigest> DIGEST =
      ThreadLocal.withInitial(StableKey::sha256);

  private static final long LEAST = 7_000_000_000_000_000_000L;
  private static final long SPREAD = (1L << 60) - 1;

  private StableKey() {}

  /**
   * A number of 19 digits, the first a 7 or 8, as no card network gives them out. Among n rows of
   * one order two different ones meet with a probability of about n² / 2^61.
   */
  public static long number(String... parts) {
    return LEAST + (ByteBuffer.wrap(digest(parts)).getLong() & SPREAD);
  }

  /** 32 hexadecimal digits. */
  public static String text(String... parts) {
    return HexFormat.of().formatHex(digest(parts), 0, 16);
  }

  /** Each part with its length before it, so that no two lists of parts look alike. */
  private static byte[] digest(String... parts) {
    StringBuilder text = new StringBuilder(128);
    for (String part : parts) {
      text.append(part.length()).append(':').append(part);
    }
    return sha256(text.toString());
  }

  /** The SHA-256 of a text in UTF-8. */
  public static byte[] sha256(String text) {
    return DIGEST.get().digest(text.getBytes(StandardCharsets.UTF_8));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
