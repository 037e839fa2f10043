package org.recordlake.format;

import static org.dhatim.fastexcel.reader.SheetVisibility.VISIBLE;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

/**
 * An XLSX workbook (ECMA-376). The packed file is held in memory, bounded by {@link #LARGEST}; its
 * rows stream. Cells come as text: days and times in ISO form, numbers without exponent.
 */
final class Workbook implements Closeable {
  private static final int LARGEST = 128 << 20;

  /** Digits a worksheet shows of a number. */
  private static final MathContext SHOWN = new MathContext(15);

  private static final String STYLES = "xl/styles.xml";
  private static final String NO_STYLES =
      "<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"/>";

  private static final String TYPES = "[Content_Types].xml";
  private static final String TYPES_END = "</([A-Za-z0-9]+:)?Types>";
  private static final String STYLES_TYPE =
      "<$1Override PartName=\"/"
          + STYLES
          + "\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml\"/>$0";

  private final ReadableWorkbook workbook;

  /**
   * @throws UnreadableFile if it is no whole workbook, or too large a one
   */
  Workbook(InputStream in) throws IOException {
    byte[] bytes = in.readNBytes(LARGEST + 1);
    if (bytes.length > LARGEST) {
      throw new UnreadableFile(
          "the workbook has more than 128 MiB packed; export it as CSV, which is streamed");
    }
    this.workbook = open(parts(bytes).contains(STYLES) ? bytes : styled(bytes));
  }

  /**
   * The names of all parts. Everything is unpacked once, since a part that was damaged may still
   * look like rows.
   */
  private static Set<String> parts(byte[] bytes) {
    Set<String> names = new HashSet<>();
    try (ArchiveBytes packed = new ArchiveBytes(new ByteArrayInputStream(bytes));
        ZipInputStream parts = new ZipInputStream(packed)) {
      byte[] block = new byte[1 << 16];
      long unpacked = 0;
      int count = 0;
      for (ZipEntry part = parts.getNextEntry(); part != null; part = parts.getNextEntry()) {
        names.add(part.getName());
        count++;
        for (int read = parts.read(block); read >= 0; read = parts.read(block)) {
          unpacked += read;
          Unpacking.bound(unpacked, bytes.length);
        }
      }
      if (!packed.endsAfter(count)) {
        throw new ZipException("the list of its parts is missing or another");
      }
      return names;
    } catch (IOException | IllegalArgumentException e) {
      throw new UnreadableFile("the workbook is damaged or protected by a password", e);
    }
  }

  /** The same with styles that say nothing: programs may leave them out, the reader may not. */
  private static byte[] styled(byte[] bytes) throws IOException {
    ByteArrayOutputStream with = new ByteArrayOutputStream(bytes.length + STYLES.length());
    try (ZipInputStream parts = new ZipInputStream(new ByteArrayInputStream(bytes));
        ZipOutputStream out = new ZipOutputStream(with)) {
      for (ZipEntry part = parts.getNextEntry(); part != null; part = parts.getNextEntry()) {
        out.putNextEntry(new ZipEntry(part.getName()));
        if (part.getName().equals(TYPES)) {
          String types = new String(parts.readAllBytes(), StandardCharsets.UTF_8);
          out.write(types.replaceFirst(TYPES_END, STYLES_TYPE).getBytes(StandardCharsets.UTF_8));
        } else {
          parts.transferTo(out);
        }
      }
      out.putNextEntry(new ZipEntry(STYLES));
      out.write(NO_STYLES.getBytes(StandardCharsets.UTF_8));
    }
    return with.toByteArray();
  }

  private static ReadableWorkbook open(byte[] bytes) {
    try {
      return new ReadableWorkbook(new ByteArrayInputStream(bytes), new ReadingOptions(true, false));
    } catch (IOException | RuntimeException e) {
      throw new UnreadableFile("the workbook is damaged or protected by a password", e);
    }
  }

  /** Whether a file with this beginning is a workbook. */
  static boolean isWorkbook(byte[] beginning) {
    if (!Encodings.starts(beginning, 'P', 'K', 3, 4)) {
      return false;
    }
    String names = new String(beginning, StandardCharsets.ISO_8859_1);
    return names.contains(TYPES) || names.contains("xl/");
  }

  /** Number of tables under different headers, on sheets that are not hidden. */
  int tables() {
    return groups().tables().size();
  }

  /**
   * Rows that say anything of one table: those under its header on its first sheet, with titles and
   * cover sheets above it, and below them those of every further sheet under the same header.
   *
   * @param table its place, from 0
   */
  Iterator<SourceRecord> records(int table) {
    return new SheetRows<>(groups().tables().get(table).iterator(), Workbook::rows);
  }

  /** Rows that say anything on sheets that are not hidden and belong to no table. */
  Iterator<SourceRecord> loose() {
    return groups().loose();
  }

  private SheetGroups<Sheet> groups() {
    List<Sheet> shown =
        workbook.getSheets().filter(sheet -> sheet.getVisibility() == VISIBLE).toList();
    return new SheetGroups<>(shown, Workbook::rows);
  }

  private static Iterator<SourceRecord> rows(Sheet sheet) {
    try {
      Stream<Row> rows = sheet.openStream();
      return new Guarded(rows.map(Workbook::record).filter(record -> !record.isBlank()).iterator());
    } catch (IOException e) {
      throw new UnreadableFile("a sheet of the workbook is damaged", e);
    }
  }

  @Override
  public void close() throws IOException {
    workbook.close();
  }

  private static SourceRecord record(Row row) {
    List<String> fields = new ArrayList<>();
    for (int i = 0; i < row.getCellCount(); i++) {
      fields.add(Optional.ofNullable(row.getCell(i)).map(Workbook::text).orElse(""));
    }
    return new SourceRecord(row.getRowNum(), fields);
  }

  private static String text(Cell cell) {
    if (cell.getType() == CellType.NUMBER) {
      return isDate(cell) ? date(cell.asDate()) : plain(cell.asNumber());
    }
    return cell.getType() == CellType.BOOLEAN
        ? cell.asBoolean().toString()
        : Optional.ofNullable(cell.getText()).orElse("");
  }

  /** A number format with a year, or with hours and minutes, shows a moment. */
  private static boolean isDate(Cell cell) {
    String format = cell.getDataFormatString();
    return format != null
        && format.replaceAll("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.", "").matches("(?i).*(y|d{1,4}|h+:).*")
        && !format.equalsIgnoreCase("general");
  }

  private static String date(LocalDateTime moment) {
    return moment.toLocalTime().equals(LocalTime.MIDNIGHT)
        ? moment.toLocalDate().toString()
        : moment.format(DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss"));
  }

  /**
   * A worksheet holds binary fractions: 2.55 may lie there as 2.5499999999999998. Whole numbers,
   * such as ids that some programs write with more digits than a worksheet shows, are what they
   * are.
   */
  private static String plain(BigDecimal exact) {
    if (exact.scale() == 0) {
      return exact.toPlainString();
    }
    BigDecimal number = exact.round(SHOWN);
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }

  /**
   * The rows of a sheet that may be damaged: the library that reads it then fails in many ways, all
   * of which mean the same here.
   */
  private static final class Guarded extends Batches<SourceRecord> {
    private final Iterator<SourceRecord> records;

    Guarded(Iterator<SourceRecord> records) {
      this.records = records;
    }

    @Override
    protected boolean more() {
      try {
        boolean more = records.hasNext();
        if (more) {
          add(records.next());
        }
        return more;
      } catch (RuntimeException e) {
        throw new UnreadableFile("a sheet of the workbook is damaged", e);
      }
    }
  }
}
