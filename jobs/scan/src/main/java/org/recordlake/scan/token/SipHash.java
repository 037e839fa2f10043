package org.recordlake.scan.token;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * SipHash-2-4 (Aumasson and Bernstein, 2012): a keyed 64-bit hash of short texts that costs some
 * twenty nanoseconds. Of texts that begin alike all are hashed in one pass.
 */
public final class SipHash {
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final int COMPRESS = 2;
  private static final int FINISH = 4;

  private final long k0;
  private final long k1;

  private SipHash(long k0, long k1) {
    this.k0 = k0;
    this.k1 = k1;
  }

  /**
   * @param key 16 bytes or more, of which the first 16 count
   */
  static SipHash keyed(byte[] key) {
    return new SipHash((long) LONG.get(key, 0), (long) LONG.get(key, Long.BYTES));
  }

  long of(byte[] text) {
    long[] hash = new long[1];
    each(text, 0, new int[] {text.length}, 0, 1, hash);
    return hash[0];
  }

  /**
   * Hashes of the texts from {@code from} to {@code ends[first]}, to {@code ends[first + 1]}, …
   *
   * @param ends rising
   * @param hashes gets {@code count} of them
   */
  public void each(byte[] text, int from, int[] ends, int first, int count, long[] hashes) {
    long v0 = k0 ^ 0x736f6d6570736575L;
    long v1 = k1 ^ 0x646f72616e646f6dL;
    long v2 = k0 ^ 0x6c7967656e657261L;
    long v3 = k1 ^ 0x7465646279746573L;
    int at = from;
    for (int i = 0; i < count; i++) {
      int end = ends[first + i];
      for (; at + Long.BYTES <= end; at += Long.BYTES) {
        long block = (long) LONG.get(text, at);
        v3 ^= block;
        for (int round = 0; round < COMPRESS; round++) {
          v0 += v1;
          v2 += v3;
          v1 = Long.rotateLeft(v1, 13) ^ v0;
          v3 = Long.rotateLeft(v3, 16) ^ v2;
          v0 = Long.rotateLeft(v0, 32);
          v2 += v1;
          v0 += v3;
          v1 = Long.rotateLeft(v1, 17) ^ v2;
          v3 = Long.rotateLeft(v3, 21) ^ v0;
          v2 = Long.rotateLeft(v2, 32);
        }
        v0 ^= block;
      }
      hashes[i] = finished(v0, v1, v2, v3, last(text, at, end, end - from));
    }
  }

  private static long last(byte[] text, int at, int end, int length) {
    long block = (long) length << 56;
    for (int i = at; i < end; i++) {
      block |= (text[i] & 0xffL) << (8 * (i - at));
    }
    return block;
  }

  private static long finished(long a, long b, long c, long d, long block) {
    long v0 = a;
    long v1 = b;
    long v2 = c;
    long v3 = d ^ block;
    for (int round = 0; round < COMPRESS + FINISH; round++) {
      if (round == COMPRESS) {
        v0 ^= block;
        v2 ^= 0xff;
      }
      v0 += v1;
      v2 += v3;
      v1 = Long.rotateLeft(v1, 13) ^ v0;
      v3 = Long.rotateLeft(v3, 16) ^ v2;
      v0 = Long.rotateLeft(v0, 32);
      v2 += v1;
      v0 += v3;
      v1 = Long.rotateLeft(v1, 17) ^ v2;
      v3 = Long.rotateLeft(v3, 21) ^ v0;
      v2 = Long.rotateLeft(v2, 32);
    }
    return v0 ^ v1 ^ v2 ^ v3;
  }
}
