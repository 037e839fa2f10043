package org.recordlake.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportPackTest {
  private static final Pattern LINK = Pattern.compile("href=\"([^\"#]+)\"");

  @TempDir Path folder;

  @Test
  void everyReportIsWrittenInEveryFormatAndThePortalComesLast() throws Exception {
    List<ReportFile> files = new ReportPack().write(folder, Fixtures.pack(), Fixtures.facts());

    assertThat(new Shelf(folder).files())
        .containsExactly(
            "analyst/campaigns-events-campaigns.csv",
            "analyst/campaigns-events-credits.csv",
            "analyst/campaigns-events-events.csv",
            "analyst/campaigns-events-leave_alone.csv",
            "analyst/campaigns-events-parts.csv",
            "analyst/campaigns-events.html",
            "analyst/campaigns-events.pdf",
            "analyst/campaigns-events.xlsx",
            "analyst/customer-needs-backtest.csv",
            "analyst/customer-needs-backtest_kinds.csv",
            "analyst/customer-needs-limited.csv",
            "analyst/customer-needs-need_kinds.csv",
            "analyst/customer-needs-needs.csv",
            "analyst/customer-needs-segments.csv",
            "analyst/customer-needs-services.csv",
            "analyst/customer-needs.html",
            "analyst/customer-needs.pdf",
            "analyst/customer-needs.xlsx",
            "analyst/poll-results-answers.csv",
            "analyst/poll-results-differences.csv",
            "analyst/poll-results-meetings.csv",
            "analyst/poll-results-scores.csv",
            "analyst/poll-results-trends.csv",
            "analyst/poll-results.html",
            "analyst/poll-results.pdf",
            "analyst/poll-results.xlsx",
            "index.html");
    assertThat(files).hasSize(27);
    assertThat(files.get(files.size() - 1).path()).isEqualTo(folder.resolve("index.html"));
    for (ReportFile file : files) {
      assertThat(Files.size(file.path()))
          .as(file.path().toString())
          .isEqualTo(file.bytes())
          .isPositive();
    }
  }

  @Test
  void theSameDataGivesTheSameBytes() throws Exception {
    Shelf first = Shelf.of(folder.resolve("first"), Fixtures.pack().toArray(ReportData[]::new));
    Shelf second = Shelf.of(folder.resolve("second"), Fixtures.pack().toArray(ReportData[]::new));

    for (String file : first.files()) {
      assertThat(Arrays.equals(first.bytes(file), second.bytes(file))).as(file).isTrue();
    }
  }

  @Test
  void aSecondRunReplacesTheFirst() throws Exception {
    Shelf.of(folder, Fixtures.report("poll-results"));
    byte[] before = new Shelf(folder).bytes("analyst/poll-results.pdf");

    Shelf.of(folder, Fixtures.report("poll-results", table -> Fixtures.with(table, List.of())));

    assertThat(new Shelf(folder).bytes("analyst/poll-results.pdf")).isNotEqualTo(before);
    assertThat(new Shelf(folder).files()).noneMatch(file -> file.endsWith(".draft"));
  }

  @Test
  void everyLinkOfThePortalAndOfTheReportsLeadsToAFile() throws Exception {
    Shelf shelf = Shelf.of(folder, Fixtures.pack().toArray(ReportData[]::new));

    for (String page :
        List.of(
            "index.html",
            "analyst/campaigns-events.html",
            "analyst/customer-needs.html",
            "analyst/poll-results.html")) {
      Matcher link = LINK.matcher(shelf.text(page));
      int links = 0;
      for (; link.find(); links++) {
        assertThat(folder.resolve(page).resolveSibling(link.group(1)).normalize()).exists();
      }
      assertThat(links).as("links in " + page).isGreaterThan(4);
    }
  }

  @Test
  void aPageLoadsNothingFromAnywhereElse() throws Exception {
    Shelf shelf = Shelf.of(folder, Fixtures.pack().toArray(ReportData[]::new));

    for (String page :
        List.of(
            "index.html",
            "analyst/campaigns-events.html",
            "analyst/customer-needs.html",
            "analyst/poll-results.html")) {
      assertThat(shelf.text(page)).doesNotContain("http:", "https:", " src=", "@import", "url(");
    }
  }

  @Test
  void thePortalShowsQuestionDateFindingsAndTheRun() throws Exception {
    String portal = Shelf.of(folder, Fixtures.pack().toArray(ReportData[]::new)).text("index.html");

    assertThat(portal)
        .contains(
            "Which customers need what from us",
            "As of November 22, 2026",
            "Competitors take the most money in Ground Advantage",
            "records.sales_orders",
            "9,481",
            "Quarantine",
            "R4, 24 months after the meeting");
  }

  @Test
  void aRestrictedReportLiesOnItsOwnShelfAndIsNotInThePortal() throws Exception {
    Shelf shelf = Shelf.of(folder, Fixtures.report("poll-results"), restricted());

    assertThat(shelf.files()).contains("restricted/roster.pdf", "restricted/roster-answers.csv");
    assertThat(shelf.files()).noneMatch(file -> file.startsWith("analyst/roster"));
    assertThat(shelf.text("index.html")).doesNotContain("Who attended", "roster");
  }

  @Test
  void whatIsWrittenIntoAClosedFolderIsItsOwnersAlone() throws Exception {
    Path shelf = Files.createDirectory(folder.resolve("restricted"));
    Files.setPosixFilePermissions(shelf, PosixFilePermissions.fromString("rwx------"));

    List<ReportFile> files = new ReportPack().writeSheet(folder, restricted());

    assertThat(files).isNotEmpty();
    for (ReportFile file : files) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.path())))
          .as(file.path().toString())
          .isEqualTo("rw-------");
    }
  }

  private static ReportData restricted() {
    ReportData open = Fixtures.report("poll-results");
    ReportDefinition definition = open.definition();
    ReportDefinition restricted =
        new ReportDefinition(
            "roster",
            "Who attended",
            definition.question(),
            Audience.RESTRICTED,
            definition.template(),
            definition.datasets());
    return new ReportData(restricted, open.asOf(), open.zone(), open.runId(), open.tables());
  }

  @Test
  void aColumnMissingFromTheRowsIsNamedAndNoFileIsWritten() {
    assertThatThrownBy(
            () ->
                Shelf.of(
                    folder,
                    Fixtures.report("customer-needs", ReportPackTest::withoutConfidenceInRows)))
        .isInstanceOf(ReportException.class)
        .hasMessageContaining("dataset needs, column confidence")
        .hasMessageNotContaining("k3eaca5");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aColumnTheTemplateReadsButTheDefinitionLacksIsNamedAndNoFileIsWritten() {
    assertThatThrownBy(
            () ->
                Shelf.of(
                    folder,
                    Fixtures.report("customer-needs", ReportPackTest::withoutConfidenceColumn)))
        .isInstanceOfSatisfying(
            ReportException.class,
            problem -> {
              assertThat(problem.place()).isEqualTo("dataset needs, column confidence");
              assertThat(problem.mend()).contains("YAML");
            });
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void anUnknownTemplateIsNamed() {
    ReportData known = Fixtures.report("poll-results");
    ReportDefinition unknown =
        new ReportDefinition(
            "x", "X", "What?", Audience.ANALYST, "nowhere.jrxml", List.of("answers"));
    ReportData data =
        new ReportData(unknown, known.asOf(), known.zone(), known.runId(), known.tables());

    assertThatThrownBy(() -> Shelf.of(folder, data))
        .isInstanceOf(ReportException.class)
        .hasMessageContaining("/templates/nowhere.jrxml");
  }

  @Test
  void aWarmMachineWritesTheReportsWithinNineSeconds() {
    new ReportPack().write(folder, Fixtures.pack(), Fixtures.facts());
    Instant start = Instant.now();

    new ReportPack().write(folder, Fixtures.pack(), Fixtures.facts());

    assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(9));
  }

  private static ReportTable withoutConfidenceInRows(ReportTable table) {
    List<Map<String, Object>> rows =
        table.rows().stream().map(ReportPackTest::withoutConfidence).toList();
    return Fixtures.with(table, rows);
  }

  private static Map<String, Object> withoutConfidence(Map<String, Object> row) {
    Map<String, Object> changed = new LinkedHashMap<>(row);
    changed.remove("confidence");
    return changed;
  }

  private static ReportTable withoutConfidenceColumn(ReportTable table) {
    List<ReportColumn> columns =
        table.columns().stream().filter(column -> !column.name().equals("confidence")).toList();
    return new ReportTable(table.name(), columns, table.rows());
  }
}
