package org.recordlake.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The expected balance of the samples")
class BalanceTest {
  private static final Path SAMPLES = Path.of("../../data-samples");
  private static final Path NEXT_DAY = Path.of("src/test/resources/next-day");
  private static SampleFolder samples;

  @BeforeAll
  static void makeSamples() {
    samples = SampleLake.samples();
  }

  @Test
  @DisplayName("is what the catalogue and the schedule make of the files")
  void followsFromTheCatalogue() throws IOException {
    Map<String, Map<Outcome, Integer>> expected = samples.balance();
    expected.remove("legal_holds");
    assertThat(reference(SampleLake.END_ON).balance(SAMPLES)).isEqualTo(expected);
  }

  @Test
  @DisplayName("of the next day is what its files add to that of the samples")
  void nextDayFollowsFromTheCatalogue() throws IOException {
    Map<String, Map<Outcome, Integer>> both = new TreeMap<>();
    Stream.of(samples, NextDay.folder(samples))
        .flatMap(folder -> folder.balance().entrySet().stream())
        .filter(counts -> !counts.getKey().equals("legal_holds"))
        .forEach(counts -> both.merge(counts.getKey(), counts.getValue(), BalanceTest::sum));
    assertThat(reference(SampleLake.END_ON).balance(SAMPLES, NEXT_DAY)).isEqualTo(both);
  }

  private static Map<Outcome, Integer> sum(Map<Outcome, Integer> one, Map<Outcome, Integer> other) {
    other.forEach((outcome, count) -> one.merge(outcome, count, Integer::sum));
    return one;
  }

  @Test
  @DisplayName("adds up in every line")
  void addsUp() throws IOException {
    for (Path file : new Path[] {SAMPLES, NEXT_DAY}) {
      try (Stream<String> lines = Files.lines(file.resolve("expected-balance.csv")).skip(1)) {
        assertThat(lines.map(line -> line.split(",")))
            .isNotEmpty()
            .allSatisfy(
                cells -> {
                  int sum = Stream.of(cells).skip(2).mapToInt(Integer::parseInt).sum();
                  assertThat(sum).isEqualTo(Integer.parseInt(cells[1]));
                });
      }
    }
  }

  @Test
  @DisplayName("knows every outcome, and no file has a fifth of its rows in quarantine")
  void plantsAreModest() {
    assertThat(samples.balance().values().stream().flatMap(counts -> counts.keySet().stream()))
        .contains(
            Outcome.STORED,
            Outcome.UPDATED,
            Outcome.DUPLICATE,
            Outcome.QUARANTINED,
            Outcome.EXPIRED);
    samples
        .files()
        .forEach(
            (path, file) -> {
              long bad =
                  file.lines().stream()
                      .filter(line -> line.outcome() == Outcome.QUARANTINED)
                      .count();
              assertThat(bad * 5).as(path).isLessThan(file.lines().size());
            });
  }

  @Test
  @DisplayName("holds for a generated lake of any seed: every row is stored")
  void generatedRowsAreAllStored(@TempDir Path folder) throws IOException {
    LocalDate end = LocalDate.of(2024, 2, 29);
    Generator.generate(new GenerateOptions(130, 66, 99, folder.toString(), end), () -> null);
    assertThat(reference(end).balance(folder).values())
        .allMatch(counts -> counts.keySet().equals(Set.of(Outcome.STORED)));
  }

  private static ReferenceIngest reference(LocalDate asOf) throws IOException {
    return new ReferenceIngest(ReferenceTable.all(Path.of("../../conf/catalog/records")), asOf);
  }
}
