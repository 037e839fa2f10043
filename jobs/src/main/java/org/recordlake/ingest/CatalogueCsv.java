package org.recordlake.ingest;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;

/**
 * CSV (RFC 4180, UTF-8, with or without byte-order mark) whose header gives the catalogue's own
 * column names.
 */
final class CatalogueCsv implements SourceReader {
  private static final long serialVersionUID = 1L;

  @Override
  public String format() {
    return "catalogue-csv";
  }

  @Override
  public Optional<Set<String>> fields(String fileName, byte[] beginning) {
    try {
      Iterator<CsvRecord> records = records(new ByteArrayInputStream(beginning));
      return records.hasNext()
          ? Optional.of(new LinkedHashSet<>(header(records.next())))
          : Optional.empty();
    } catch (CsvParseException | UncheckedIOException e) {
      return Optional.empty();
    }
  }

  @Override
  public Iterator<RawRow> rows(InputStream in, TableShape table) {
    return new Rows(records(in), table);
  }

  private static Iterator<CsvRecord> records(InputStream in) {
    return CsvReader.builder()
        .skipEmptyLines(true)
        .allowExtraFields(true)
        .allowMissingFields(true)
        .ofCsvRecord(new InputStreamReader(new BomSkippingStream(in), StandardCharsets.UTF_8))
        .iterator();
  }

  private static List<String> header(CsvRecord record) {
    return record.getFields().stream().map(name -> name.strip().toLowerCase(Locale.ROOT)).toList();
  }

  private static final class Rows implements Iterator<RawRow> {
    private final Iterator<CsvRecord> records;
    private final TableShape table;
    private final List<String> header;
    private final Map<String, Integer> position = new HashMap<>();
    private long line = 1;
    private boolean broken;

    Rows(Iterator<CsvRecord> records, TableShape table) {
      this.records = records;
      this.table = table;
      this.header = records.hasNext() ? header(records.next()) : List.of();
      for (int i = 0; i < table.columns().size(); i++) {
        position.put(table.columns().get(i), i);
      }
    }

    @Override
    public boolean hasNext() {
      if (broken) {
        return false;
      }
      try {
        return records.hasNext();
      } catch (CsvParseException | UncheckedIOException e) {
        return true;
      }
    }

    @Override
    public RawRow next() {
      if (broken) {
        throw new NoSuchElementException();
      }
      try {
        CsvRecord record = records.next();
        line = record.getStartingLineNumber();
        return row(record);
      } catch (CsvParseException | UncheckedIOException e) {
        broken = true;
        return new RawRow(
            line + 1, new String[table.columns().size()], null, Optional.of(RawRow.UNREADABLE));
      }
    }

    private RawRow row(CsvRecord record) {
      int fields = record.getFieldCount();
      if (fields != header.size()) {
        String code = fields < header.size() ? "TOO_FEW_FIELDS" : "TOO_MANY_FIELDS";
        String raw = RawText.blotted(RawText.csv(record.getFields()), table);
        return new RawRow(line, new String[table.columns().size()], raw, Optional.of(code));
      }
      String[] cells = new String[table.columns().size()];
      for (int i = 0; i < fields; i++) {
        Integer column = position.get(header.get(i));
        if (column != null) {
          cells[column] = record.getField(i);
        }
      }
      return new RawRow(
          line,
          cells,
          RawText.csvWithout(header, record.getFields(), table.refused()),
          Optional.empty());
    }
  }

  /** Drops a leading UTF-8 byte-order mark. */
  private static final class BomSkippingStream extends java.io.PushbackInputStream {
    BomSkippingStream(InputStream in) {
      super(in, 3);
      try {
        byte[] start = in.readNBytes(3);
        boolean bom =
            start.length == 3
                && start[0] == (byte) 0xEF
                && start[1] == (byte) 0xBB
                && start[2] == (byte) 0xBF;
        if (!bom) {
          unread(start);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
