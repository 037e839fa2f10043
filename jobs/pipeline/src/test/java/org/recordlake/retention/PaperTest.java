package org.recordlake.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recordlake.certificate.Certificate;
import org.recordlake.certificate.SignedCertificate;
import org.recordlake.ingest.Ingest;
import org.recordlake.job.JobContext;
import org.recordlake.job.JobResult;
import org.recordlake.problem.ExitCode;
import org.recordlake.problem.Failure;
import org.recordlake.testing.TestRun;

/**
 * Paper that is due is listed, and its row goes once a person confirmed that it is destroyed. ACH
 * papers of 21 November 2024 are due on 22 November 2026, when the first list is written.
 */
class PaperTest {
  private static final String LISTED = "2026-11-22";
  private static final String DESTROYED = "2026-11-23";
  private static final String LATER = "2026-11-24";

  @TempDir Path folder;

  private SmallLake lake;

  @BeforeEach
  void anEmptyLake() {
    lake = new SmallLake(folder);
  }

  @Test
  void whatIsDueIsListedAndGoesWithACertificateOnceSomebodyConfirmedIt() throws IOException {
    lake.store("paper_records", ach("PF-due", "2024-11-21"), ach("PF-next", "2024-11-22"));

    JobResult listed = lake.run(LISTED, new RetentionDelete());

    assertThat(listed.exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(listed.output())
        .last()
        .asString()
        .contains("1 file(s) of paper listed", "restricted/destruction-list-2026-11-22");
    assertThat(listed.problems())
        .singleElement()
        .asString()
        .contains("1 file(s) of paper are past their day", "retention confirm");
    assertThat(lake.keys("paper_records")).containsExactly("PF-due", "PF-next");
    assertThat(states()).containsExactly("planned 0");
    assertThat(list("list.csv")).contains("Retention and Disposal 6", "burning|pulping|shredding");
    assertThat(list("files.csv"))
        .contains(
            "PF-due,\"Room 1, Box 7\",12,shredding,", "Retention and Disposal 2", "2026-11-21")
        .doesNotContain("PF-next", SmallLake.NAME_PREFIX);
    assertThat(list("confirmation.csv")).contains("burning", "pulping", "shredding", "witness");
    assertThat(plan(LISTED).lines())
        .singleElement()
        .asString()
        .contains("1 row due, 0 held; 1 wait: listed for destruction, and nobody confirmed it");
    assertThat(plan("2026-12-21").overdue()).isEqualTo(1);
    assertThat(RetentionOutlook.of(lake.on(LISTED)).overdue()).isZero();

    confirm(LATER, DESTROYED, "PF-due");
    assertThat(lake.lake().read("audit_log").select("operator", "command").collectAsList())
        .extracting(Row::toString)
        .containsExactly("[Ann Lee,retention confirm]");
    assertThat(lake.keys("paper_records")).contains("PF-due");
    lake.run(LATER, new RetentionDelete());
    JobResult purged = lake.run(LATER, new RetentionPurge());

    assertThat(purged.problems()).isEmpty();
    assertThat(lake.keys("paper_records")).containsExactly("PF-next");
    assertThat(states()).containsExactly("certified 1");
    Certificate said = certificate();
    assertThat(said.disposals().get(0).paper())
        .contains(
            new Certificate.Paper(
                Optional.of("Retention and Disposal 6"),
                List.of(
                    new Certificate.Destroyed(
                        "burning", LocalDate.parse(DESTROYED), "Ann Lee", 1))));
    assertThat(said.notClaimed()).anyMatch(each -> each.contains("rests on the word of"));
    lake.run("2026-11-25", new RetentionDelete());
    assertThat(states()).containsExactly("certified 1", "planned 0");
  }

  @Test
  void whatIsListedIsOverdueOnlyWhenTheListHasStood() {
    lake.store("paper_records", ach("PF-due", "2024-11-21"));
    assertThat(plan(LISTED).overdue()).as("not listed yet").isEqualTo(1);
    lake.run(LISTED, new RetentionDelete());
    assertThat(plan(LISTED).overdue()).isZero();
    assertThat(plan("2026-12-21").overdue()).isZero();
    assertThat(plan("2026-12-22").overdue()).isEqualTo(1);
    assertThat(lake.run("2026-12-22", new RetentionDelete()).output())
        .as("listed once")
        .noneMatch(line -> line.contains("listed for destruction:"));
  }

  @Test
  void aCustomerGoesOnItsDayAndItsPaperGoesWhenItIsDestroyed() throws IOException {
    lake.store("customers", Map.of("customer_id", "C-501", "relationship_ended_on", "2023-11-21"));
    lake.store("paper_records", file("PF-C", "C-501"), file("PF-nobody", "nobody"));
    lake.run(LISTED, new RetentionDelete());
    assertThat(lake.run(LISTED, new RetentionPurge()).problems()).isEmpty();
    assertThat(lake.keys("customers")).isEmpty();
    assertThat(list("files.csv")).contains("PF-C", "2026-11-21").doesNotContain("PF-nobody");
    assertThat(plan(DESTROYED).lines()).singleElement().asString().contains("1 wait: listed");
    assertThat(plan(DESTROYED).waitingLines())
        .containsExactly(
            "paper_records R3: 1 row waiting (its customer_id is not in customers); the oldest"
                + " since 2019-01-01, 1 for longer than the rule's period");

    lake.store("paper_records", file("PF-late", "C-501"));
    lake.run(DESTROYED, new RetentionDelete());
    confirm(LATER, DESTROYED, "PF-C", "PF-late");
    lake.run(LATER, new RetentionDelete());
    assertThat(lake.run(LATER, new RetentionPurge()).problems()).isEmpty();
    assertThat(lake.keys("paper_records")).containsExactly("PF-nobody");
  }

  @Test
  void aHoldWinsBeforeTheConfirmationAndAfterIt() {
    lake.store("customers", customer("H"), customer("F"));
    lake.store("paper_records", file("PF-H", "H"), file("PF-F", "F"));
    lake.run(LISTED, new RetentionDelete());
    lake.store("legal_holds", hold("H-1", "H", DESTROYED, "2026-12-10"));
    refuses(LATER, DESTROYED, "PF-H", "a legal hold covers the file");

    confirm(LATER, DESTROYED, "PF-F");
    lake.store("legal_holds", hold("H-2", "F", LATER, "2026-12-10"));
    lake.run(LATER, new RetentionDelete());
    assertThat(lake.keys("paper_records")).containsExactly("PF-F", "PF-H");
    assertThat(plan(LATER).lines())
        .filteredOn(line -> line.contains("paper_records"))
        .singleElement()
        .asString()
        .contains("2 rows due, 2 held; of the held, 1 had their paper destroyed before");

    lake.run("2026-12-10", new RetentionDelete());
    assertThat(lake.keys("paper_records")).as("the released").containsExactly("PF-H");
    confirm("2026-12-11", "2026-12-11", "PF-H");
    lake.run("2026-12-11", new RetentionDelete());
    assertThat(lake.keys("paper_records")).isEmpty();
    assertThat(lake.run("2026-12-11", new RetentionPurge()).problems()).isEmpty();
  }

  @Test
  void whatCannotBeTrueIsRefusedAndNothingIsNoted() {
    lake.store("paper_records", ach("PF-due", "2024-11-21"), ach("PF-young", "2025-01-01"));
    refuses(LISTED, LISTED, "PF-due", "stands on no destruction list yet");
    lake.run(LISTED, new RetentionDelete());
    refuses(LATER, DESTROYED, "PF-404", "there is no file of this number");
    refuses(LATER, DESTROYED, "PF-young", "the file is not due");
    refuses(LATER, "2026-11-25", "PF-due", "this day is still to come");
    refuses(LATER, "2026-11-21", "PF-due", "it was listed only on 2026-11-22");
    refusesWord(new ConfirmDestruction.Word("landfill", LocalDate.parse(LISTED), "Ann Lee"));
    refusesWord(new ConfirmDestruction.Word("burning", LocalDate.parse(LISTED), " "));
    assertThatThrownBy(() -> confirm(LATER, DESTROYED, "PF-due", "PF-young"))
        .isInstanceOf(Failure.class);
    assertThat(lake.lake().read("audit_log").count()).isZero();
    confirm(LATER, DESTROYED, "PF-due");
    refuses(LATER, DESTROYED, "PF-due", "confirmed already");
  }

  @Test
  void paperIsTakenInHoweverLateItComesAndWhatIsGoneComesBackByNoOldExport() {
    String header = "paper_key,record_category,location,medium,dated_on";
    TestRun run = new TestRun(folder);
    run.asOf(LISTED).drop("paper/a.csv", header, "PF-old,ach,Room 1,sheets,2020-01-01");
    assertThat(run.run(new Ingest()).counts()).containsEntry("stored", 1L);
    run.run(new RetentionDelete());
    ConfirmDestruction.Word word =
        new ConfirmDestruction.Word("pulping", LocalDate.parse(DESTROYED), "Ann Lee");
    run.asOf(LATER).run(new ConfirmDestruction(List.of("PF-old"), word, "all of Room 1"));
    run.run(new RetentionDelete());
    assertThat(run.table("paper_records").count()).isZero();

    run.drop(
        "paper/b.csv",
        header,
        "PF-old,ach,Room 1,sheets,2020-01-01",
        "PF-new,ach,Room 1,sheets,2026-11-01");
    assertThat(run.run(new Ingest()).counts())
        .containsEntry("stored", 1L)
        .containsEntry("disposed", 1L);
  }

  @Test
  void aRunKilledBetweenTheStatesIsTakenOverUnderTheSameNumber() {
    lake.store("paper_records", ach("PF-1", "2024-11-21"), ach("PF-2", "2024-11-21"));
    RetentionDelete.prepare(plan(LISTED), lake.on(LISTED));
    lake.run(LISTED, new RetentionDelete());
    lake.run(LISTED, new RetentionDelete());
    assertThat(lake.lake().read("destruction_lists").count()).isEqualTo(2);
    confirm(LATER, DESTROYED, "PF-1");
    List<String> ids = ids();
    JobContext killed = lake.on(LATER);
    List<Disposition> planned = RetentionDelete.prepare(new RetentionDelete().plan(killed), killed);
    try (Disposal disposal = Disposal.take(killed, planned, new RetentionDelete().due(killed))) {
      disposal.begin();
    }
    assertThat(states()).containsExactly("deleting 1");

    lake.run("2026-11-25", new RetentionDelete());
    lake.run("2026-11-25", new RetentionPurge());
    assertThat(lake.keys("paper_records")).containsExactly("PF-2");
    assertThat(states()).containsExactly("certified 1");
    assertThat(ids()).isEqualTo(ids);
  }

  @Test
  void underTwoPersonsPaperIsListedOnceTheNoticeStoodAndBothApproved() {
    lake = new SmallLake(folder).with(RevisedNotice.twoPersons(folder, "R2a"));
    lake.store("paper_records", ach("PF-due", "2024-11-21"));
    lake.run(LISTED, new RetentionDelete());
    assertThat(states()).containsExactly("noticed 0");
    for (String name : List.of("Ann Lee", "Bob Ray")) {
      lake.run(LISTED, new ApproveDisposal(ids(), name, "as the notice says"));
    }
    lake.run("2026-12-21", new RetentionDelete());
    refuses("2026-12-21", "2026-12-21", "PF-due", "stands on no destruction list yet");
    lake.run("2026-12-22", new RetentionDelete());
    assertThat(states()).containsExactly("approved 0");
    confirm("2026-12-23", "2026-12-23", "PF-due");
    lake.run("2026-12-23", new RetentionDelete());
    lake.run("2026-12-23", new RetentionPurge());
    assertThat(lake.keys("paper_records")).isEmpty();
    assertThat(states()).containsExactly("certified 1");
  }

  private void confirm(String day, String on, String... files) {
    lake.run(
        day,
        new ConfirmDestruction(
            List.of(files),
            new ConfirmDestruction.Word("burning", LocalDate.parse(on), "Ann Lee"),
            ""));
  }

  private void refuses(String day, String on, String file, String why) {
    assertThatThrownBy(() -> confirm(day, on, file))
        .isInstanceOfSatisfying(
            Failure.class, failure -> assertThat(failure.exitCode()).isEqualTo(ExitCode.USAGE))
        .hasMessageContaining(why);
  }

  private void refusesWord(ConfirmDestruction.Word word) {
    assertThatThrownBy(
            () -> new ConfirmDestruction(List.of("PF-due"), word, "").plan(lake.on(LATER)))
        .isInstanceOf(Failure.class);
  }

  private RetentionPlan plan(String day) {
    return new RetentionDelete().plan(lake.on(day));
  }

  private List<String> ids() {
    return lake.dispositions().stream().map(row -> row.<String>getAs("disposition_id")).toList();
  }

  private List<String> states() {
    return lake.dispositions().stream()
        .map(row -> row.getAs("state") + " " + row.getAs("rows_deleted"))
        .toList();
  }

  private String list(String ending) throws IOException {
    Path shelf = Path.of(lake.on(LISTED).settings().reportsUri().replaceFirst("^file:/*", "/"));
    Path list = shelf.resolve("restricted/destruction-list-" + LISTED);
    assertThat(Path.of(list + ".pdf")).isNotEmptyFile();
    assertThat(Path.of(list + ".xlsx")).isNotEmptyFile();
    return Files.readString(Path.of(list + "-" + ending));
  }

  private Certificate certificate() throws IOException {
    Path file = lake.folder().resolve("certificates/C-000001.json");
    return SignedCertificate.read(Files.readAllBytes(file), "C-000001").certificate();
  }

  private static Map<String, Object> ach(String key, String day) {
    return Map.of(
        "paper_key", key,
        "record_category", "ach",
        "dated_on", day,
        "location", "Room 1",
        "box", "Box 7",
        "pages", 12,
        "method", "shredding");
  }

  private static Map<String, Object> file(String key, String customer) {
    return Map.of(
        "paper_key",
        key,
        "record_category",
        "customer",
        "customer_id",
        customer,
        "dated_on",
        "2019-01-01",
        "description",
        "Letters of Canary" + customer,
        "location",
        "Room 1");
  }

  private static Map<String, Object> customer(String id) {
    return Map.of("customer_id", id, "relationship_ended_on", "2020-01-01");
  }

  private static Map<String, Object> hold(String id, String customer, String from, String to) {
    return new HashMap<>(
        Map.of(
            "hold_id", id,
            "scope_column", "customer_id",
            "scope_value", customer,
            "tables", "all",
            "placed_on", from,
            "released_on", to));
  }
}
