package org.recordlake.scan;

import io.airlift.compress.Compressor;
import io.airlift.compress.lz4.Lz4Compressor;
import io.airlift.compress.snappy.SnappyCompressor;
import io.airlift.compress.zstd.ZstdCompressor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.parquet.bytes.HeapByteBufferAllocator;
import org.apache.parquet.column.values.ValuesWriter;
import org.apache.parquet.column.values.bloomfilter.BlockSplitBloomFilter;
import org.apache.parquet.column.values.deltalengthbytearray.DeltaLengthByteArrayValuesWriter;
import org.apache.parquet.column.values.deltastrings.DeltaByteArrayWriter;
import org.apache.parquet.format.BloomFilterAlgorithm;
import org.apache.parquet.format.BloomFilterCompression;
import org.apache.parquet.format.BloomFilterHash;
import org.apache.parquet.format.BloomFilterHeader;
import org.apache.parquet.format.BoundaryOrder;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnIndex;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.CompressionCodec;
import org.apache.parquet.format.ConvertedType;
import org.apache.parquet.format.DataPageHeader;
import org.apache.parquet.format.DictionaryPageHeader;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.FieldRepetitionType;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.KeyValue;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.PageType;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.SplitBlockAlgorithm;
import org.apache.parquet.format.Statistics;
import org.apache.parquet.format.Type;
import org.apache.parquet.format.Uncompressed;
import org.apache.parquet.format.Util;
import org.apache.parquet.format.XxHash;
import org.apache.parquet.io.api.Binary;

/**
 * Writes Parquet files of one text column part by part, so that a value can be put into one part
 * and no other. What is not asked for holds nothing of anybody.
 */
final class ParquetPlant {
  private static final String[] HARMLESS = {"nobody in particular", "somebody else entirely"};

  private final ByteArrayOutputStream file = new ByteArrayOutputStream();
  private String column = "email";
  private CompressionCodec codec = CompressionCodec.SNAPPY;
  private Encoding encoding = Encoding.PLAIN;
  private String[] values = HARMLESS;
  private String dictionary;
  private String statistics;
  private String pageStatistics;
  private String columnIndex;
  private String metadata;
  private String filter;

  ParquetPlant column(String name) {
    column = name;
    return this;
  }

  ParquetPlant codec(CompressionCodec other) {
    codec = other;
    return this;
  }

  ParquetPlant encoding(Encoding other) {
    encoding = other;
    return this;
  }

  ParquetPlant value(String value) {
    values = new String[] {HARMLESS[0], value, HARMLESS[1]};
    return this;
  }

  /** An entry of the dictionary that no row uses. */
  ParquetPlant dictionary(String value) {
    dictionary = value;
    return this;
  }

  ParquetPlant statistics(String value) {
    statistics = value;
    return this;
  }

  ParquetPlant pageStatistics(String value) {
    pageStatistics = value;
    return this;
  }

  ParquetPlant columnIndex(String value) {
    columnIndex = value;
    return this;
  }

  ParquetPlant metadata(String value) {
    metadata = value;
    return this;
  }

  ParquetPlant filter(String value) {
    filter = value;
    return this;
  }

  void write(Path to) throws IOException {
    Files.createDirectories(to.getParent());
    Files.write(to, bytes());
  }

  byte[] bytes() throws IOException {
    text("PAR1");
    ColumnMetaData meta = new ColumnMetaData();
    meta.setType(Type.BYTE_ARRAY)
        .setEncodings(List.of(encoding))
        .setPath_in_schema(List.of(column))
        .setCodec(codec)
        .setNum_values(values.length);
    long from = file.size();
    if (dictionary != null) {
      meta.setDictionary_page_offset(from);
      page(
          new PageHeader()
              .setType(PageType.DICTIONARY_PAGE)
              .setDictionary_page_header(new DictionaryPageHeader(3, Encoding.PLAIN)),
          plain(HARMLESS[0], dictionary, HARMLESS[1]));
    }
    meta.setData_page_offset(file.size());
    DataPageHeader data = new DataPageHeader(values.length, encoding, Encoding.RLE, Encoding.RLE);
    if (pageStatistics != null) {
      data.setStatistics(ends(pageStatistics));
    }
    page(new PageHeader().setType(PageType.DATA_PAGE).setData_page_header(data), data());
    meta.setTotal_compressed_size(file.size() - from).setTotal_uncompressed_size(1 << 10);
    if (statistics != null) {
      meta.setStatistics(ends(statistics));
    }
    ColumnChunk chunk = new ColumnChunk(from);
    indexes(meta, chunk);
    footer(chunk.setMeta_data(meta));
    return file.toByteArray();
  }

  private void indexes(ColumnMetaData meta, ColumnChunk chunk) throws IOException {
    if (filter != null) {
      BlockSplitBloomFilter bits = new BlockSplitBloomFilter(1 << 16);
      bits.insertHash(bits.hash(Binary.fromString(filter)));
      meta.setBloom_filter_offset(file.size());
      Util.writeBloomFilterHeader(
          new BloomFilterHeader(
              bits.getBitsetSize(),
              BloomFilterAlgorithm.BLOCK(new SplitBlockAlgorithm()),
              BloomFilterHash.XXHASH(new XxHash()),
              BloomFilterCompression.UNCOMPRESSED(new Uncompressed())),
          file);
      bits.writeTo(file);
    }
    if (columnIndex != null) {
      chunk.setColumn_index_offset(file.size());
      Util.writeColumnIndex(
          new ColumnIndex(
              List.of(false),
              List.of(buffer(columnIndex)),
              List.of(buffer("zzz")),
              BoundaryOrder.ASCENDING),
          file);
      chunk.setColumn_index_length((int) (file.size() - chunk.getColumn_index_offset()));
    }
  }

  private void footer(ColumnChunk chunk) throws IOException {
    SchemaElement root = new SchemaElement("schema").setNum_children(1);
    SchemaElement leaf =
        new SchemaElement(column)
            .setType(Type.BYTE_ARRAY)
            .setConverted_type(ConvertedType.UTF8)
            .setRepetition_type(FieldRepetitionType.OPTIONAL);
    FileMetaData meta =
        new FileMetaData(
            1,
            List.of(root, leaf),
            values.length,
            List.of(new RowGroup(List.of(chunk), 1 << 10, values.length)));
    if (metadata != null) {
      meta.setKey_value_metadata(
          List.of(new KeyValue("note").setValue("{\"written for\":\"" + metadata + "\"}")));
    }
    long from = file.size();
    Util.writeFileMetaData(meta, file);
    file.write(little((int) (file.size() - from)));
    text("PAR1");
  }

  private byte[] data() throws IOException {
    byte[] encoded =
        switch (encoding) {
          case PLAIN -> plain(values);
          case DELTA_BYTE_ARRAY ->
              written(new DeltaByteArrayWriter(64, 1 << 10, new HeapByteBufferAllocator()));
          case DELTA_LENGTH_BYTE_ARRAY ->
              written(
                  new DeltaLengthByteArrayValuesWriter(64, 1 << 10, new HeapByteBufferAllocator()));
          case RLE_DICTIONARY -> new byte[] {1, 2, 0};
          default -> throw new IllegalArgumentException("not planted: " + encoding);
        };
    // Definition levels: one run of ones, its length doubled as the format has it.
    byte[] levels = {2, 0, 0, 0, (byte) (values.length << 1), 1};
    return ByteBuffer.allocate(levels.length + encoded.length).put(levels).put(encoded).array();
  }

  private byte[] written(ValuesWriter writer) throws IOException {
    for (String value : values) {
      writer.writeBytes(Binary.fromString(value));
    }
    return writer.getBytes().toByteArray();
  }

  private static byte[] plain(String... values) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (String value : values) {
      byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
      out.writeBytes(little(bytes.length));
      out.writeBytes(bytes);
    }
    return out.toByteArray();
  }

  private void page(PageHeader header, byte[] bytes) throws IOException {
    byte[] packed = packed(bytes);
    header.setUncompressed_page_size(bytes.length).setCompressed_page_size(packed.length);
    Util.writePageHeader(header, file);
    file.write(packed);
  }

  private byte[] packed(byte[] bytes) {
    return switch (codec) {
      case UNCOMPRESSED -> bytes;
      case SNAPPY -> packed(new SnappyCompressor(), bytes);
      case ZSTD -> packed(new ZstdCompressor(), bytes);
      case LZ4_RAW -> packed(new Lz4Compressor(), bytes);
      case GZIP -> gzip(bytes);
      default -> bytes;
    };
  }

  private static byte[] packed(Compressor compressor, byte[] bytes) {
    byte[] packed = new byte[compressor.maxCompressedLength(bytes.length)];
    return Arrays.copyOf(
        packed, compressor.compress(bytes, 0, bytes.length, packed, 0, packed.length));
  }

  static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static Statistics ends(String value) {
    return new Statistics().setMin_value(buffer("aaa")).setMax_value(buffer(value));
  }

  private static ByteBuffer buffer(String value) {
    return ByteBuffer.wrap(value.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] little(int number) {
    return ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(number).array();
  }

  private void text(String text) {
    file.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
  }
}
