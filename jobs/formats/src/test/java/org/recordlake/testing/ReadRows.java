package org.recordlake.testing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.recordlake.catalog.Catalog;
import org.recordlake.catalog.CatalogLoader;
import org.recordlake.format.RawRow;
import org.recordlake.format.Reading;
import org.recordlake.format.SourceFile;
import org.recordlake.format.SourceReader;
import org.recordlake.format.TableShape;

/** Reads bytes with one reader, without Spark. */
public final class ReadRows {
  private static final Catalog CATALOG = CatalogLoader.load(ProjectFolder.conf(), "usps-890-000");
  private static final Instant EXPORTED = Instant.parse("2026-11-20T17:00:00Z");
  private static final ZoneId ZONE = ZoneId.of("America/New_York");

  private final SourceReader reader;
  private final byte[] bytes;

  private ReadRows(SourceReader reader, byte[] bytes) {
    this.reader = reader;
    this.bytes = bytes;
  }

  public static ReadRows of(SourceReader reader, byte[] bytes) {
    return new ReadRows(reader, bytes);
  }

  public static ReadRows of(SourceReader reader, String... lines) {
    return of(reader, (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
  }

  /** A fixture of the test class path. */
  public static byte[] fixture(String name) {
    try (InputStream in = ReadRows.class.getResourceAsStream("/formats/" + name)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A file of the real data beside the project, where there is any. */
  public static Optional<Path> real(String name) {
    Path file = ProjectFolder.root().resolve("../shared/data").resolve(name).normalize();
    return Files.exists(file) ? Optional.of(file) : Optional.empty();
  }

  /** Tables the reader says the file is for, sorted. */
  public List<String> tables() throws IOException {
    try (SourceFile file = file()) {
      return reader.tables(file.head()).stream().sorted().toList();
    }
  }

  public List<RawRow> raw(String table) throws IOException {
    List<RawRow> rows = new ArrayList<>();
    try (SourceFile file = file()) {
      Iterator<RawRow> found = reader.rows(file, shape(table));
      found.forEachRemaining(rows::add);
    }
    return rows;
  }

  /** The good rows as column to cell, without the empty ones. */
  public List<Map<String, String>> rows(String table) throws IOException {
    return raw(table).stream()
        .filter(row -> row.problem().isEmpty())
        .map(row -> cells(shape(table), row))
        .toList();
  }

  /** Line and code of the broken rows. */
  public List<String> problems(String table) throws IOException {
    return raw(table).stream()
        .filter(row -> row.problem().isPresent())
        .map(row -> row.line() + " " + row.problem().get())
        .toList();
  }

  public static TableShape shape(String table) {
    return TableShape.of(CATALOG.table(table));
  }

  private SourceFile file() {
    return new SourceFile(
        "test", "test", new Reading(ZONE, EXPORTED), () -> new ByteArrayInputStream(bytes));
  }

  private static Map<String, String> cells(TableShape shape, RawRow row) {
    Map<String, String> cells = new LinkedHashMap<>();
    for (int i = 0; i < row.cells().length; i++) {
      if (row.cells()[i] != null && !row.cells()[i].isEmpty()) {
        cells.put(shape.columns().get(i), row.cells()[i]);
      }
    }
    return cells;
  }
}
