package org.recordlake.scan.token;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import javax.crypto.Mac;
import org.apache.parquet.column.values.bloomfilter.BlockSplitBloomFilter;
import org.apache.parquet.io.api.Binary;

/** Parquet's own hash of a value, which has no key, and what hides it in a token. */
final class FilterHash {
  private static final BlockSplitBloomFilter PARQUET =
      new BlockSplitBloomFilter(BlockSplitBloomFilter.LOWER_BOUND_BYTES);

  private FilterHash() {}

  static long of(String value) {
    return PARQUET.hash(Binary.fromConstantByteArray(value.getBytes(StandardCharsets.UTF_8)));
  }

  static long mask(Mac mac, String token) {
    return ByteBuffer.wrap(mac.doFinal(("filter " + token).getBytes(StandardCharsets.UTF_8)))
        .getLong();
  }
}
