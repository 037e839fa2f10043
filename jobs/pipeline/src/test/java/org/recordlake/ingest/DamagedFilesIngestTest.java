package org.recordlake.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recordlake.catalog.Catalog;
import org.recordlake.catalog.CatalogLoader;
import org.recordlake.config.Settings;
import org.recordlake.config.SettingsLoader;
import org.recordlake.format.RawRow;
import org.recordlake.format.ReaderSettings;
import org.recordlake.format.Reading;
import org.recordlake.format.SourceFile;
import org.recordlake.format.SourceReader;
import org.recordlake.format.SourceReaders;
import org.recordlake.format.TableShape;
import org.recordlake.format.UnreadableFile;
import org.recordlake.testing.Damage;
import org.recordlake.testing.ProjectFolder;
import org.recordlake.testing.TestRun;

/** Fixtures of every layout, whole and damaged, through the whole ingest in one run. */
class DamagedFilesIngestTest {
  private static final long SEED = 20_261_123;
  private static final int DAMAGED = 2;
  private static final Catalog CATALOG = CatalogLoader.load(ProjectFolder.conf(), "usps-890-000");
  private static final Settings SETTINGS =
      SettingsLoader.load(ProjectFolder.conf().resolve("recordlake.yaml"), Map.of());
  private static final List<SourceReader> READERS =
      SourceReaders.all(ReaderSettings.of(SETTINGS), CATALOG);

  @TempDir Path folder;

  @Test
  void theLedgerAccountsForEveryRowOfEveryFileAndExplainsWhatItRefuses() throws IOException {
    TestRun run = new TestRun(folder).with("ingest.maxQuarantinedShare", "0.6");
    Map<String, Long> given = new HashMap<>();
    Damage damage = new Damage(SEED);
    Set<ByteBuffer> different = new HashSet<>();
    int number = 0;
    for (Path fixture : fixtures()) {
      byte[] whole = Files.readAllBytes(fixture);
      for (int copy = 0; copy <= DAMAGED; copy++) {
        byte[] bytes = copy == 0 ? whole : damage.to(whole);
        if (!different.add(ByteBuffer.wrap(bytes))) {
          continue;
        }
        String name = "%03d-%s".formatted(number++, fixture.getFileName());
        run.drop("drop/" + name, bytes);
        given.putAll(rows(name, bytes));
      }
    }
    run.run(new Ingest());
    List<Row> ledger = run.table("ingested_files").collectAsList();
    Map<String, Long> noted = new HashMap<>();
    for (Row row : ledger) {
      String place = row.getAs("file_name") + " " + row.getAs("table_name");
      long read = count(row, "rows_read");
      assertThat(read)
          .as(place)
          .isEqualTo(
              Stream.of(
                      "stored",
                      "updated",
                      "duplicate",
                      "quarantined",
                      "expired_on_arrival",
                      "disposed",
                      "outside_catalogue")
                  .mapToLong(column -> count(row, column))
                  .sum());
      if (given.containsKey(place)) {
        noted.put(place, read);
      }
      if (!row.getAs("status").equals("committed")) {
        assertThat(row.<String>getAs("reason")).as(place).isNotBlank();
      }
    }
    assertThat(noted).isEqualTo(given);
    assertThat(ledger)
        .extracting(row -> row.<String>getAs("status"))
        .contains("committed", "refused");
    assertThat(
            run.table("quarantine").select("reason_code").distinct().collectAsList().stream()
                .map(row -> row.getString(0)))
        .isNotEmpty()
        .allMatch(code -> code != null && !code.isBlank());
  }

  private static long count(Row row, String column) {
    return ((Number) row.getAs(column)).longValue();
  }

  /** Rows the file's reader gives for each table, one more where it breaks off. */
  private static Map<String, Long> rows(String name, byte[] bytes) throws IOException {
    Map<String, Long> rows = new HashMap<>();
    for (SourceReader reader : READERS) {
      Set<String> tables;
      try (SourceFile file = file(name, bytes)) {
        tables = reader.tables(file.head());
      } catch (UnreadableFile notEvenBegun) {
        return rows;
      }
      for (String table : tables) {
        long count = 0;
        try (SourceFile file = file(name, bytes)) {
          Iterator<RawRow> all = reader.rows(file, TableShape.of(CATALOG.table(table)));
          while (all.hasNext()) {
            all.next();
            count++;
          }
        } catch (UnreadableFile brokenOff) {
          count++;
        }
        if (count > 0) {
          rows.put(name + " " + table, count);
        }
      }
      if (!tables.isEmpty()) {
        return rows;
      }
    }
    return rows;
  }

  private static SourceFile file(String name, byte[] bytes) {
    return new SourceFile(
        "drop",
        name,
        new Reading(ZoneId.of("America/New_York"), Instant.EPOCH),
        () -> new ByteArrayInputStream(bytes));
  }

  private static List<Path> fixtures() throws IOException {
    Path formats = ProjectFolder.root().resolve("jobs/formats/src/test/resources/formats");
    try (Stream<Path> files = Files.walk(formats)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
