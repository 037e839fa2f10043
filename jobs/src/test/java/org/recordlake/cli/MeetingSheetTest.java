package org.recordlake.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Date;
import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recordlake.catalog.Catalog;
import org.recordlake.catalog.CatalogLoader;
import org.recordlake.lake.Lake;
import org.recordlake.problem.ExitCode;
import org.recordlake.testing.ProjectFolder;
import org.recordlake.testing.SharedSpark;

@DisplayName("meeting sheet")
class MeetingSheetTest {
  private static final String[] ASKER = {"--operator", "A. Person", "--reason", "roster for 17"};

  @TempDir static Path folder;
  private static Lake lake;
  private static Catalog catalog;

  @BeforeAll
  static void fill() {
    catalog = CatalogLoader.load(ProjectFolder.conf(), "usps-890-000");
    lake = new Lake(SharedSpark.session(), folder.resolve("lake").toString(), catalog);
    add(
        "meetings",
        Map.of(
            "meeting_id",
            "M1",
            "topic",
            "Rates",
            "host_name",
            "Maria Gray",
            "host_email",
            "gray@example.org"));
    add(
        "meetings",
        Map.of(
            "meeting_id",
            "M2",
            "topic",
            "Parcels",
            "host_name",
            "Lee Ash",
            "host_email",
            "ash@example.org"));
    add(
        "meeting_participants",
        Map.of("meeting_id", "M1", "participant_id", "p1", "name", "Ann Canary"));
    add(
        "meeting_participants",
        Map.of("meeting_id", "M2", "participant_id", "p1", "name", "Bob Elsewhere"));
    Map<String, String> answer =
        Map.of("meeting_id", "M1", "poll_title", "P", "participant_id", "p1", "name", "Ann Canary");
    add(
        "poll_responses",
        with(answer, "question", "Useful?", "answer", "yes", "anonymous", "false"));
    add(
        "poll_responses",
        with(answer, "question", "Secret?", "answer", "never-told", "anonymous", "true"));
    add(
        "poll_responses",
        with(answer, "question", "Secret?", "answer", "never-told-either", "anonymous", "false"));
  }

  @Test
  @DisplayName("holds the roster and the identified answers of one meeting, and who asked is noted")
  void oneMeeting() throws IOException {
    long noted = lake.read("audit_log").count();

    assertThat(sheet("--meeting", "M1").code()).isZero();

    assertThat(csv("roster")).contains("Ann Canary").doesNotContain("Bob Elsewhere");
    assertThat(csv("answers")).contains("Useful?", "yes").doesNotContain("never-told");
    assertThat(lake.read("audit_log").count()).isEqualTo(noted + 1);
  }

  @Test
  @DisplayName("is found by the host's name and e-mail address in any case")
  void byHost() throws IOException {
    assertThat(sheet("--host-name", "lee ash").code()).isZero();
    assertThat(csv("roster")).contains("Bob Elsewhere").doesNotContain("Ann Canary");
    assertThat(sheet("--host-email", "Gray@Example.org").code()).isZero();
    assertThat(csv("roster")).contains("Ann Canary");
  }

  @Test
  @DisplayName("writes and notes nothing for a meeting nobody knows")
  void unknown() {
    long noted = lake.read("audit_log").count();
    assertThat(sheet("--meeting", "M9").code()).isEqualTo(ExitCode.USAGE.code());
    assertThat(lake.read("audit_log").count()).isEqualTo(noted);
  }

  @Test
  @DisplayName("names nobody in its file names, and asks for the operator and the reason")
  void names() throws IOException {
    sheet("--host-name", "Maria Gray");
    assertThat(files()).isNotEmpty().allMatch(name -> name.matches("meeting-sheet-[0-9a-f]{12}.*"));
    assertThat(cli().onOwnLake("meeting", "sheet", "--meeting", "M1").code())
        .isEqualTo(ExitCode.USAGE.code());
  }

  private static Cli.Answer sheet(String... which) {
    for (String file : files()) {
      folder.resolve("lake/reports/restricted").resolve(file).toFile().delete();
    }
    return cli()
        .onOwnLake(
            Stream.of(Stream.of("meeting", "sheet"), Stream.of(which), Stream.of(ASKER))
                .flatMap(words -> words)
                .toArray(String[]::new));
  }

  private static Cli cli() {
    return new Cli(folder, Jobs.shipped());
  }

  private static List<String> files() {
    String[] names = folder.resolve("lake/reports/restricted").toFile().list();
    return names == null ? List.of() : List.of(names);
  }

  private static String csv(String table) throws IOException {
    String name =
        files().stream().filter(file -> file.endsWith(table + ".csv")).findFirst().orElseThrow();
    return Files.readString(
        folder.resolve("lake/reports/restricted").resolve(name), StandardCharsets.UTF_8);
  }

  private static Map<String, String> with(Map<String, String> values, String... more) {
    Map<String, String> all = new java.util.HashMap<>(values);
    for (int i = 0; i < more.length; i += 2) {
      all.put(more[i], more[i + 1]);
    }
    return all;
  }

  private static void add(String table, Map<String, String> values) {
    StructType schema = catalog.table(table).schema();
    Row row =
        RowFactory.create(Stream.of(schema.fields()).map(field -> value(field, values)).toArray());
    lake.append(table, lake.spark().createDataFrame(List.of(row), schema));
  }

  private static Object value(StructField field, Map<String, String> values) {
    String given = values.get(field.name());
    if (given == null && field.nullable()) {
      return null;
    }
    return filled(field.dataType(), given == null ? "1" : given);
  }

  private static Object filled(DataType type, String text) {
    if (type.equals(DataTypes.BooleanType)) {
      return Boolean.valueOf(text);
    }
    if (type.equals(DataTypes.IntegerType)) {
      return Integer.valueOf(text);
    }
    if (type.equals(DataTypes.DateType)) {
      return Date.valueOf("2026-10-01");
    }
    return type.equals(DataTypes.TimestampType) ? Timestamp.valueOf("2026-10-01 10:00:00") : text;
  }
}
