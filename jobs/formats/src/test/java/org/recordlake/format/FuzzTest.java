package org.recordlake.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.recordlake.catalog.Catalog;
import org.recordlake.catalog.CatalogLoader;
import org.recordlake.config.Settings;
import org.recordlake.config.Settings.DateOrder;
import org.recordlake.config.SettingsLoader;
import org.recordlake.format.mapped.MappedColumn;
import org.recordlake.format.mapped.MappedReader;
import org.recordlake.format.mapped.Mapping;
import org.recordlake.format.tabular.Amounts;
import org.recordlake.testing.Damage;
import org.recordlake.testing.MadeWorkbook;
import org.recordlake.testing.ProjectFolder;
import org.recordlake.testing.ReadRows;

/**
 * Damaged files: whatever happens to a file's bytes, a reader ends, accounts for every record an
 * independent count finds, and says of each bad one why, and of a file it gives up on as well. The
 * seed is fixed, so a failure comes again.
 */
@DisplayName("Every fixture, damaged,")
class FuzzTest {
  private static final long SEED = 20_261_122;
  private static final int FILES = 10_000;

  /** Lines of a sample that are enough. */
  private static final int SAMPLE = 25;

  private static final String MAPPED_TABLE =
      "Attendance of all\n\nGuest;Mail;Came\nAda;ada@example.com;2026-11-02 10:00\n"
          + "Bo;bo@example.com;2026-11-02 10:05\nCy;;2026-11-02 10:07\n";
  private static final String MAPPED_LIST =
      """
      {"page":1,"visits":[{"guest":"Ada","came":"2026-11-02T10:00:00Z"},{"guest":"Bo","came":null}]}
      {"page":2,"visits":{"guest":"Cy","came":"2026-11-03T10:00:00Z"}}
      """;
  private static final Catalog CATALOG = CatalogLoader.load(ProjectFolder.conf(), "usps-890-000");
  private static final Settings SETTINGS =
      SettingsLoader.load(ProjectFolder.conf().resolve("recordlake.yaml"), Map.of());
  private static final List<SourceReader> READERS =
      Stream.concat(
              Stream.of(
                  mapped("table", Mapping.Form.CSV, "", "Guest", "Came"),
                  mapped("list", Mapping.Form.JSON, "visits", "guest", "came")),
              SourceReaders.all(ReaderSettings.of(SETTINGS), CATALOG).stream())
          .toList();
  private static final List<SourceReader> WHOLE_ROWS =
      READERS.stream().filter(reader -> !reader.partial()).toList();
  private static final Map<String, TableShape> SHAPES = new ConcurrentHashMap<>();

  private final Map<String, Integer> taken = new ConcurrentSkipListMap<>();
  private final AtomicInteger refused = new AtomicInteger();
  private final AtomicInteger counted = new AtomicInteger();
  private final AtomicInteger workbooks = new AtomicInteger();

  @Test
  @Timeout(240)
  @DisplayName(
      "ten thousand times, crashes no reader, hangs none, loses no record without a reason")
  void damagedFiles() throws IOException {
    List<Seed> seeds = seeds();
    Damage damage = new Damage(SEED);
    List<Seed> damaged = new ArrayList<>();
    for (int i = 0; i < FILES; i++) {
      Seed seed = seeds.get(i % seeds.size());
      damaged.add(new Seed(seed.name(), damaged(seed, damage, i)));
    }
    Duration longest =
        IntStream.range(0, FILES)
            .parallel()
            .mapToObj(i -> took(() -> read(damaged.get(i), i)))
            .max(Comparator.naturalOrder())
            .orElseThrow();
    assertThat(taken.keySet())
        .as("layouts still told from damaged files")
        .containsExactlyInAnyOrderElementsOf(READERS.stream().map(SourceReader::format).toList());
    assertThat(counted.get()).isGreaterThan(FILES / 2);
    assertThat(workbooks.get()).as("workbooks whose rows were counted").isGreaterThan(50);
    assertThat(refused.get()).isPositive();
    assertThat(longest).isLessThan(Duration.ofSeconds(5));
  }

  private static Duration took(Runnable work) {
    long start = System.nanoTime();
    work.run();
    return Duration.ofNanos(System.nanoTime() - start);
  }

  @Test
  @DisplayName("counts a line more or less for one doubled or gone, none for a bad cell")
  void oneLine() throws IOException {
    int lines = 0;
    for (Seed seed : seeds()) {
      Optional<Read> whole = read(seed);
      if (whole.isEmpty() || !whole.get().isOneRecordALine()) {
        continue;
      }
      for (int at : seed.plainLines()) {
        String what = seed.name() + " at byte " + at;
        long before = whole.get().records();
        assertThat(
                List.of(
                    records(seed, Damage.lineTwice(seed.bytes(), at)),
                    records(seed, Damage.lineGone(seed.bytes(), at)),
                    records(seed, Damage.cellGarbled(seed.bytes(), at))))
            .as(what)
            .containsExactly(before + 1, before - 1, before);
        lines++;
      }
    }
    assertThat(lines).isGreaterThan(100);
  }

  @Test
  @DisplayName("counts every line though a quote on one was never closed")
  void openQuotes() throws IOException {
    int lines = 0;
    for (Seed seed : seeds()) {
      Optional<Read> whole = read(seed);
      boolean plain = seed.name().endsWith(".csv") && seed.hasALineForEachRecord();
      if (whole.isEmpty() || !plain) {
        continue;
      }
      for (int at : seed.plainLines()) {
        byte[] damaged = Damage.fieldOpened(seed.bytes(), at);
        assertThat(records(seed, damaged))
            .as(seed.name() + " at byte " + at)
            .isEqualTo(whole.get().records());
        lines++;
      }
    }
    assertThat(lines).isGreaterThan(100);
  }

  private static SourceReader mapped(
      String name, Mapping.Form form, String items, String guest, String came) {
    List<MappedColumn> columns =
        List.of(
            new MappedColumn.Field("name", guest, MappedColumn.Kind.TEXT, List.of(), Map.of(), ""),
            new MappedColumn.Field(
                "join_at", came, MappedColumn.Kind.INSTANT, List.of(), Map.of(), ""));
    return new MappedReader(
        new Mapping(
            name,
            "",
            form,
            items,
            ';',
            List.of(guest, came),
            DateOrder.MONTH_FIRST,
            Amounts.Decimal.POINT,
            List.of(new Mapping.Table("meeting_participants", columns, true))));
  }

  private static long records(Seed seed, byte[] bytes) throws IOException {
    return read(new Seed(seed.name(), bytes)).orElseThrow().records();
  }

  /** What the first reader that knows the file makes of it; empty if none does. */
  private static Optional<Read> read(Seed seed) throws IOException {
    Head head = seed.head();
    for (SourceReader reader : seed.readers()) {
      Optional<Read> read = read(seed, head, reader);
      if (read.isPresent()) {
        return read;
      }
    }
    return Optional.empty();
  }

  /**
   * Few damaged archives can be opened: some workbooks are damaged in a sheet, some in its texts.
   */
  private static byte[] damaged(Seed seed, Damage damage, int number) throws IOException {
    if (!seed.isWorkbook() || number % 3 == 0) {
      return damage.to(seed.bytes());
    }
    if (number % 3 == 1) {
      return damage.toASheet(seed.bytes());
    }
    byte[] text = damage.to(ReadRows.fixture("business/order-lines.csv"));
    try {
      return workbook(new Seed("orders.csv", text));
    } catch (UnreadableFile refused) {
      // Damage may have made letters of it that nobody can read; then it is tried as it is.
      return text;
    }
  }

  private void read(Seed seed, int number) {
    Head[] head = new Head[1];
    attempt(seed, number, "telling layouts", () -> head[0] = seed.head());
    for (SourceReader reader : seed.readers()) {
      if (head[0] != null) {
        attempt(seed, number, reader.format(), () -> read(seed, head[0], reader, number));
      }
    }
  }

  private interface Attempt {
    void run() throws IOException;
  }

  private void attempt(Seed seed, int number, String what, Attempt attempt) {
    try {
      attempt.run();
    } catch (UnreadableFile e) {
      assertThat(e.reason()).isNotBlank();
      refused.incrementAndGet();
    } catch (IOException | UncheckedIOException e) {
      assertThat(damaged(e)).as("file %d: %s", number, what).isTrue();
      refused.incrementAndGet();
    } catch (RuntimeException | StackOverflowError e) {
      throw new AssertionError("file " + number + " of " + seed.name() + " broke " + what, e);
    }
  }

  private void read(Seed seed, Head head, SourceReader reader, int number) throws IOException {
    Optional<Read> read = read(seed, head, reader);
    if (read.isPresent()) {
      taken.merge(reader.format(), 1, Integer::sum);
      account(seed, read.get(), number);
    }
  }

  private void account(Seed seed, Read read, int number) throws IOException {
    if (seed.isWorkbook()) {
      accountWorkbook(seed, read, number);
      return;
    }
    IndependentCount count = IndependentCount.of(read.format(), seed.text());
    assertThat(read.records())
        .as("records of file %d of %s as %s", number, seed.name(), read.format())
        .isBetween(count.least(), count.most());
    counted.incrementAndGet();
  }

  /** The header of a table may be no row; any other row is one, on whatever sheet it stands. */
  private void accountWorkbook(Seed seed, Read read, int number) {
    Optional<WorkbookCount> count = WorkbookCount.of(seed.bytes());
    assertThat(count).as("rows of file %d, which was read", number).isPresent();
    assertThat((long) read.lines().size())
        .as("rows of file %d of %s as %s", number, seed.name(), read.format())
        .isBetween(count.get().rows() - count.get().sheets(), count.get().rows());
    workbooks.incrementAndGet();
  }

  private static boolean damaged(Exception e) {
    IOException cause = e instanceof UncheckedIOException un ? un.getCause() : (IOException) e;
    return Unpacking.damage(cause).isPresent()
        || cause instanceof java.nio.charset.CharacterCodingException;
  }

  /**
   * What a reader made of a file.
   *
   * @param lines lines on which rows began, of whatever table or none
   * @param entries lines on which rows of a table began
   * @param sizes how many rows each table has
   */
  private record Read(String format, List<Long> lines, List<Long> entries, List<Integer> sizes) {
    /**
     * Records accounted for. Those of lists may share a line; control records of an ACH file are
     * checked by their sums.
     */
    long records() {
      return switch (format) {
        case "nacha-ach" -> entries.size();
        case "usaspending-json", "mapped:list" -> lines.size();
        // Every object is an action; most are a contract too.
        case "usaspending-search" -> sizes.stream().mapToInt(size -> size).max().orElse(0);
        default -> lines.stream().distinct().count();
      };
    }

    boolean isOneRecordALine() {
      return format.equals("catalogue-jsonl")
          || !(format.contains("json")
              || Set.of("mapped:list", "nacha-ach", "usaspending-search", "webvtt", "zoom-chat")
                  .contains(format));
    }
  }

  private static Optional<Read> read(Seed seed, Head head, SourceReader reader) throws IOException {
    Set<String> tables = reader.tables(head);
    Read read = new Read(reader.format(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    for (String table : tables) {
      TableShape shape = SHAPES.computeIfAbsent(table, name -> TableShape.of(CATALOG.table(name)));
      int before = read.lines().size();
      try (SourceFile file = seed.open()) {
        Iterator<RawRow> rows = reader.rows(file, shape);
        while (rows.hasNext()) {
          RawRow row = rows.next();
          assertThat(row.cells()).hasSize(shape.columns().size());
          assertThat(row.line()).isPositive();
          assertThat(row.problem().orElse("FINE")).matches("[A-Z0-9_]{3,40}");
          assertThat(row.problem().isPresent() || row.raw() != null).isTrue();
          read.lines().add(row.line());
          if (!row.problem().equals(Optional.of(RawRow.OUTSIDE))) {
            read.entries().add(row.line());
          }
        }
      }
      read.sizes().add(read.lines().size() - before);
    }
    return tables.isEmpty() ? Optional.empty() : Optional.of(read);
  }

  /** A file to damage. */
  private record Seed(String name, byte[] bytes) {
    SourceFile open() {
      return new SourceFile(
          "fuzz",
          name,
          new Reading(ZoneId.of("America/New_York"), Instant.parse("2026-11-22T12:00:00Z")),
          () -> new ByteArrayInputStream(bytes));
    }

    /** A workbook may hold several tables, each of its own layout. */
    List<SourceReader> readers() {
      try (SourceFile file = open()) {
        return file.isWorkbook()
            ? SheetsReader.of(file.heads(), WHOLE_ROWS).stream()
                .map(SourceReader.class::cast)
                .toList()
            : READERS;
      } catch (IOException | UncheckedIOException | UnreadableFile e) {
        return READERS;
      }
    }

    /** Told once for all readers, as an ingest does. */
    Head head() throws IOException {
      try (SourceFile file = open()) {
        return file.head();
      }
    }

    boolean isWorkbook() throws IOException {
      try (SourceFile file = open()) {
        return file.isWorkbook();
      }
    }

    String text() throws IOException {
      StringBuilder text = new StringBuilder();
      try (SourceFile file = open();
          Reader reader = file.text()) {
        for (int c = reader.read(); c >= 0; c = reader.read()) {
          text.append((char) c);
        }
      }
      return text.toString();
    }

    /** Whether no line end stands within quotes, counted by quotes alone. */
    boolean hasALineForEachRecord() throws IOException {
      return text().lines().allMatch(line -> line.chars().filter(c -> c == '"').count() % 2 == 0);
    }

    /** Where the last lines begin that have no quotes, up to ten, none of them a heading. */
    List<Integer> plainLines() {
      List<Integer> places = new ArrayList<>();
      String text = new String(bytes, StandardCharsets.ISO_8859_1);
      int at = 0;
      int quotes = 0;
      boolean plain =
          name.matches(".*\\.(csv|jsonl|tsv)") && text.endsWith("\n") && text.indexOf('\0') < 0;
      for (String line : plain ? text.split("(?<=\n)", -1) : new String[0]) {
        boolean own = quotes % 2 == 0 && line.indexOf('"') < 0;
        if (own && line.matches("(?s).*\\d.*[\\w].*") && at > text.length() / 2) {
          places.add(at);
        }
        quotes += (int) line.chars().filter(c -> c == '"').count();
        at += line.length();
      }
      return places.subList(Math.max(0, places.size() - 10), places.size());
    }
  }

  /** Every fixture, one table as a workbook, and the beginnings of the samples. */
  private static List<Seed> seeds() throws IOException {
    List<Seed> seeds = new ArrayList<>();
    for (Path file : files("jobs/formats/src/test/resources/formats")) {
      Seed seed = new Seed(file.getFileName().toString(), Files.readAllBytes(file));
      seeds.add(seed);
      if (file.endsWith("order-lines.csv")) {
        seeds.add(new Seed("order-lines.xlsx", workbook(seed)));
        seeds.add(new Seed("orders-and-codes.xlsx", severalTables(seed)));
      } else if (file.endsWith("teams-attendance.tsv")) {
        seeds.add(new Seed("le.tsv", ("\uFEFF" + seed.text()).getBytes(StandardCharsets.UTF_16LE)));
        seeds.add(new Seed("be.tsv", ("\uFEFF" + seed.text()).getBytes(StandardCharsets.UTF_16BE)));
      }
    }
    for (Path file : files("data-samples")) {
      if (file.toString().matches(".*\\.(csv|jsonl)")) {
        List<String> lines = Files.readAllLines(file);
        String beginning = String.join("\n", lines.subList(0, Math.min(SAMPLE, lines.size())));
        seeds.add(new Seed(file.getFileName().toString(), bytes(beginning + "\n")));
      }
    }
    seeds.add(new Seed("mapped.csv", bytes(MAPPED_TABLE)));
    seeds.add(new Seed("mapped.json", bytes(MAPPED_LIST)));
    return seeds;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static List<Path> files(String folder) throws IOException {
    try (Stream<Path> files = Files.walk(ProjectFolder.root().resolve(folder))) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static byte[] severalTables(Seed orders) throws IOException {
    List<List<String>> codes =
        List.of(
            List.of("PSC CODE", "PRODUCT AND SERVICE CODE NAME", "START DATE", "END DATE"),
            List.of("10", "WEAPONS", "10/1/79", ""));
    return MadeWorkbook.ofSheets(
        List.of(
            MadeWorkbook.Sheet.shown(List.of(List.of("All of it"))),
            MadeWorkbook.Sheet.shown(rows(orders)),
            MadeWorkbook.Sheet.hidden(rows(orders)),
            MadeWorkbook.Sheet.shown(codes),
            MadeWorkbook.Sheet.shown(List.of(List.of("Country", "Orders"), List.of("France", "7"))),
            MadeWorkbook.Sheet.shown(List.of(List.of("Made by hand")))));
  }

  private static byte[] workbook(Seed table) throws IOException {
    return MadeWorkbook.of(rows(table));
  }

  private static List<List<String>> rows(Seed table) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    try (SourceFile file = table.open()) {
      Iterator<SourceRecord> records = file.records();
      records.forEachRemaining(record -> rows.add(record.fields()));
    }
    return rows;
  }
}
