package org.recordlake.scan.decode;

import io.airlift.compress.Decompressor;
import io.airlift.compress.lz4.Lz4Decompressor;
import io.airlift.compress.snappy.SnappyDecompressor;
import io.airlift.compress.zstd.ZstdDecompressor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import org.apache.parquet.format.CompressionCodec;

/** How the pages of a chunk are compressed. */
interface ParquetCodec {
  /**
   * @param from where the compressed bytes begin
   * @param size of what they unpack to
   */
  byte[] unpacked(byte[] packed, int from, int size) throws IOException;

  /**
   * @throws Refusal if it is none that can be read here
   */
  static ParquetCodec of(CompressionCodec codec, ScanLimits limits) throws Refusal {
    ParquetCodec unpacking =
        switch (codec) {
          case UNCOMPRESSED ->
              (packed, from, size) -> Arrays.copyOfRange(packed, from, packed.length);
          case GZIP -> ParquetCodec::gzip;
          case SNAPPY -> with(new SnappyDecompressor());
          case ZSTD -> with(new ZstdDecompressor());
          case LZ4_RAW -> with(new Lz4Decompressor());
          case LZ4, LZO, BROTLI -> throw new Refusal("unknown compression");
        };
    return (packed, from, size) -> {
      if (size < 0 || size > limits.memory()) {
        throw new Refusal("too big to be unpacked in memory");
      }
      return unpacking.unpacked(packed, from, size);
    };
  }

  private static ParquetCodec with(Decompressor decompressor) {
    return (packed, from, size) -> {
      byte[] bytes = new byte[size];
      int length = packed.length - from;
      if (length > 0 && decompressor.decompress(packed, from, length, bytes, 0, size) != size) {
        throw new IOException("another size");
      }
      return bytes;
    };
  }

  private static byte[] gzip(byte[] packed, int from, int size) throws IOException {
    if (packed.length == from) {
      return new byte[0];
    }
    try (GZIPInputStream in =
        new GZIPInputStream(new ByteArrayInputStream(packed, from, packed.length - from))) {
      return in.readNBytes(size);
    }
  }
}
