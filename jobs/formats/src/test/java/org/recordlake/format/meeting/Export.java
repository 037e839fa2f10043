package org.recordlake.format.meeting;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.recordlake.catalog.Catalog;
import org.recordlake.catalog.CatalogLoader;
import org.recordlake.config.Settings.DateOrder;
import org.recordlake.config.polls.PollDefinitions;
import org.recordlake.format.RawRow;
import org.recordlake.format.ReaderSettings;
import org.recordlake.format.Reading;
import org.recordlake.format.SourceFile;
import org.recordlake.format.SourceReader;
import org.recordlake.format.TableShape;
import org.recordlake.testing.ProjectFolder;

/** A file as the readers see it, read without Spark. */
record Export(String name, byte[] bytes, ReaderSettings settings) {
  static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  private static final Catalog CATALOG = CatalogLoader.load(ProjectFolder.conf(), "usps-890-000");

  static Export of(String name, byte[] bytes) {
    return new Export(
        name, bytes, new ReaderSettings(PollDefinitions.none(), DateOrder.MONTH_FIRST));
  }

  static Export of(String... lines) {
    return of("export.csv", (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
  }

  /** A file of {@code src/test/resources/formats/meetings}. */
  static Export fixture(String name) {
    try (InputStream in = Export.class.getResourceAsStream("/formats/meetings/" + name)) {
      return of(name, in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Export with(PollDefinitions polls) {
    return new Export(name, bytes, new ReaderSettings(polls, settings.ambiguousDates()));
  }

  Export with(DateOrder order) {
    return new Export(name, bytes, new ReaderSettings(settings.polls(), order));
  }

  Export named(String other) {
    return new Export(other, bytes, settings);
  }

  /** The same text with {@code from} replaced. */
  Export with(String from, String to) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    if (!text.contains(from)) {
      throw new IllegalArgumentException("the export has no " + from);
    }
    return new Export(name, text.replace(from, to).getBytes(StandardCharsets.UTF_8), settings);
  }

  SourceFile open() {
    return new SourceFile(
        "meetings",
        name,
        new Reading(NEW_YORK, Instant.EPOCH),
        () -> new ByteArrayInputStream(bytes));
  }

  /** Names of the layouts that take the file for theirs. */
  List<String> formats() throws IOException {
    List<String> formats = new ArrayList<>();
    try (SourceFile file = open()) {
      for (SourceReader reader : new MeetingReaders().readers(settings, CATALOG)) {
        if (!reader.tables(file.head()).isEmpty()) {
          formats.add(reader.format());
        }
      }
    }
    return formats;
  }

  /** Reader of the file, if there is one. */
  Optional<SourceReader> reader() throws IOException {
    try (SourceFile file = open()) {
      for (SourceReader reader : new MeetingReaders().readers(settings, CATALOG)) {
        if (!reader.tables(file.head()).isEmpty()) {
          return Optional.of(reader);
        }
      }
    }
    return Optional.empty();
  }

  /** Tables the file speaks of. */
  Set<String> tables() throws IOException {
    try (SourceFile file = open()) {
      return reader().orElseThrow().tables(file.head());
    }
  }

  /** All rows of {@code table}, good and bad. */
  List<RawRow> raw(String table) throws IOException {
    List<RawRow> rows = new ArrayList<>();
    try (SourceFile file = open()) {
      Iterator<RawRow> all = reader().orElseThrow().rows(file, shape(table));
      all.forEachRemaining(rows::add);
    }
    return rows;
  }

  /** Good rows of {@code table} by column; columns that say nothing are left out. */
  List<Map<String, String>> rows(String table) throws IOException {
    return raw(table).stream()
        .filter(row -> row.problem().isEmpty())
        .map(row -> values(table, row))
        .toList();
  }

  /** The only row of {@code table}. */
  Map<String, String> row(String table) throws IOException {
    List<Map<String, String>> rows = rows(table);
    if (rows.size() != 1) {
      throw new AssertionError(table + " has " + rows.size() + " rows");
    }
    return rows.get(0);
  }

  /** Line and code of bad rows and lines of no table. */
  List<String> problems(String table) throws IOException {
    return raw(table).stream()
        .filter(row -> row.problem().isPresent())
        .map(row -> row.line() + " " + row.problem().get())
        .toList();
  }

  /** Values of {@code columns} in each good row of {@code table}, with a blank where empty. */
  List<List<String>> values(String table, String... columns) throws IOException {
    return rows(table).stream()
        .map(row -> java.util.Arrays.stream(columns).map(c -> row.getOrDefault(c, "")).toList())
        .toList();
  }

  static TableShape shape(String table) {
    return TableShape.of(CATALOG.table(table));
  }

  private static Map<String, String> values(String table, RawRow row) {
    Map<String, String> values = new TreeMap<>();
    List<String> columns = shape(table).columns();
    for (int i = 0; i < columns.size(); i++) {
      if (row.cells()[i] != null && !row.cells()[i].isBlank()) {
        values.put(columns.get(i), row.cells()[i]);
      }
    }
    return values;
  }
}
