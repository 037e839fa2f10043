package org.recordlake.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.recordlake.catalog.Catalog;
import org.recordlake.catalog.CatalogLoader;
import org.recordlake.config.Settings;
import org.recordlake.config.SettingsLoader;
import org.recordlake.ingest.format.Head;
import org.recordlake.ingest.format.RawRow;
import org.recordlake.ingest.format.SourceFile;
import org.recordlake.ingest.format.SourceReader;
import org.recordlake.ingest.format.SourceRecord;
import org.recordlake.ingest.format.TableShape;
import org.recordlake.ingest.format.Unpacking;
import org.recordlake.ingest.format.UnreadableFile;
import org.recordlake.testing.MadeWorkbook;
import org.recordlake.testing.ProjectFolder;

/**
 * Damaged files: whatever happens to a file's bytes, a reader ends, gives rows of the table's
 * shape, says of each bad one why, and of a file it gives up on as well.
 */
class FuzzTest {
  private static final long SEED = 20_261_122;
  private static final int MUTATIONS = 10_000;
  private static final Catalog CATALOG = CatalogLoader.load(ProjectFolder.conf(), "usps-890-000");
  private static final Settings SETTINGS =
      SettingsLoader.load(ProjectFolder.conf().resolve("recordlake.yaml"), Map.of());
  private static final List<SourceReader> READERS = Layouts.known(CATALOG, SETTINGS);
  private static final Map<String, TableShape> SHAPES = new HashMap<>();

  private final Random random = new Random(SEED);
  private int taken;
  private int refused;
  private int unknown;

  @Test
  void tenThousandDamagedFilesCrashNoReaderAndLoseNoRowWithoutAReason() {
    List<byte[]> seeds = seeds();
    assertTimeoutPreemptively(
        Duration.ofMinutes(4),
        () -> {
          for (int i = 0; i < MUTATIONS; i++) {
            byte[] file = seeds.get(i % seeds.size());
            int steps = 1 + random.nextInt(4);
            for (int step = 0; step < steps; step++) {
              file = mutated(file);
            }
            read(file, i);
          }
        });
    assertThat(taken).isGreaterThan(MUTATIONS / 4);
    assertThat(refused).isPositive();
    assertThat(taken + refused + unknown).isGreaterThanOrEqualTo(MUTATIONS);
  }

  private void read(byte[] bytes, int number) {
    boolean known = false;
    for (SourceReader reader : READERS) {
      try (SourceFile file = file(bytes)) {
        Set<String> tables = reader.tables(head(file));
        known |= !tables.isEmpty();
        for (String table : tables) {
          rows(reader, bytes, table);
          taken++;
        }
      } catch (UnreadableFile e) {
        assertThat(e.getMessage()).isNotBlank();
        refused++;
      } catch (IOException | UncheckedIOException e) {
        assertThat(damaged(e)).as("mutation %d: %s", number, reader.format()).isTrue();
        refused++;
      } catch (RuntimeException e) {
        throw new AssertionError("mutation " + number + " broke " + reader.format(), e);
      }
    }
    unknown += known ? 0 : 1;
  }

  private static boolean damaged(Exception e) {
    IOException cause = e instanceof UncheckedIOException un ? un.getCause() : (IOException) e;
    return Unpacking.failure(cause) instanceof UnreadableFile
        || cause instanceof java.nio.charset.CharacterCodingException;
  }

  private static void rows(SourceReader reader, byte[] bytes, String table) throws IOException {
    TableShape shape = SHAPES.computeIfAbsent(table, name -> TableShape.of(CATALOG.table(name)));
    try (SourceFile file = file(bytes)) {
      Iterator<RawRow> rows = reader.rows(file, shape);
      while (rows.hasNext()) {
        RawRow row = rows.next();
        assertThat(row.cells()).hasSize(shape.columns().size());
        assertThat(row.line()).isPositive();
        assertThat(row.problem().orElse("FINE")).matches("[A-Z0-9_]+");
      }
    }
  }

  private static Head head(SourceFile file) throws IOException {
    return file.head();
  }

  private static SourceFile file(byte[] bytes) {
    return new SourceFile(
        "fuzz",
        "fuzz",
        ZoneId.of("America/New_York"),
        Instant.parse("2026-11-22T12:00:00Z"),
        () -> new ByteArrayInputStream(bytes));
  }

  private byte[] mutated(byte[] file) {
    if (file.length < 8) {
      return file;
    }
    int at = random.nextInt(file.length);
    int length = Math.min(file.length - at, 1 + random.nextInt(40));
    return switch (random.nextInt(12)) {
      case 0 -> replaced(file, at, 1, new byte[] {(byte) random.nextInt(256)});
      case 1 -> replaced(file, at, length, new byte[0]);
      case 2 -> replaced(file, at, 0, java.util.Arrays.copyOfRange(file, at, at + length));
      case 3 -> java.util.Arrays.copyOf(file, at);
      case 4 -> replaced(file, at, 0, new byte[] {0, 0, 0});
      case 5 -> replaced(file, at, 0, new byte[] {(byte) 0xC3, (byte) 0x28, (byte) 0xFF});
      case 6 -> replaced(file, at, 0, "\"".getBytes(StandardCharsets.US_ASCII));
      case 7 -> replaced(file, at, 0, "\r\n".getBytes(StandardCharsets.US_ASCII));
      case 8 -> replaced(file, at, length, "9".repeat(length).getBytes(StandardCharsets.US_ASCII));
      case 9 -> swapped(file, (byte) ',', (byte) (random.nextBoolean() ? ';' : '\t'));
      case 10 -> lineTwice(file, at);
      default -> lineGone(file, at);
    };
  }

  private static byte[] replaced(byte[] file, int at, int length, byte[] with) {
    byte[] result = new byte[file.length - length + with.length];
    System.arraycopy(file, 0, result, 0, at);
    System.arraycopy(with, 0, result, at, with.length);
    System.arraycopy(file, at + length, result, at + with.length, file.length - at - length);
    return result;
  }

  private static byte[] swapped(byte[] file, byte from, byte to) {
    byte[] result = file.clone();
    for (int i = 0; i < result.length; i++) {
      result[i] = result[i] == from ? to : result[i];
    }
    return result;
  }

  private static byte[] lineTwice(byte[] file, int at) {
    int[] line = line(file, at);
    return replaced(file, line[0], 0, java.util.Arrays.copyOfRange(file, line[0], line[1]));
  }

  private static byte[] lineGone(byte[] file, int at) {
    int[] line = line(file, at);
    return replaced(file, line[0], line[1] - line[0], new byte[0]);
  }

  private static int[] line(byte[] file, int at) {
    int from = at;
    while (from > 0 && file[from - 1] != '\n') {
      from--;
    }
    int to = at;
    while (to < file.length && file[to] != '\n') {
      to++;
    }
    return new int[] {from, Math.min(file.length, to + 1)};
  }

  /** Every fixture, and the tables among them as workbooks. */
  private static List<byte[]> seeds() {
    List<byte[]> seeds = new ArrayList<>();
    Path folder = ProjectFolder.root().resolve("jobs/src/test/resources/formats");
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        byte[] bytes = Files.readAllBytes(file);
        seeds.add(bytes);
        if (file.toString().endsWith("order-lines.csv")) {
          seeds.add(workbook(bytes));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return seeds;
  }

  private static byte[] workbook(byte[] table) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    try (SourceFile file = file(table)) {
      Iterator<SourceRecord> records = file.records();
      records.forEachRemaining(record -> rows.add(record.fields()));
    }
    return MadeWorkbook.of(rows);
  }
}
