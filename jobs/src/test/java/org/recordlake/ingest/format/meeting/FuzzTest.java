package org.recordlake.ingest.format.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.recordlake.ingest.format.RawRow;
import org.recordlake.ingest.format.SourceFile;
import org.recordlake.ingest.format.SourceReader;
import org.recordlake.ingest.format.UnreadableFile;
import org.recordlake.testing.ProjectFolder;

/**
 * Damages every fixture in every way files are damaged. The seed is fixed, so a failure comes
 * again.
 */
@DisplayName("Ten thousand damaged exports")
class FuzzTest {
  private static final int FILES = 10_000;
  private static final long SEED = 20_261_124L;

  @Test
  @Timeout(120)
  @DisplayName("crash no reader, hang none, and every row they lose says why")
  void damagedFiles() throws IOException {
    List<Export> whole = fixtures();
    Random random = new Random(SEED);
    Map<String, Integer> recognised = new HashMap<>();
    int refused = 0;
    Duration longest = Duration.ZERO;
    for (int i = 0; i < FILES; i++) {
      Export export = whole.get(i % whole.size());
      Export damaged =
          new Export(export.name(), damaged(export.bytes(), random), export.settings());
      long start = System.nanoTime();
      try {
        for (SourceReader reader : readers(damaged)) {
          recognised.merge(reader.format(), 1, Integer::sum);
          read(damaged, reader);
        }
      } catch (UnreadableFile e) {
        assertThat(e.getMessage()).isNotBlank();
        refused++;
      } catch (RuntimeException | StackOverflowError e) {
        throw new AssertionError("file " + i + " of " + export.name() + " crashes", e);
      }
      Duration took = Duration.ofNanos(System.nanoTime() - start);
      longest = took.compareTo(longest) > 0 ? took : longest;
    }
    assertThat(recognised.keySet())
        .as("formats still told from damaged files")
        .containsExactlyInAnyOrderElementsOf(
            MeetingReaders.all(whole.get(0).settings()).stream()
                .map(SourceReader::format)
                .toList());
    assertThat(recognised.values().stream().mapToInt(Integer::intValue).sum())
        .isGreaterThan(FILES / 2);
    assertThat(refused).isGreaterThan(0);
    assertThat(longest).isLessThan(Duration.ofSeconds(5));
  }

  private static List<SourceReader> readers(Export export) throws IOException {
    List<SourceReader> readers = new ArrayList<>();
    try (SourceFile file = export.open()) {
      for (SourceReader reader : MeetingReaders.all(export.settings())) {
        if (!reader.tables(file.head()).isEmpty()) {
          readers.add(reader);
        }
      }
    }
    return readers;
  }

  /** Every row has a line, the table's columns, and raw text or a reason. */
  private static void read(Export export, SourceReader reader) throws IOException {
    try (SourceFile file = export.open()) {
      for (String table : reader.tables(file.head())) {
        var rows = reader.rows(file, Export.shape(table));
        while (rows.hasNext()) {
          RawRow row = rows.next();
          assertThat(row.line()).isPositive();
          assertThat(row.cells()).hasSize(Export.shape(table).columns().size());
          row.problem().ifPresent(code -> assertThat(code).matches("[A-Z_]{3,40}"));
          assertThat(row.problem().isPresent() || row.raw() != null).isTrue();
        }
      }
    }
  }

  private static List<Export> fixtures() throws IOException {
    Path folder = ProjectFolder.root().resolve("jobs/src/test/resources/formats/meetings");
    List<Export> fixtures = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        byte[] bytes = Files.readAllBytes(file);
        fixtures.add(Export.of(file.getFileName().toString(), bytes));
      }
    }
    Export teams = Export.fixture("teams-attendance.tsv");
    String text = new String(teams.bytes(), StandardCharsets.UTF_8);
    fixtures.add(Export.of("le.csv", ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE)));
    fixtures.add(Export.of("be.csv", ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16BE)));
    return fixtures;
  }

  private static byte[] damaged(byte[] whole, Random random) {
    byte[] bytes = whole;
    for (int times = 1 + random.nextInt(3); times > 0; times--) {
      bytes = once(bytes, random);
    }
    return bytes;
  }

  private static byte[] once(byte[] bytes, Random random) {
    if (bytes.length == 0) {
      return bytes;
    }
    return switch (random.nextInt(10)) {
      case 0 -> Arrays.copyOf(bytes, random.nextInt(bytes.length));
      case 1 -> changed(bytes, random, 1 + random.nextInt(8));
      case 2 -> linesTwice(bytes, random);
      case 3 -> swapped(bytes, ',', new char[] {';', '\t', '|', ' '}[random.nextInt(4)]);
      case 4 -> inserted(bytes, random, new byte[1 + random.nextInt(4)]);
      case 5 -> inserted(bytes, random, new byte[] {(byte) 0xC3, (byte) 0x28, (byte) 0xFF});
      case 6 -> inserted(bytes, random, "\"".getBytes(StandardCharsets.UTF_8));
      case 7 -> withoutPart(bytes, random);
      case 8 -> swapped(bytes, '\n', random.nextBoolean() ? '\r' : ' ');
      default -> digits(bytes, random);
    };
  }

  private static byte[] changed(byte[] bytes, Random random, int places) {
    byte[] changed = bytes.clone();
    for (int i = 0; i < places; i++) {
      changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
    }
    return changed;
  }

  private static byte[] swapped(byte[] bytes, char from, char to) {
    byte[] swapped = bytes.clone();
    for (int i = 0; i < swapped.length; i++) {
      swapped[i] = swapped[i] == (byte) from ? (byte) to : swapped[i];
    }
    return swapped;
  }

  private static byte[] digits(byte[] bytes, Random random) {
    byte[] changed = bytes.clone();
    for (int i = 0; i < changed.length; i++) {
      if (changed[i] >= '0' && changed[i] <= '9' && random.nextInt(20) == 0) {
        changed[i] = (byte) ('0' + random.nextInt(10));
      }
    }
    return changed;
  }

  private static byte[] inserted(byte[] bytes, Random random, byte[] more) {
    int place = random.nextInt(bytes.length);
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.write(bytes, 0, place);
    all.writeBytes(more);
    all.write(bytes, place, bytes.length - place);
    return all.toByteArray();
  }

  private static byte[] withoutPart(byte[] bytes, Random random) {
    int from = random.nextInt(bytes.length);
    int to = Math.min(bytes.length, from + random.nextInt(60));
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.write(bytes, 0, from);
    all.write(bytes, to, bytes.length - to);
    return all.toByteArray();
  }

  private static byte[] linesTwice(byte[] bytes, Random random) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    int from = 0;
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == '\n' || i == bytes.length - 1) {
        int times = random.nextInt(4) == 0 ? 2 : 1;
        for (int t = 0; t < times; t++) {
          all.write(bytes, from, i + 1 - from);
        }
        from = i + 1;
      }
    }
    return all.toByteArray();
  }
}
