package org.recordlake.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recordlake.job.JobResult;
import org.recordlake.problem.ExitCode;
import org.recordlake.problem.Failure;

/** A rule that asks for a notice of 30 days and two persons. Notice is given on 22 November. */
class TwoPersonsTest {
  private static final String NOTICED = "2026-11-22";
  private static final String LAST_DAY_OF_STANDING = "2026-12-21";
  private static final String STOOD = "2026-12-22";

  @TempDir Path folder;

  private SmallLake lake;

  @BeforeEach
  void aLakeUnderTwoPersons() {
    lake = new SmallLake(folder).with(RevisedNotice.twoPersons(folder, "R2b", "R3"));
  }

  @Test
  void exactlyWhatWasNoticedIsDestroyedOnceItHasStoodAndTwoPeopleApproved() throws IOException {
    lake.store("campaign_contacts", contact("due", "2021-11-21"), contact("next", "2021-11-22"));

    JobResult noticed = lake.run(NOTICED, new RetentionDelete());
    assertThat(noticed.exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(noticed.output())
        .last()
        .asString()
        .contains("restricted/disposal-notice-2026-11-22");
    String first = ids().get(0);
    assertThat(states()).containsExactly("noticed 2026-11-22 0");
    assertThat(noticeFile("records.csv"))
        .contains(first, "records.campaign_contacts", "Retention and Disposal 2", STOOD)
        .doesNotContain(SmallLake.NAME_PREFIX);
    assertThat(noticeFile("concurrence.csv")).contains("Concurrence of the manager", "Approval 2");
    assertThat(plan(NOTICED))
        .containsExactly(
            "records.campaign_contacts R2b (Retention and Disposal 2): 1 row due, 0 held; waits:"
                + " its notice standing until 2026-12-21 and 0 of 2 approvals; as noticed on"
                + " 2026-11-22 ("
                + first
                + ")");

    approve(NOTICED, "Ann Lee", first);
    approve("2026-11-23", "Bob Ray", first);
    assertThat(states()).containsExactly("approved 2026-11-22 0");
    assertThat(lake.lake().read("audit_log").select("operator", "command").collectAsList())
        .extracting(Row::toString)
        .containsExactlyInAnyOrder("[Ann Lee,retention approve]", "[Bob Ray,retention approve]");

    lake.run(LAST_DAY_OF_STANDING, new RetentionDelete());
    assertThat(lake.keys("campaign_contacts")).containsExactly("due", "next");
    assertThat(states()).containsExactly("approved 2026-11-22 0", "noticed 2026-12-21 0");

    lake.run(STOOD, new RetentionDelete());
    assertThat(lake.keys("campaign_contacts")).containsExactly("next");
    lake.run(STOOD, new RetentionPurge());
    assertThat(states()).containsExactly("certified 2026-11-22 1", "noticed 2026-12-21 0");
    Row done = lake.dispositions().get(0);
    assertThat(done.<String>getAs("approved_by")).isEqualTo("[\"Ann Lee\",\"Bob Ray\"]");
    assertThat(done.getAs("destroyed_on").toString()).isEqualTo(STOOD);
    assertThat(done.<Object>getAs("noticed_at")).isNotNull();
    assertThat(done.<Object>getAs("approved_at")).isNotNull();
  }

  @Test
  void oneApprovalIsNotEnoughHoweverLongTheNoticeStood() {
    lake.store("campaign_contacts", contact("due", "2021-11-21"));
    lake.run(NOTICED, new RetentionDelete());
    approve(NOTICED, "Ann Lee", ids().get(0));

    JobResult waited = lake.run("2027-11-22", new RetentionDelete());

    assertThat(lake.keys("campaign_contacts")).containsExactly("due");
    assertThat(states()).containsExactly("noticed 2026-11-22 0");
    assertThat(waited.problems())
        .singleElement()
        .asString()
        .contains("1 row past their day wait under " + ids().get(0) + ": 1 of 2 approvals");
  }

  @Test
  void whoMayNotApproveIsRefusedAndNothingIsNoted() {
    lake.store("campaign_contacts", contact("due", "2021-11-21"));
    refuses(NOTICED, "Ann Lee", "D-0000000000000000", "there is no disposition");
    lake.run(NOTICED, new RetentionDelete());
    String id = ids().get(0);
    refuses("2026-11-21", "Ann Lee", id, "no disposal notice was given");
    refuses(NOTICED, " ", id, "a person and a reason");
    refuses(NOTICED, System.getProperty("user.name"), id, "the same person");

    approve(NOTICED, "Ann Lee", id);
    refuses(NOTICED, "Ann Lee", id, "the same person");
    refuses(NOTICED, " ann   LEE ", id, "the same person");
    approve(NOTICED, "Bob Ray", id);
    refuses(NOTICED, "Cyd Poe", id, "all the approvals");
    lake.run(STOOD, new RetentionDelete());
    refuses(STOOD, "Cyd Poe", id, "destroyed already");
    assertThat(lake.lake().read("audit_log").count()).isEqualTo(2);
  }

  @Test
  void whatIsNotNoticedYetCannotBeApproved() {
    lake.store("campaign_contacts", contact("due", "2021-11-21"));
    RetentionDelete.prepare(new RetentionDelete().plan(lake.on(NOTICED)), lake.on(NOTICED));
    assertThat(states()).containsExactly("planned 2026-11-22 0");
    refuses(NOTICED, "Ann Lee", ids().get(0), "no disposal notice was given");
  }

  @Test
  void aHoldSinceTheNoticeWinsAndWhatItCoveredNeedsAnotherNotice() {
    lake.store(
        "campaign_contacts",
        contact("free", "2021-11-21"),
        contact("held", "2021-11-21"),
        contact("was-held", "2021-11-21"));
    approved();
    lake.store(
        "legal_holds",
        hold("H-1", "held", "2026-12-01", null),
        hold("H-2", "was-held", "2026-12-01", "2026-12-05"));

    lake.run(STOOD, new RetentionDelete());
    lake.run(STOOD, new RetentionPurge());

    assertThat(lake.keys("campaign_contacts")).containsExactly("held", "was-held");
    assertThat(states()).containsExactly("certified 2026-11-22 1");
    assertThat(lake.dispositions().get(0).<Long>getAs("rows_held")).isEqualTo(2);
    lake.run("2026-12-23", new RetentionDelete());
    assertThat(states()).containsExactly("certified 2026-11-22 1", "noticed 2026-12-23 0");
    assertThat(plan("2026-12-23"))
        .filteredOn(line -> line.contains("as noticed on 2026-12-23"))
        .singleElement()
        .asString()
        .contains("1 row due, 0 held");
  }

  @Test
  void rowsThatAreNoLongerDueOrWereNotListedStay() {
    lake.store("campaign_contacts", contact("due", "2021-11-21"), contact("later", "2021-11-21"));
    approved();
    lake.lake()
        .deleteByKeys(
            "campaign_contacts",
            lake.lake()
                .read("campaign_contacts")
                .where("campaign_id = 'later'")
                .select(
                    lake.on(NOTICED).catalog().table("campaign_contacts").key().stream()
                        .map(org.apache.spark.sql.functions::col)
                        .toArray(org.apache.spark.sql.Column[]::new)));
    lake.store("campaign_contacts", contact("later", "2023-01-01"), contact("new", "2020-01-01"));

    lake.run(STOOD, new RetentionDelete());
    lake.run(STOOD, new RetentionPurge());

    assertThat(lake.keys("campaign_contacts")).containsExactly("later", "new");
    assertThat(states()).containsExactly("certified 2026-11-22 1", "noticed 2026-12-22 0");
  }

  @Test
  void aRowGoesNoSoonerThanWhatTakesItsDateFromIt() {
    lake.store("customers", Map.of("customer_id", "C", "relationship_ended_on", "2020-01-01"));
    lake.store(
        "contacts", Map.of("contact_id", "P", "customer_id", "C", "updated_on", "2026-01-01"));
    lake.run(NOTICED, new RetentionDelete());
    List<String> ids = ids();
    assertThat(states()).containsExactly("noticed 2026-11-22 0", "noticed 2026-11-22 0");
    approve(NOTICED, "Ann Lee", ids.get(1));
    approve(NOTICED, "Bob Ray", ids.get(1));

    lake.run(STOOD, new RetentionDelete());
    assertThat(lake.keys("customers")).containsExactly("C");

    approve(STOOD, "Ann Lee", ids.get(0));
    approve(STOOD, "Bob Ray", ids.get(0));
    lake.run(STOOD, new RetentionDelete());
    assertThat(lake.keys("customers")).isEmpty();
    assertThat(lake.keys("contacts")).isEmpty();
  }

  @Test
  void aRunKilledBetweenTheStatesIsTakenOverUnderTheSameNumber() {
    lake.store("campaign_contacts", contact("due", "2021-11-21"));
    RetentionDelete.prepare(new RetentionDelete().plan(lake.on(NOTICED)), lake.on(NOTICED));
    List<String> ids = ids();
    new NoticedKeys(lake.on(NOTICED))
        .note(
            new DispositionLedger(lake.on(NOTICED)).open().get(0),
            lake.on(NOTICED).catalog().table("campaign_contacts"),
            lake.lake().read("campaign_contacts"));

    approved();
    assertThat(ids()).isEqualTo(ids);
    assertThat(lake.lake().read("noticed_keys").count()).isEqualTo(1);
    killedWhileDeleting();
    assertThat(states()).containsExactly("deleting 2026-11-22 1");
    assertThat(lake.keys("campaign_contacts")).containsExactly("due");

    lake.run("2026-12-23", new RetentionDelete());
    lake.run("2026-12-23", new RetentionPurge());
    assertThat(lake.keys("campaign_contacts")).isEmpty();
    assertThat(states()).containsExactly("certified 2026-11-22 1");
    assertThat(ids()).isEqualTo(ids);
  }

  private void killedWhileDeleting() {
    var context = lake.on(STOOD);
    List<Disposition> planned =
        RetentionDelete.prepare(new RetentionDelete().plan(context), context);
    DueRows due = DueRows.on(context, java.util.Optional.empty(), planned);
    try (Disposal disposal = Disposal.take(context, planned, due)) {
      disposal.begin();
    }
  }

  /** Notice given and approved by two people on the day of the notice. */
  private void approved() {
    lake.run(NOTICED, new RetentionDelete());
    String id = ids().get(0);
    approve(NOTICED, "Ann Lee", id);
    approve(NOTICED, "Bob Ray", id);
  }

  private void approve(String day, String name, String... ids) {
    lake.run(day, new ApproveDisposal(List.of(ids), name, "as the notice says"));
  }

  private void refuses(String day, String name, String id, String why) {
    assertThatThrownBy(() -> approve(day, name, id))
        .isInstanceOfSatisfying(
            Failure.class, failure -> assertThat(failure.exitCode()).isEqualTo(ExitCode.USAGE))
        .hasMessageContaining(why);
  }

  private List<String> plan(String day) {
    return new RetentionDelete().plan(lake.on(day)).lines();
  }

  private List<String> ids() {
    return lake.dispositions().stream().map(row -> row.<String>getAs("disposition_id")).toList();
  }

  private List<String> states() {
    return lake.dispositions().stream()
        .map(row -> row.getAs("state") + " " + row.getAs("as_of") + " " + row.getAs("rows_deleted"))
        .toList();
  }

  private String noticeFile(String ending) throws IOException {
    Path shelf = Path.of(lake.on(NOTICED).settings().reportsUri().replaceFirst("^file:/*", "/"));
    try (Stream<Path> files = Files.list(shelf.resolve("restricted"))) {
      return Files.readString(
          files.filter(file -> file.toString().endsWith(ending)).findFirst().orElseThrow());
    }
  }

  private static Map<String, Object> contact(String campaign, String day) {
    return Map.of("campaign_id", campaign, "contacted_on", day);
  }

  private static Map<String, Object> hold(String id, String campaign, String from, String to) {
    Map<String, Object> hold =
        new java.util.HashMap<>(
            Map.of(
                "hold_id",
                id,
                "scope_column",
                "campaign_id",
                "scope_value",
                campaign,
                "tables",
                "all",
                "placed_on",
                LocalDate.parse(from).toString()));
    if (to != null) {
      hold.put("released_on", to);
    }
    return hold;
  }
}
