package org.recordlake.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.spark.sql.Encoders;
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
import org.recordlake.testing.WrittenRows;

@DisplayName("meeting sheet")
class MeetingSheetTest {
  private static final String[] ASKER = {"--operator", "A. Person", "--reason", "roster for 17"};

  @TempDir static Path folder;
  private static Lake lake;

  @BeforeAll
  static void fill() {
    Catalog catalog = CatalogLoader.load(ProjectFolder.conf(), "usps-890-000");
    lake = new Lake(SharedSpark.session(), folder.resolve("lake").toString(), catalog);
    WrittenRows rows = new WrittenRows(lake, catalog);
    rows.add(
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
    rows.add(
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
    rows.add(
        "meeting_participants",
        Map.of("meeting_id", "M1", "participant_id", "p1", "name", "Ann Canary"));
    rows.add(
        "meeting_participants",
        Map.of("meeting_id", "M2", "participant_id", "p1", "name", "Bob Elsewhere"));
    Map<String, String> answer =
        Map.of("meeting_id", "M1", "poll_title", "P", "participant_id", "p1", "name", "Ann Canary");
    rows.add(
        "poll_responses",
        with(answer, "question", "Useful?", "answer", "yes", "anonymous", "false"));
    rows.add(
        "poll_responses",
        with(answer, "question", "Secret?", "answer", "never-told", "anonymous", "true"));
    rows.add(
        "poll_responses",
        with(answer, "question", "Secret?", "answer", "never-told-either", "anonymous", "false"));
  }

  @Test
  @DisplayName("holds the roster and the identified answers of one meeting, and who asked is noted")
  void oneMeeting() throws IOException {
    long noted = lake.read("audit_log").count();

    assertThat(sheet("--meeting", "M1").code()).isZero();

    assertThat(csv("roster")).contains("Ann Canary").doesNotContain("Bob Elsewhere");
    assertThat(csv("answers")).contains("Useful?", "yes").doesNotContain("Secret?");
    assertThat(csv("polls").lines())
        .anySatisfy(line -> assertThat(line).contains("Useful?,yes,1,1,100", "false"))
        .anySatisfy(line -> assertThat(line).contains("Secret?,never-told,1,2,50", "true"));
    assertThat(pdf())
        .contains("Rates", "Maria Gray", "Ann Canary", "Useful?", "yes", "never-told")
        .doesNotContain("Bob Elsewhere");
    assertThat(lake.read("audit_log").count()).isEqualTo(noted + 1);
  }

  @Test
  @DisplayName("is found by the host's name and e-mail address in any case")
  void byHost() throws IOException {
    assertThat(sheet("--host-name", "lee ash").code()).isZero();
    assertThat(csv("roster")).contains("Bob Elsewhere").doesNotContain("Ann Canary");
    assertThat(pdf()).contains("Bob Elsewhere").doesNotContain("Ann Canary");
    assertThat(sheet("--host-email", "Gray@Example.org").code()).isZero();
    assertThat(csv("roster")).contains("Ann Canary");
    assertThat(pdf()).contains("Ann Canary");
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

  @Test
  @DisplayName(
      "of the polls of the last 30 days comes with the reports, without asking, and goes after")
  void ofTheLastDays(@TempDir Path other) throws IOException {
    FileUtils.copyDirectory(folder.toFile(), other.toFile());
    LocalDate held =
        lake.read("poll_responses")
            .selectExpr("max(meeting_date)")
            .as(Encoders.LOCALDATE())
            .collectAsList()
            .get(0);
    Path shelf = other.resolve("lake/reports/restricted");

    assertThat(reports(other, held.plusDays(29)).code()).isZero();
    assertThat(shelf.toFile().list())
        .anyMatch(name -> name.matches("poll-sheet-[0-9a-f]{12}.pdf"))
        .anyMatch(name -> name.matches("poll-sheet-[0-9a-f]{12}-answers.csv"))
        .noneMatch(name -> name.contains("roster") || name.startsWith("meeting-sheet"));
    assertThat(reports(other, held.plusDays(30)).code()).isZero();
    assertThat(shelf.toFile().list()).noneMatch(name -> name.startsWith("poll-sheet"));
  }

  private static Cli.Answer reports(Path root, LocalDate day) {
    return new Cli(root, Jobs.shipped()).at(day + "T17:00:00Z").onOwnLake("reports");
  }

  @Test
  @DisplayName("goes the moment retention destroys rows it may hold, and no sooner")
  void withItsRecords(@TempDir Path other) throws IOException {
    sheet("--meeting", "M1");
    FileUtils.copyDirectory(folder.toFile(), other.toFile());
    File shelf = other.resolve("lake/reports/restricted").toFile();
    Cli cli = new Cli(other, Jobs.shipped());
    // The samples' own hold orders, dropped and not taken in, would stop every disposal.
    Path nothingDropped = Files.createDirectories(other.resolve("landing"));
    String[] run = {"retention", "run", "--set", "landing.folder=" + nothingDropped};

    assertThat(cli.at("2028-09-30T17:00:00Z").onOwnLake(run).code()).isZero();
    assertThat(shelf.list()).isNotEmpty();
    String[] plan = {"retention", "plan", run[2], run[3]};
    Cli.Answer overdue = cli.at("2028-10-02T17:00:00Z").onOwnLake(plan);
    assertThat(overdue.code()).isEqualTo(ExitCode.DATA_CHECKS.code());
    assertThat(overdue.messages()).contains("past their day, under no hold");
    assertThat(cli.onOwnLake(run).code()).isZero();
    assertThat(shelf.list()).isEmpty();
    assertThat(cli.onOwnLake(plan).code()).isZero();
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
    return Files.readString(file(table + ".csv"), StandardCharsets.UTF_8);
  }

  private static String pdf() throws IOException {
    try (PDDocument document = Loader.loadPDF(file(".pdf").toFile())) {
      return new PDFTextStripper().getText(document);
    }
  }

  private static Path file(String ending) {
    return files().stream()
        .filter(name -> name.endsWith(ending))
        .map(folder.resolve("lake/reports/restricted")::resolve)
        .findFirst()
        .orElseThrow();
  }

  private static Map<String, String> with(Map<String, String> values, String... more) {
    Map<String, String> all = new java.util.HashMap<>(values);
    for (int i = 0; i < more.length; i += 2) {
      all.put(more[i], more[i + 1]);
    }
    return all;
  }
}
