package org.recordlake.format;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.recordlake.config.Settings.DateOrder;

/**
 * A landed file, unpacked if it is a gzip: as bytes, as text in whatever encoding, or as records of
 * a delimited text or workbook. What was opened is closed with it.
 */
public final class SourceFile implements Closeable {
  private static final int BEGINNING = 1 << 16;

  private final String source;
  private final String name;
  private final Reading reading;
  private final Opener opener;
  private final int sheetTable;
  private final Deque<Closeable> opened = new ArrayDeque<>();

  /** Opens the file's bytes from their start. */
  @FunctionalInterface
  public interface Opener {
    InputStream open() throws IOException;
  }

  /**
   * @param source landing folder it lay in
   * @param name its name there
   * @param reading how its times are understood
   */
  public SourceFile(String source, String name, Reading reading, Opener opener) {
    this(source, name, reading, opener, 0);
  }

  private SourceFile(String source, String name, Reading reading, Opener opener, int sheetTable) {
    this.source = source;
    this.name = name;
    this.reading = reading;
    this.opener = opener;
    this.sheetTable = sheetTable;
  }

  public String source() {
    return source;
  }

  public String name() {
    return name;
  }

  /** The zone in which times are meant that say none. */
  public ZoneId zone() {
    return reading.zone();
  }

  /** How it writes days in figures, where that is known. */
  public Optional<DateOrder> dates() {
    return reading.dates().stream().findFirst();
  }

  /**
   * Day it was made, so far as storage knows: what a layout without dates, or without years, tells
   * happened on or before it.
   */
  public LocalDate exportedOn() {
    return reading.madeAt().atZone(reading.zone()).toLocalDate();
  }

  /** Its bytes, unpacked. */
  public InputStream bytes() throws IOException {
    BufferedInputStream in = closing(new BufferedInputStream(opener.open(), BEGINNING));
    in.mark(2);
    boolean gzip = in.read() == 0x1F && in.read() == 0x8B;
    in.reset();
    return gzip ? closing(new Gunzip(in)) : in;
  }

  /** Its characters, in the encoding its beginning shows, without byte-order mark. */
  public Reader text() throws IOException {
    return closing(Encodings.reader(bytes()));
  }

  /**
   * Its records: rows of the first table if it is a workbook, else those of a text delimited by the
   * character its first line shows. Blank ones are left out.
   */
  public Iterator<SourceRecord> records() throws IOException {
    return isWorkbook() ? workbook().records(sheetTable) : Delimited.records(text());
  }

  /** The same file as if it had this table alone, from 0. Texts have one. */
  public SourceFile table(int number) {
    return closing(new SourceFile(source, name, reading, opener, number));
  }

  /** Number of tables under different headers: those of a workbook's sheets, 1 for a text. */
  public int tables() throws IOException {
    return isWorkbook() ? workbook().tables() : 1;
  }

  /** Records of a workbook's sheets that hold no table; a text has none. */
  public Iterator<SourceRecord> loose() throws IOException {
    return isWorkbook() ? workbook().loose() : Collections.emptyIterator();
  }

  /** Whether it is a workbook and no text. */
  public boolean isWorkbook() throws IOException {
    return Workbook.isWorkbook(beginning());
  }

  /** The text's records with {@code delimiter}. */
  public Iterator<SourceRecord> records(char delimiter) throws IOException {
    return isWorkbook() ? workbook().records(sheetTable) : Delimited.records(text(), delimiter);
  }

  /** What its layout is told from. */
  public Head head() throws IOException {
    byte[] bytes = beginning();
    boolean workbook = Workbook.isWorkbook(bytes);
    String text = workbook ? "" : Encodings.beginning(bytes, this::bytes);
    Iterator<SourceRecord> records =
        workbook ? records() : Delimited.records(new java.io.StringReader(text));
    return new Head(source, name, bytes, text, Delimited.first(records, Head.RECORDS));
  }

  /** What the layout of each of its tables is told from. */
  public List<Head> heads() throws IOException {
    List<Head> heads = new ArrayList<>();
    int tables = tables();
    for (int number = 0; number < tables; number++) {
      heads.add(table(number).head());
    }
    return heads;
  }

  @Override
  public void close() throws IOException {
    while (!opened.isEmpty()) {
      opened.pop().close();
    }
  }

  private Workbook workbook() throws IOException {
    return closing(new Workbook(bytes()));
  }

  private byte[] beginning() throws IOException {
    try (InputStream in = bytes()) {
      return in.readNBytes(BEGINNING);
    }
  }

  private <T extends Closeable> T closing(T resource) {
    opened.push(resource);
    return resource;
  }
}
