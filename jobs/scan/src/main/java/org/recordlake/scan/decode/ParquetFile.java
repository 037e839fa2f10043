package org.recordlake.scan.decode;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnIndex;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.KeyValue;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.Statistics;
import org.apache.parquet.format.Util;
import org.recordlake.scan.token.TokenIndex;

/**
 * Parquet, page by page as the bytes lie: every value of every dictionary, used or not, and of
 * every data page, the statistics of pages, chunks and column indexes, Bloom filters and the
 * metadata. What is no page is looked at byte by byte.
 */
final class ParquetFile {
  private static final String MAGIC = "PAR1";
  private static final int TAIL = 8;
  private static final String FOOTER = "footer";

  private final Examiner examiner;
  private final TokenIndex index;
  private final List<Range> pages = new ArrayList<>();
  private SeekableByteChannel file;
  private String where;

  private record Range(long from, long to) {}

  ParquetFile(Examiner examiner, TokenIndex index) {
    this.examiner = examiner;
    this.index = index;
  }

  void read(Content content, String place) throws IOException {
    where = place;
    try (SeekableByteChannel channel = content.channel()) {
      file = channel;
      FileMetaData footer = footer();
      if (footer.isSetEncryption_algorithm()) {
        throw new Refusal("encrypted Parquet");
      }
      metadata(footer);
      List<ParquetColumn> columns = ParquetColumn.of(footer.getSchema(), examiner::shown);
      for (RowGroup group : footer.getRow_groups()) {
        for (int i = 0; i < group.getColumns().size(); i++) {
          chunk(group.getColumns().get(i), columns.get(i));
        }
      }
      rest();
    }
  }

  private FileMetaData footer() throws IOException {
    long size = file.size();
    if (size < MAGIC.length() + TAIL) {
      throw new IOException("too short");
    }
    ByteBuffer tail = ByteBuffer.wrap(bytes(size - TAIL, TAIL)).order(ByteOrder.LITTLE_ENDIAN);
    int length = tail.getInt();
    String magic = StandardCharsets.ISO_8859_1.decode(tail).toString();
    if (magic.equals("PARE")) {
      throw new Refusal("encrypted Parquet");
    }
    if (!magic.equals(MAGIC) || length <= 0 || length > size - TAIL) {
      throw new IOException("no footer");
    }
    return Util.readFileMetaData(new ByteArrayInputStream(bytes(size - TAIL - length, length)));
  }

  private void metadata(FileMetaData footer) {
    if (footer.isSetCreated_by()) {
      examiner.text(footer.getCreated_by(), in(FOOTER));
    }
    if (footer.isSetKey_value_metadata()) {
      for (KeyValue each : footer.getKey_value_metadata()) {
        examiner.text(each.getKey(), in(FOOTER));
        if (each.isSetValue()) {
          examiner.text(each.getValue(), in(FOOTER));
        }
      }
    }
    for (SchemaElement element : footer.getSchema()) {
      examiner.text(element.getName(), in("name of a column"));
    }
  }

  private void chunk(ColumnChunk chunk, ParquetColumn column) throws IOException {
    if (!chunk.isSetMeta_data() || chunk.isSetCrypto_metadata()) {
      throw new Refusal("encrypted Parquet");
    }
    ColumnMetaData meta = chunk.getMeta_data();
    String place = in("column " + column.name());
    ParquetValues values = new ParquetValues(examiner, column, place);
    if (meta.isSetStatistics()) {
      statistics(meta.getStatistics(), column, place);
    }
    if (meta.isSetKey_value_metadata()) {
      for (KeyValue each : meta.getKey_value_metadata()) {
        examiner.text(each.getKey() + " " + each.getValue(), Examiner.in(place, FOOTER));
      }
    }
    if (chunk.isSetColumn_index_offset()) {
      columnIndex(
          bytes(chunk.getColumn_index_offset(), chunk.getColumn_index_length()), column, place);
    }
    if (meta.isSetBloom_filter_offset()) {
      Range filter = filter(meta, place);
      pages.add(filter);
    }
    pages(meta, column, values, place);
  }

  private void pages(ColumnMetaData meta, ParquetColumn column, ParquetValues values, String place)
      throws IOException {
    long from = meta.getData_page_offset();
    if (meta.isSetDictionary_page_offset() && meta.getDictionary_page_offset() > 0) {
      from = Math.min(from, meta.getDictionary_page_offset());
    }
    long to = from + meta.getTotal_compressed_size();
    if (to > file.size()) {
      throw new IOException("pages beyond the end");
    }
    pages.add(new Range(from, to));
    ParquetCodec codec = ParquetCodec.of(meta.getCodec(), examiner.limits());
    for (Reading in = at(from); in.position < to; ) {
      PageHeader header = Util.readPageHeader(in);
      int size = header.getCompressed_page_size();
      if (size < 0 || in.position + size > to) {
        throw new IOException("no page");
      }
      byte[] packed = in.readNBytes(size);
      if (header.isSetData_page_header() && header.getData_page_header().isSetStatistics()) {
        statistics(header.getData_page_header().getStatistics(), column, place);
      }
      if (header.isSetData_page_header_v2() && header.getData_page_header_v2().isSetStatistics()) {
        statistics(header.getData_page_header_v2().getStatistics(), column, place);
      }
      values.page(header, packed, codec);
    }
  }

  private void statistics(Statistics statistics, ParquetColumn column, String place) {
    ParquetValues values = new ParquetValues(examiner, column, Examiner.in(place, "statistics"));
    values.plain(statistics.getMin());
    values.plain(statistics.getMax());
    values.plain(statistics.getMin_value());
    values.plain(statistics.getMax_value());
  }

  private void columnIndex(byte[] bytes, ParquetColumn column, String place) throws IOException {
    ColumnIndex read = Util.readColumnIndex(new ByteArrayInputStream(bytes));
    ParquetValues values = new ParquetValues(examiner, column, Examiner.in(place, "column index"));
    for (List<ByteBuffer> ends : List.of(read.getMin_values(), read.getMax_values())) {
      for (ByteBuffer each : ends) {
        byte[] value = new byte[each.remaining()];
        each.duplicate().get(value);
        values.plain(value);
      }
    }
  }

  private Range filter(ColumnMetaData meta, String place) throws IOException {
    long from = meta.getBloom_filter_offset();
    Reading in = at(from);
    new BloomFilters(examiner, index).read(in, Examiner.in(place, "Bloom filter"));
    return new Range(from, in.position);
  }

  /** All that is no page: footer, indexes, and gaps that nothing leads to. */
  private void rest() throws IOException {
    pages.sort(Comparator.comparing(Range::from));
    long at = 0;
    for (Range each : pages) {
      raw(at, each.from());
      at = Math.max(at, each.to());
    }
    raw(at, file.size());
  }

  private void raw(long from, long to) throws IOException {
    if (to > from) {
      examiner.bytes(
          new Reading(Channels.newInputStream(file.position(from)), to - from),
          in(Examiner.BYTES),
          false);
    }
  }

  private byte[] bytes(long from, int length) throws IOException {
    byte[] bytes = at(from).readNBytes(length);
    if (bytes.length < length) {
      throw new IOException("too short");
    }
    return bytes;
  }

  private Reading at(long from) throws IOException {
    return new Reading(
        new BufferedInputStream(Channels.newInputStream(file.position(from)), 1 << 16),
        Long.MAX_VALUE - from,
        from);
  }

  private String in(String place) {
    return Examiner.in(where, place);
  }

  /** A stretch of the file, which knows where it is. */
  private static final class Reading extends FilterInputStream {
    private long position;
    private long left;

    Reading(InputStream in, long length) {
      this(in, length, 0);
    }

    Reading(InputStream in, long length, long position) {
      super(in);
      this.left = length;
      this.position = position;
    }

    @Override
    public int read() throws IOException {
      int read = left > 0 ? super.read() : -1;
      moved(read < 0 ? 0 : 1);
      return read;
    }

    @Override
    public int read(byte[] to, int from, int length) throws IOException {
      int read = left > 0 ? super.read(to, from, (int) Math.min(length, left)) : -1;
      moved(Math.max(read, 0));
      return read;
    }

    private void moved(int bytes) {
      position += bytes;
      left -= bytes;
    }
  }
}
