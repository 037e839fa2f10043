package org.recordlake.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.recordlake.catalog.Catalog;
import org.recordlake.catalog.CatalogLoader;
import org.recordlake.catalog.TableSpec;
import org.recordlake.catalog.Zone;
import org.recordlake.lake.Lake;
import org.recordlake.testing.ProjectFolder;
import org.recordlake.testing.SharedSpark;

/**
 * Three nights on one lake, as a scheduler would run them: the samples, the same again, the next
 * day.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class NightlyTest {
  private static final Path SAMPLES = ProjectFolder.root().resolve("data-samples");
  private static final Path NEXT_DAY =
      ProjectFolder.root().resolve("jobs/samples/src/test/resources/next-day");

  @TempDir static Path folder;

  private final Catalog catalog = CatalogLoader.load(ProjectFolder.conf(), "usps-890-000");

  @Test
  @Order(1)
  void theFirstNightAccountsForEveryRowOfTheSamplesAndWritesTheReports() throws IOException {
    Cli.Answer answer = nightly("2026-11-22", SAMPLES);
    assertThat(answer.messages()).doesNotContain("recordlake:");
    assertThat(answer.code()).isZero();
    assertThat(printedBalance(answer.results())).isEqualTo(expectedBalance(SAMPLES));
    expectedBalance(SAMPLES)
        .forEach(
            (table, counts) ->
                assertThat(lake().read(table).count()).as(table).isEqualTo(counts.get(1)));
    assertThat(folder.resolve("lake/reports/index.html"))
        .isNotEmptyFile()
        .content()
        .contains("Rows by record source", "List providers", " in ", " tables");
    catalog.tables(Zone.RECORDS).stream()
        .map(TableSpec::name)
        .filter(lake()::exists)
        .forEach(table -> assertThat(count(table, "record_source is null")).as(table).isZero());
    for (String report : List.of("campaigns-events", "customer-needs", "poll-results")) {
      for (String ending : List.of(".pdf", ".xlsx", ".html")) {
        assertThat(folder.resolve("lake/reports/analyst/" + report + ending)).isNotEmptyFile();
      }
    }
    assertThat(customersToCall()).isNotEmpty().doesNotContainAnyElementsOf(notToBeContacted());
  }

  private List<String> customersToCall() throws IOException {
    try (Stream<String> lines =
        Files.lines(folder.resolve("lake/reports/analyst/customer-needs-needs.csv"))) {
      return lines.skip(1).map(line -> line.split(",")[1]).toList();
    }
  }

  private List<String> notToBeContacted() {
    List<String> keys =
        lake()
            .read("contact_suppression")
            .where("until is null or until >= date '2026-11-22'")
            .select("contact_key")
            .as(Encoders.STRING())
            .collectAsList();
    assertThat(keys).isNotEmpty();
    return keys;
  }

  @Test
  @Order(2)
  void theSameNightAgainWritesNothingToRecordsAndMarts() throws IOException {
    Map<String, Long> before = files();
    Cli.Answer answer = nightly("2026-11-22", SAMPLES);
    assertThat(answer.code()).isZero();
    assertThat(files()).isEqualTo(before);
  }

  @Test
  @Order(3)
  void theNextDayTakesInItsFilesAndDestroysWhatFellDue() throws IOException {
    long boundary = count("payments", "method = 'ach' and paid_on = date '2024-11-22'");
    assertThat(boundary).isPositive();
    Cli.Answer answer = nightly("2026-11-23", NEXT_DAY);
    assertThat(answer.code()).isZero();
    assertThat(printedBalance(answer.results())).isEqualTo(expectedBalance(NEXT_DAY));
    assertThat(count("payments", "method = 'ach' and paid_on = date '2024-11-22'")).isZero();
    assertThat(count("customers", "relationship_ended_on = date '2023-11-22'")).isZero();
    List<Row> states =
        lake()
            .read("dispositions")
            .where("rows_deleted > 0")
            .select("state")
            .distinct()
            .collectAsList();
    assertThat(states).extracting(row -> row.getString(0)).containsExactly("certified");
  }

  @Test
  @Order(4)
  void nobodyElseMayLookIntoWhatIsNotForAnalysts() throws IOException {
    List<String> closed =
        List.of("records", "governance", "media", "landing", "disposals", "reports/restricted");
    Path lake = folder.resolve("lake");
    List<Path> all;
    try (Stream<Path> paths = Files.walk(lake)) {
      all = paths.toList();
    }
    for (Path path : all) {
      String mode = PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
      if (closed.stream().anyMatch(zone -> path.startsWith(lake.resolve(zone)))) {
        assertThat(mode)
            .as(path.toString())
            .isEqualTo(Files.isDirectory(path) ? "rwx------" : "rw-------");
      } else {
        assertThat(mode).as(path.toString()).endsWith(Files.isDirectory(path) ? "r-x" : "r--");
      }
    }
    assertThat(closed).allMatch(zone -> all.contains(lake.resolve(zone)));
  }

  private Cli.Answer nightly(String asOf, Path landing) {
    return new Cli(folder, Jobs.shipped())
        .onOwnLake("nightly", "--as-of", asOf, "--landing", landing.toString());
  }

  private Lake lake() {
    return new Lake(SharedSpark.session(), folder.resolve("lake").toString(), catalog);
  }

  private long count(String table, String condition) {
    return lake().read(table).where(condition).count();
  }

  /** Data files of records and marts with their sizes. */
  private static Map<String, Long> files() throws IOException {
    Map<String, Long> found = new TreeMap<>();
    for (Zone zone : List.of(Zone.RECORDS, Zone.MARTS)) {
      try (Stream<Path> files = Files.walk(folder.resolve("lake").resolve(zone.folder()))) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          found.put(file.toString(), Files.size(file));
        }
      }
    }
    return found;
  }

  private static Map<String, List<Long>> expectedBalance(Path landing) throws IOException {
    Map<String, List<Long>> balance = new TreeMap<>();
    Files.readAllLines(landing.resolve("expected-balance.csv")).stream()
        .skip(1)
        .map(line -> line.split(","))
        .forEach(cells -> balance.put(cells[0], numbers(cells)));
    return balance;
  }

  private Map<String, List<Long>> printedBalance(String results) {
    Map<String, List<Long>> balance = new LinkedHashMap<>();
    results
        .lines()
        .map(line -> line.strip().split("\\s+"))
        .filter(cells -> cells.length == 8 && catalog.contains(cells[0]))
        .forEach(cells -> balance.put(cells[0], numbers(cells)));
    return new TreeMap<>(balance);
  }

  private static List<Long> numbers(String[] cells) {
    return Stream.of(cells).skip(1).map(Long::valueOf).toList();
  }
}
