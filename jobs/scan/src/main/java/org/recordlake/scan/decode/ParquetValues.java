package org.recordlake.scan.decode;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.UUID;
import org.apache.parquet.bytes.ByteBufferInputStream;
import org.apache.parquet.bytes.BytesUtils;
import org.apache.parquet.column.values.ValuesReader;
import org.apache.parquet.column.values.bytestreamsplit.ByteStreamSplitValuesReaderForDouble;
import org.apache.parquet.column.values.bytestreamsplit.ByteStreamSplitValuesReaderForFLBA;
import org.apache.parquet.column.values.bytestreamsplit.ByteStreamSplitValuesReaderForFloat;
import org.apache.parquet.column.values.bytestreamsplit.ByteStreamSplitValuesReaderForInteger;
import org.apache.parquet.column.values.bytestreamsplit.ByteStreamSplitValuesReaderForLong;
import org.apache.parquet.column.values.delta.DeltaBinaryPackingValuesReader;
import org.apache.parquet.column.values.deltalengthbytearray.DeltaLengthByteArrayValuesReader;
import org.apache.parquet.column.values.deltastrings.DeltaByteArrayReader;
import org.apache.parquet.format.ConvertedType;
import org.apache.parquet.format.DataPageHeader;
import org.apache.parquet.format.DataPageHeaderV2;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.Type;

/** The values of one column, as texts. */
final class ParquetValues {
  /** Smaller numbers cannot be told from those of others. */
  private static final long SHORT = 100_000;

  private static final int UUID_BYTES = 16;

  private final Examiner examiner;
  private final ParquetColumn column;
  private final SchemaElement leaf;
  private final String place;
  private final boolean moment;
  private final boolean decimal;
  private byte[] previous = {};

  ParquetValues(Examiner examiner, ParquetColumn column, String place) {
    this.examiner = examiner;
    this.column = column;
    this.leaf = column.leaf();
    this.place = place;
    this.moment = moment(leaf);
    this.decimal =
        leaf.getConverted_type() == ConvertedType.DECIMAL
            || leaf.isSetLogicalType() && leaf.getLogicalType().isSetDECIMAL();
  }

  /** Whether it is a day or a time, which cannot be told from those of others. */
  private static boolean moment(SchemaElement leaf) {
    boolean logical =
        leaf.isSetLogicalType()
            && (leaf.getLogicalType().isSetDATE()
                || leaf.getLogicalType().isSetTIME()
                || leaf.getLogicalType().isSetTIMESTAMP());
    ConvertedType converted = leaf.getConverted_type();
    return logical
        || converted == ConvertedType.DATE
        || converted == ConvertedType.TIME_MILLIS
        || converted == ConvertedType.TIME_MICROS
        || converted == ConvertedType.TIMESTAMP_MILLIS
        || converted == ConvertedType.TIMESTAMP_MICROS;
  }

  void page(PageHeader header, byte[] packed, ParquetCodec codec) throws IOException {
    int size = header.getUncompressed_page_size();
    if (header.isSetDictionary_page_header()) {
      many(codec.unpacked(packed, 0, size), 0);
    } else if (header.isSetData_page_header()) {
      DataPageHeader data = header.getData_page_header();
      byte[] page = codec.unpacked(packed, 0, size);
      encoded(page, levels(page, data), data.getEncoding());
    } else if (header.isSetData_page_header_v2()) {
      DataPageHeaderV2 data = header.getData_page_header_v2();
      int levels =
          data.getRepetition_levels_byte_length() + data.getDefinition_levels_byte_length();
      byte[] page =
          data.isIs_compressed()
              ? codec.unpacked(packed, levels, size - levels)
              : Arrays.copyOfRange(packed, levels, packed.length);
      encoded(page, 0, data.getEncoding());
    } else {
      examiner.bytes(packed, 0, packed.length, Examiner.in(place, Examiner.BYTES));
    }
  }

  private int levels(byte[] page, DataPageHeader data) {
    int repetition = level(page, 0, column.repetition(), data.getRepetition_level_encoding(), data);
    return level(page, repetition, column.definition(), data.getDefinition_level_encoding(), data);
  }

  private static int level(
      byte[] page, int from, int highest, Encoding encoding, DataPageHeader data) {
    if (highest == 0) {
      return from;
    }
    if (encoding == Encoding.RLE) {
      return from + Integer.BYTES + little(page, from).getInt();
    }
    long bits = (long) data.getNum_values() * BytesUtils.getWidthFromMaxInt(highest);
    return from + Math.toIntExact((bits + 7) / 8);
  }

  private void encoded(byte[] page, int from, Encoding encoding) throws IOException {
    switch (encoding) {
      case PLAIN -> many(page, from);
      case DELTA_BINARY_PACKED -> {
        DeltaBinaryPackingValuesReader reader = new DeltaBinaryPackingValuesReader();
        boolean wide = leaf.getType() == Type.INT64;
        all(reader, page, from, () -> number(wide ? reader.readLong() : reader.readInteger()));
      }
      case DELTA_LENGTH_BYTE_ARRAY -> {
        DeltaLengthByteArrayValuesReader reader = new DeltaLengthByteArrayValuesReader();
        all(reader, page, from, () -> bytes(reader.readBytes().getBytes()));
      }
      case DELTA_BYTE_ARRAY -> {
        DeltaByteArrayReader reader = new DeltaByteArrayReader();
        all(reader, page, from, () -> bytes(reader.readBytes().getBytes()));
      }
      case BYTE_STREAM_SPLIT -> split(page, from);
      case RLE, PLAIN_DICTIONARY, RLE_DICTIONARY, BIT_PACKED -> rest(page, from);
    }
  }

  private void many(byte[] page, int from) throws IOException {
    int at = from;
    int width = width();
    if (leaf.getType() == Type.BYTE_ARRAY) {
      while (at + Integer.BYTES <= page.length) {
        int length = little(page, at).getInt();
        at += Integer.BYTES;
        if (length < 0 || length > page.length - at) {
          throw new IOException("no value");
        }
        bytes(page, at, length);
        at += length;
      }
    } else if (width > 0) {
      for (; at + width <= page.length; at += width) {
        fixed(page, at, width);
      }
    }
    rest(page, at);
  }

  /** Bytes of a value of fixed width, or 0 if there is nothing to tell in it. */
  private int width() {
    return switch (leaf.getType()) {
      case INT32, FLOAT -> Integer.BYTES;
      case INT64, DOUBLE -> Long.BYTES;
      case FIXED_LEN_BYTE_ARRAY -> leaf.getType_length();
      case INT96, BOOLEAN, BYTE_ARRAY -> 0;
    };
  }

  /** One value as statistics hold it: without its length; null if there is none. */
  void plain(byte[] value) {
    if (value == null) {
      return;
    }
    if (leaf.getType() == Type.BYTE_ARRAY) {
      bytes(value, 0, value.length);
    } else if (width() > 0 && value.length == width()) {
      fixed(value, 0, value.length);
    }
  }

  private void fixed(byte[] page, int at, int width) {
    switch (leaf.getType()) {
      case INT32 -> number(little(page, at).getInt());
      case INT64 -> number(little(page, at).getLong());
      case FLOAT -> real(little(page, at).getFloat());
      case DOUBLE -> real(little(page, at).getDouble());
      default -> bytes(page, at, width);
    }
  }

  private void bytes(byte[] value) {
    bytes(value, 0, value.length);
  }

  private void bytes(byte[] page, int at, int length) {
    if (decimal && length > 0) {
      text(new BigDecimal(new BigInteger(page, at, length), leaf.getScale()).toPlainString());
    } else if (leaf.getType() == Type.FIXED_LEN_BYTE_ARRAY && isUuid()) {
      ByteBuffer bits = ByteBuffer.wrap(page, at, length);
      text(new UUID(bits.getLong(), bits.getLong()).toString());
    } else if (length > 0 && !same(page, at, length)) {
      examiner.cell(page, at, length, place);
      previous = Arrays.copyOfRange(page, at, at + length);
    }
  }

  /** Columns repeat themselves: a value that stands there twice running is looked at once. */
  private boolean same(byte[] page, int at, int length) {
    return Arrays.equals(page, at, at + length, previous, 0, previous.length);
  }

  private boolean isUuid() {
    return leaf.isSetLogicalType()
        && leaf.getLogicalType().isSetUUID()
        && leaf.getType_length() == UUID_BYTES;
  }

  private void number(long value) {
    if (decimal) {
      text(BigDecimal.valueOf(value, leaf.getScale()).toPlainString());
    } else if (!moment && (value >= SHORT || value <= -SHORT)) {
      text(Long.toString(value));
    }
  }

  private void real(double value) {
    if (Double.isFinite(value) && Math.abs(value) >= SHORT) {
      text(new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString());
    }
  }

  private void text(String text) {
    examiner.text(text, place);
  }

  private void split(byte[] page, int from) throws IOException {
    int width = width();
    int count = width == 0 ? 0 : (page.length - from) / width;
    switch (leaf.getType()) {
      case INT32 -> {
        var reader = new ByteStreamSplitValuesReaderForInteger();
        each(reader, page, from, count, () -> number(reader.readInteger()));
      }
      case INT64 -> {
        var reader = new ByteStreamSplitValuesReaderForLong();
        each(reader, page, from, count, () -> number(reader.readLong()));
      }
      case FLOAT -> {
        var reader = new ByteStreamSplitValuesReaderForFloat();
        each(reader, page, from, count, () -> real(reader.readFloat()));
      }
      case DOUBLE -> {
        var reader = new ByteStreamSplitValuesReaderForDouble();
        each(reader, page, from, count, () -> real(reader.readDouble()));
      }
      default -> {
        var reader = new ByteStreamSplitValuesReaderForFLBA(width);
        each(reader, page, from, count, () -> bytes(reader.readBytes().getBytes()));
      }
    }
  }

  /** Delta encodings say themselves how many values there are, nulls not among them. */
  private void all(ValuesReader reader, byte[] page, int from, Runnable next) throws IOException {
    ByteBufferInputStream head = stream(page, from);
    BytesUtils.readUnsignedVarInt(head);
    BytesUtils.readUnsignedVarInt(head);
    each(reader, page, from, BytesUtils.readUnsignedVarInt(head), next);
    rest(page, from);
  }

  private static void each(ValuesReader reader, byte[] page, int from, int count, Runnable next)
      throws IOException {
    reader.initFromPage(count, stream(page, from));
    for (int i = 0; i < count; i++) {
      next.run();
    }
  }

  /** What no value was read from. */
  private void rest(byte[] page, int from) {
    if (from < page.length) {
      examiner.bytes(page, from, page.length - from, Examiner.in(place, Examiner.BYTES));
    }
  }

  private static ByteBufferInputStream stream(byte[] page, int from) {
    return ByteBufferInputStream.wrap(ByteBuffer.wrap(page, from, page.length - from).slice());
  }

  private static ByteBuffer little(byte[] page, int at) {
    return ByteBuffer.wrap(page, at, page.length - at).order(ByteOrder.LITTLE_ENDIAN);
  }
}
