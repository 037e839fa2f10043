package org.recordlake.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recordlake.testing.SharedSpark;

@DisplayName("The generator")
class GeneratorTest {
  private static final LocalDate END_ON = LocalDate.of(2026, 11, 22);
  private static final int MONTHS = 2;

  @TempDir private Path folder;

  @Test
  @DisplayName("writes the same bytes for the same seed and others for another")
  void sameSeedSameBytes() throws IOException {
    here(40, 1, "one");
    here(40, 1, "two");
    here(40, 2, "three");
    assertThat(files("one")).containsExactlyInAnyOrderEntriesOf(files("two"));
    assertThat(files("one")).isNotEqualTo(files("three"));
  }

  @Test
  @DisplayName(
      "writes the same rows in several chunks as in one, and the same bytes through Spark as"
          + " without")
  void neitherChunksNorSparkChangeAnything() throws IOException {
    int customers = ChunkWriter.COHORTS * Cohort.SIZE + 5;
    GenerateResult plain = here(customers, 3, "plain");
    Map<String, String> files = files("plain");
    assertThat(files).containsKeys("sales/sales_orders-00000.csv", "sales/sales_orders-00001.csv");
    assertThat(orders(files)).isEqualTo(orders(customers));
    assertThat(plain.rows()).containsEntry("sales_orders", (long) orders(customers).size());
    assertThat(Generator.spread(options(customers, 3, "spread"), SharedSpark.session()))
        .isEqualTo(plain);
    assertThat(files("spread")).containsExactlyInAnyOrderEntriesOf(files);
  }

  private static List<String> orders(Map<String, String> files) {
    return files.entrySet().stream()
        .filter(file -> file.getKey().startsWith("sales/sales_orders-"))
        .flatMap(file -> file.getValue().lines().skip(1))
        .toList();
  }

  private static List<String> orders(int customers) {
    List<String> orders = new ArrayList<>();
    GeneratedLake lake = new GeneratedLake(3, new Timeline(END_ON, MONTHS), customers);
    for (int cohort = 0; cohort < lake.cohortCount(); cohort++) {
      lake.write(
          cohort,
          row -> {
            if (row.table() == Table.SALES_ORDERS) {
              orders.add(row.text());
            }
          });
    }
    return orders;
  }

  @Test
  @DisplayName("starts no Spark for few customers")
  void fewCustomersNeedNoSpark() {
    GenerateResult result =
        Generator.generate(
            options(3, 1, "few"),
            () -> {
              throw new AssertionError("Spark was asked for");
            });
    assertThat(result.rows()).containsEntry("customers", 3L);
  }

  @Test
  @DisplayName("refuses a folder that is not empty, so that no two lakes get mixed")
  void refusesFullFolder() {
    here(3, 1, "full");
    assertThatThrownBy(() -> here(3, 1, "full"))
        .hasMessageContaining("not empty")
        .hasMessageContaining("full");
  }

  @Test
  @DisplayName("refuses numbers that make no sense and says what to ask for")
  void refusesNonsense() {
    assertThatThrownBy(() -> options(0, 1, "none")).hasMessageContaining("ask for 1 to");
    assertThatThrownBy(() -> new GenerateOptions(1, 0, 1, "x", END_ON))
        .hasMessageContaining("ask for 1 to");
  }

  private GenerateResult here(int customers, long seed, String name) {
    return Generator.generate(options(customers, seed, name), () -> null);
  }

  private GenerateOptions options(int customers, long seed, String name) {
    return new GenerateOptions(customers, MONTHS, seed, folder.resolve(name).toString(), END_ON);
  }

  /** Every file by its path, bytes as Latin-1 so that they compare one to one. */
  private Map<String, String> files(String name) throws IOException {
    Path root = folder.resolve(name);
    TreeMap<String, String> files = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(root)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        files.put(
            root.relativize(path).toString(),
            new String(Files.readAllBytes(path), StandardCharsets.ISO_8859_1));
      }
    }
    assertThat(files).isNotEmpty();
    return files;
  }
}
