package org.recordlake.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.recordlake.config.Settings.DateOrder;
import org.recordlake.config.Settings.KeySource;
import org.recordlake.problem.ExitCode;
import org.recordlake.problem.Failure;
import org.recordlake.problem.Problem;
import org.recordlake.testing.ProjectFolder;

@DisplayName("Settings")
class SettingsLoaderTest {
  private static final String[] LEAST = {
    "notice: usps-890-000",
    "timeZone: America/New_York",
    "lake: lakehouse",
    "landing: {folder: drop}",
    "logs: logs",
    "keys: {location: keys.json}"
  };

  @TempDir Path home;

  @Test
  @DisplayName("come from the file, with defaults for what it leaves out")
  void defaults() throws IOException {
    Settings settings = load(Map.of(), LEAST);
    assertThat(settings.lake()).isEqualTo(home.resolve("lakehouse").toString());
    assertThat(settings.reportsUri()).isEqualTo(settings.lake() + "/reports");
    assertThat(settings.zone()).hasToString("America/New_York");
    assertThat(settings.landing())
        .isEqualTo(new Settings.Landing(home.resolve("drop").toString(), 7, false));
    assertThat(settings.keys())
        .isEqualTo(new Settings.Keys(KeySource.FILE, home.resolve("keys.json").toString()));
    assertThat(settings.ingest()).isEqualTo(new Settings.Ingest(0.2, 3, 32, DateOrder.MONTH_FIRST));
    assertThat(settings.suppression().minimumGroup()).isEqualTo(10);
    assertThat(settings.spark()).isEqualTo(new Settings.Spark("local[*]", Map.of()));
  }

  @Test
  @DisplayName("of the command line weigh more than those of the file")
  void precedence() throws IOException {
    Settings settings =
        load(
            Map.of(
                "lake", "s3a://bucket/lake/",
                "keys.source", "environment",
                "ingest.parallelTables", "8",
                "ingest.maxQuarantinedShare", "0.05",
                "landing.consume", "true",
                "spark.settings.spark.sql.shuffle.partitions", "4",
                "notice", "2026"),
            with(
                "ingest: {parallelTables: 2}",
                "spark: {settings: {spark.sql.shuffle.partitions: 200, spark.ui.enabled: true}}"));
    assertThat(settings.lake()).isEqualTo("s3a://bucket/lake");
    assertThat(settings.keys()).isEqualTo(new Settings.Keys(KeySource.ENVIRONMENT, "keys.json"));
    assertThat(settings.ingest().parallelTables()).isEqualTo(8);
    assertThat(settings.ingest().maxQuarantinedShare()).isEqualTo(0.05);
    assertThat(settings.landing().consume()).isTrue();
    assertThat(settings.spark().settings())
        .isEqualTo(Map.of("spark.sql.shuffle.partitions", "4", "spark.ui.enabled", "true"));
    assertThat(settings.notice()).isEqualTo("2026");
  }

  @ParameterizedTest(name = "{0}={1} is refused: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ingest.parallelTables      | 0                  | a whole number from 1 to 256
          ingest.parallelTables      | -1                 | a whole number from 1 to 256
          ingest.parallelTables      | 257                | a whole number from 1 to 256
          ingest.parallelTables      | many               | a whole number from 1 to 256
          ingest.parallelTables      | 2.5                | a whole number from 1 to 256
          ingest.parallelTables      | 99999999999        | a whole number from 1 to 256
          ingest.parallelTables      | ''                 | a whole number from 1 to 256
          ingest.onePassFromMb       | -1                 | a whole number from 0 to 1000000
          ingest.maxQuarantinedShare | 1.01               | a number from 0 to 1
          ingest.maxQuarantinedShare | -0.1               | a number from 0 to 1
          ingest.maxQuarantinedShare | NaN                | a number from 0 to 1
          ingest.maxQuarantinedShare | 20%                | a number from 0 to 1
          ingest.ambiguousDates      | year_first         | one of month_first, day_first
          landing.keepDays           | -7                 | a whole number from 0 to 3650
          landing.consume            | yes                | true or false
          landing.folder             | ' '                | a folder or a URI
          lake                       | ''                 | a folder, local or mounted
          logs                       | ''                 | a folder
          reports                    | ''                 | a folder or a URI
          timeZone                   | America/Newyork    | a time zone such as America/New_York
          timeZone                   | ''                 | a time zone such as America/New_York
          notice                     | ../notice          | the name of a file, without folder and ending
          keys.source                | nowhere            | one of file, environment, credential
          suppression.minimumGroup   | 0                  | a whole number from 1 to 100
          spark.master               | ''                 | a Spark master such as local[*]
          """)
  void nonsense(String key, String value, String expected) throws IOException {
    assertThat(problems(Map.of(key, value), LEAST))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.what()).isEqualTo("expected " + expected);
              assertThat(problem.place()).isEqualTo("command line at " + key);
              assertThat(problem.mend()).isNotBlank();
            });
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "ingest: {parallelTables: '3'}",
        "ingest: {parallelTables: [3]}",
        "ingest: {parallelTables: true}",
        "landing: {folder: drop, consume: 'true'}",
        "landing: {folder: drop, keepDays: 7.5}",
        "suppression: 10",
        "keys: [location]",
        "reports: 7",
        "reports: {folder: x}",
        "spark: {settings: {spark: {sql: {shuffle: 3}}}}",
        "spark: {settings: [spark.sql.shuffle.partitions]}"
      })
  @DisplayName("of a wrong type are refused")
  void wrongType(String line) throws IOException {
    String section = line.substring(0, line.indexOf(':') + 1);
    List<String> others =
        Arrays.stream(LEAST).filter(each -> !each.startsWith(section)).collect(Collectors.toList());
    others.add(line);
    assertThat(problems(Map.of(), others.toArray(String[]::new)))
        .anySatisfy(
            problem -> {
              assertThat(problem.what()).startsWith("expected ");
              assertThat(problem.place()).startsWith(file() + " at " + section.replace(":", ""));
            });
  }

  @Test
  @DisplayName("a run needs are asked for, all at once")
  void missing() throws IOException {
    assertThat(problems(Map.of(), "landing: {keepDays: 7}"))
        .extracting(Problem::toString)
        .containsExactly(
            file() + " at notice: missing. Give the name of a file, without folder and ending.",
            file() + " at timeZone: missing. Give a time zone such as America/New_York.",
            file() + " at lake: missing. Give a folder, local or mounted.",
            file() + " at landing.folder: missing. Give a folder or a URI.",
            file() + " at logs: missing. Give a folder.",
            file()
                + " at keys.location: missing. Give a file, a variable or an alias, after"
                + " keys.source.");
  }

  @Test
  @DisplayName("nobody knows are refused wherever they stand")
  void unknown() throws IOException {
    assertThat(
            problems(
                Map.of("ingest.paralelTables", "3"),
                with("lakes: x", "ingest.parallelTables: 3", "suppression: {minimunGroup: 11}")))
        .extracting(problem -> problem.place() + ": " + problem.what() + ". " + problem.mend())
        .satisfiesExactlyInAnyOrder(
            said -> assertThat(said).startsWith(file() + " at lakes: unknown key. Remove it"),
            said ->
                assertThat(said).startsWith(file() + " at ingest.parallelTables: unknown key. "),
            said ->
                assertThat(said)
                    .isEqualTo(
                        file()
                            + " at suppression.minimunGroup: unknown key. Remove it, or use one of"
                            + " suppression.minimumGroup"),
            said ->
                assertThat(said)
                    .startsWith("command line at ingest.paralelTables: unknown key. ")
                    .contains("ingest.parallelTables"));
  }

  @Test
  @DisplayName("of Spark outside their section, or under names that are none, are refused")
  void sparkNames() throws IOException {
    assertThat(
            problems(
                Map.of(
                    "spark.sql.shuffle.partitions", "3",
                    "spark.settings.sql.shuffle.partitions", "3",
                    "spark.settings", "3"),
                LEAST))
        .extracting(Problem::place)
        .containsExactlyInAnyOrder(
            "command line at spark.sql.shuffle.partitions",
            "command line at spark.settings.sql.shuffle.partitions",
            "command line at spark.settings");
  }

  @Test
  @DisplayName("said twice in one file are refused with their line")
  void duplicate() throws IOException {
    assertThat(problems(Map.of(), with("ingest:", "  parallelTables: 3", "  parallelTables: 4")))
        .singleElement()
        .satisfies(
            problem -> assertThat(problem.what()).isEqualTo("is not valid YAML near line 9"));
  }

  @Test
  @DisplayName("locked by the program are refused in file and command line, with their place")
  void locked() throws IOException {
    assertThat(
            problems(
                Map.of("spark.settings.spark.sql.session.timeZone", "Europe/Berlin"),
                with("spark: {settings: {spark.io.encryption.enabled: false}}")))
        .extracting(Problem::place)
        .containsExactly(
            file() + " at spark.settings.spark.io.encryption.enabled",
            "command line at spark.settings.spark.sql.session.timeZone");
    assertThat(load(Map.of("spark.settings.spark.io.encryption.enabled", "TRUE"), LEAST).spark())
        .isNotNull();
  }

  @Test
  @DisplayName("as shipped say what the defaults say")
  void shipped() {
    Settings shipped =
        SettingsLoader.load(ProjectFolder.conf().resolve("recordlake.yaml"), Map.of());
    assertThat(shipped.ingest()).isEqualTo(new Settings.Ingest(0.2, 3, 32, DateOrder.MONTH_FIRST));
    assertThat(shipped.landing().keepDays()).isEqualTo(7);
    assertThat(shipped.suppression().minimumGroup()).isEqualTo(10);
    assertThat(shipped.spark()).isEqualTo(new Settings.Spark("local[*]", Map.of()));
  }

  private static String[] with(String... more) {
    return java.util.stream.Stream.concat(Arrays.stream(LEAST), Arrays.stream(more))
        .toArray(String[]::new);
  }

  private Path file() {
    return home.resolve("conf").resolve("recordlake.yaml");
  }

  private Settings load(Map<String, String> overrides, String... lines) throws IOException {
    Files.createDirectories(file().getParent());
    Files.write(file(), List.of(lines));
    return SettingsLoader.load(file(), overrides);
  }

  private List<Problem> problems(Map<String, String> overrides, String... lines)
      throws IOException {
    Failure failure = catchThrowableOfType(Failure.class, () -> load(overrides, lines));
    assertThat(failure.exitCode()).isEqualTo(ExitCode.CONFIGURATION);
    return failure.problems();
  }
}
