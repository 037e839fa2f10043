package org.recordlake.scan.decode;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.List;
import org.apache.parquet.column.values.bloomfilter.BlockSplitBloomFilter;
import org.apache.parquet.format.BloomFilterHeader;
import org.apache.parquet.format.Util;
import org.recordlake.scan.token.TokenIndex;
import org.recordlake.scan.token.TokenIndex.FilterToken;

/**
 * Parquet's Bloom filters, which say "perhaps". A filter that says so of something destroyed is a
 * hit if chance would hardly make it say so of any of them, and cannot be read otherwise.
 */
final class BloomFilters {
  private static final double HARDLY = 0.01;
  private static final int WORDS_OF_BLOCK = 8;

  private final Examiner examiner;
  private final TokenIndex index;

  BloomFilters(Examiner examiner, TokenIndex index) {
    this.examiner = examiner;
    this.index = index;
  }

  void read(InputStream in, String place) throws IOException {
    BloomFilterHeader header = Util.readBloomFilterHeader(in);
    int size = header.getNumBytes();
    if (size < BlockSplitBloomFilter.LOWER_BOUND_BYTES
        || size > examiner.limits().memory()
        || !header.getAlgorithm().isSetBLOCK()
        || !header.getHash().isSetXXHASH()) {
      throw new IOException("no such filter");
    }
    byte[] bits = in.readNBytes(size);
    BlockSplitBloomFilter filter = new BlockSplitBloomFilter(bits);
    List<FilterToken> passed =
        index.filters().stream().filter(token -> filter.findHash(token.hash())).toList();
    if (passed.isEmpty()) {
      return;
    }
    if (chance(bits) * index.filters().size() < HARDLY) {
      passed.forEach(token -> examiner.hit(token.label(), place));
    } else {
      examiner.unread(place, "a Bloom filter too full to tell something destroyed from chance");
    }
  }

  /** Chance that the filter says "perhaps" of what was never put in. */
  private static double chance(byte[] bits) {
    ByteBuffer words = ByteBuffer.wrap(bits);
    int blocks = bits.length / (WORDS_OF_BLOCK * Integer.BYTES);
    double sum = 0;
    for (int block = 0; block < blocks; block++) {
      double all = 1;
      for (int word = 0; word < WORDS_OF_BLOCK; word++) {
        all *= Integer.bitCount(words.getInt()) / (double) Integer.SIZE;
      }
      sum += all;
    }
    return sum / Math.max(blocks, 1);
  }
}
