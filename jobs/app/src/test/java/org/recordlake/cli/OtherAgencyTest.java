package org.recordlake.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.recordlake.catalog.CatalogLoader;
import org.recordlake.lake.Lake;
import org.recordlake.problem.ExitCode;
import org.recordlake.testing.ProjectFolder;
import org.recordlake.testing.SharedSpark;

/**
 * A library keeps its borrowers under a notice of its own: other tables, rules, holds, a mart and a
 * report. It runs the shipped program with nothing but its own {@code conf} folder.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OtherAgencyTest {
  private static final Path LIBRARY =
      ProjectFolder.root().resolve("jobs/app/src/test/resources/library");

  @TempDir static Path folder;
  private static final StringBuilder SAID = new StringBuilder();

  @Test
  @Order(1)
  void itsCatalogueIsSoundAndThePlaceIsReady() {
    assertThat(run("catalog", "check").results())
        .contains("4 records, 1 marts and 14 governance tables under HL 12");
    assertThat(run("doctor").results()).contains("19 tables under HL 12").doesNotContain("FAIL");
    assertThat(run("catalog", "dictionary", "--out", "dictionary").code()).isZero();
    assertThat(folder.resolve("dictionary/records/deeds.md"))
        .content()
        .contains("Rows are never destroyed: a deed binds the library");
    assertThat(folder.resolve("dictionary/records/borrowers.md")).content().contains("individual");
  }

  @Test
  @Order(2)
  void aHoldIsLaidOnItsOwnScope() {
    assertThat(hold("loan_id=L-1").code()).isEqualTo(2);
    assertThat(hold("borrower_id=B-02").results()).contains("on one borrower_id in all tables");
  }

  @Test
  @Order(3)
  void theFirstNightTakesInItsFilesAndWritesItsReport() throws IOException {
    Cli.Answer night = nightly("2026-11-22", "landing");
    assertThat(night.messages()).doesNotContain("recordlake:");
    assertThat(night.results()).contains("the catalogue lists no mart of this job");
    assertThat(keys("borrowers", "borrower_id")).hasSize(13);
    assertThat(keys("loans", "loan_id")).containsExactly("L-1", "L-2", "L-3", "L-5");
    assertThat(keys("deeds", "deed_id")).containsExactly("D-1", "D-2");
    assertThat(keys("identity_links", "concat_ws(' ', row_key, borrower_id, booking_id, method)"))
        .containsExactly("K-20 B-01 K-20 email", "K-21 B-02 K-21 student_card");
    Path report = folder.resolve("lake/reports/analyst/reading-rooms");
    assertThat(Path.of(report + ".pdf")).isNotEmptyFile();
    assertThat(Path.of(report + ".xlsx")).isNotEmptyFile();
    assertThat(Files.readString(Path.of(report + "-rooms.csv")))
        .contains("North,2026-11-01,13,13,", "South,2026-11-01,,,");
  }

  @Test
  @Order(4)
  void theNextNightDestroysWhatFellDueAndKeepsWhatIsHeldOrNeverDestroyed() {
    Cli.Answer night = nightly("2026-11-23", "next-day");
    assertThat(night.messages()).doesNotContain("recordlake:");
    assertThat(keys("loans", "loan_id")).containsExactly("L-2", "L-3", "L-5", "L-6");
    assertThat(keys("borrowers", "borrower_id")).hasSize(12).doesNotContain("B-03");
    assertThat(keys("room_bookings", "booking_id")).hasSize(15).doesNotContain("K-03");
    assertThat(keys("deeds", "deed_id")).containsExactly("D-1", "D-2");
    assertThat(run("retention", "plan", "--as-of=2026-11-23").results())
        .contains(
            "records.loans loan (Schedule C, line 2): 1 row due, 1 held",
            "records.deeds deed (Schedule C, line 7): 1 row due, 0 held; a deed binds");
    assertThat(keys("dispositions", "concat_ws(' ', table_name, rule, state, rows_deleted)"))
        .contains(
            "borrowers card certified 1",
            "loans loan certified 1",
            "room_bookings card certified 1");
  }

  @Test
  @Order(5)
  void itsPeopleAskQuestions() {
    assertThat(run("query", "select room, readers from marts.room_use").results())
        .contains("North", "12");
    assertThat(
            run("subject", "find", "--individual=B-02", "--operator=A. Person", "--reason=asked")
                .results())
        .contains("borrower B-02", "loans: 1 row(s)", "room_bookings K-21 -> B-02");
    assertThat(
            run("meeting", "sheet", "--meeting=M-1", "--operator=A. Person", "--reason=asked")
                .code())
        .isEqualTo(2);
  }

  @Test
  @Order(6)
  void nothingSpeaksOfWhatTheShippedNoticeIsAbout() throws IOException {
    assertThat(SAID.toString().toLowerCase(Locale.ROOT)).doesNotContain("customer");
    try (Stream<Path> files = Files.walk(folder.resolve("lake"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(Files.readString(file, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT))
            .as(file.toString())
            .doesNotContain("customer");
      }
    }
  }

  /** The layout is known to the program, but its table is not in this catalogue. */
  @Test
  @Order(7)
  void anExportItHasNoTableForIsRefusedAndTheRestIsTakenIn() throws IOException {
    Path desk = Files.createDirectories(folder.resolve("drop/desk"));
    Files.writeString(
        desk.resolve("contacts.csv"),
        "Id,AccountId,LastName,FirstName,Email\n003A,001A,Roe,Jane,jane@example.org\n");
    Files.writeString(
        desk.resolve("loans.csv"),
        "loan_id,borrower_id,title,lent_on,returned_on\nL-7,B-08,Redburn,2026-11-23,\n");
    Cli.Answer answer =
        run("ingest", "--as-of=2026-11-23", "--landing", folder.resolve("drop").toString());
    assertThat(answer.code()).isEqualTo(ExitCode.DATA_CHECKS.code());
    assertThat(answer.messages()).contains("no known layout");
    assertThat(keys("loans", "loan_id")).contains("L-7");
  }

  private static Cli.Answer nightly(String asOf, String landing) {
    return run("nightly", "--as-of", asOf, "--landing", LIBRARY.resolve(landing).toString());
  }

  private static Cli.Answer hold(String scope) {
    return run("hold", "place", "--scope=" + scope, "--matter=Doe v. Library", "--by=A. Person");
  }

  private static Cli.Answer run(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--conf", LIBRARY.resolve("conf/recordlake.yaml").toString()));
    Cli.Answer answer = new Cli(folder, Jobs.shipped()).onOwnLake(all.toArray(String[]::new));
    SAID.append(answer.results()).append(answer.messages());
    return answer;
  }

  private static List<String> keys(String table, String expression) {
    Path conf = LIBRARY.resolve("conf");
    return new Lake(
            SharedSpark.session(),
            folder.resolve("lake").toString(),
            CatalogLoader.load(conf, "harbor-library"))
        .read(table).selectExpr(expression).collectAsList().stream()
            .map(row -> row.getString(0))
            .sorted()
            .toList();
  }
}
