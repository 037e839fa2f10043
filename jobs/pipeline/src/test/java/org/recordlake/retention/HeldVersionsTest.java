package org.recordlake.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recordlake.catalog.TableSpec;
import org.recordlake.identity.FindSubject;
import org.recordlake.identity.SubjectQuestion;
import org.recordlake.ingest.Ingest;
import org.recordlake.job.JobContext;
import org.recordlake.problem.ExitCode;
import org.recordlake.schedule.HeldVersions;
import org.recordlake.schedule.Holds;
import org.recordlake.testing.Bytes;
import org.recordlake.testing.TestRun;

/** What a held row said before it was overwritten, from its first version to its destruction. */
class HeldVersionsTest {
  private static final String HEADER =
      "customer_id,kind,customer_name,country,phone,relationship_started_on,"
          + "relationship_ended_on,updated_on";

  @TempDir Path folder;

  private TestRun run;

  @BeforeEach
  void aHeldCustomerAndAnother() {
    run = new TestRun(folder).asOf("2026-11-01");
    run.drop(
        "holds/h.csv",
        "hold_id,matter,scope_column,scope_value,tables,placed_on,placed_by",
        "H-1,Matter,customer_id,C-1,all,2026-01-01,Counsel");
    customers("a", "C-1,firm,First Name,US,,2015-01-01,,2026-01-01", other("Alpha"));
  }

  @Test
  void eachVersionOverwrittenIsKeptSealedOnceAndFound() throws Exception {
    assertThat(run.table("held_versions").count()).isZero();
    run.asOf("2026-11-02");
    customers("b", "C-1,firm,Second Name,US,,2015-01-01,,2026-02-01", other("Beta"));
    run.asOf("2026-11-03");
    customers("c", "C-1,firm,Third Name,US,,2015-01-01,,2026-03-01", other("Gamma"));
    assertThat(said()).containsExactly("First Name", "Second Name");
    Row first = run.table("held_versions").orderBy("version_recorded_on").first();
    assertThat(first.<String>getAs("hold_ids")).isEqualTo("H-1");
    assertThat(first.<String>getAs("rule")).isEqualTo("R3");
    assertThat(first.<Object>getAs("trigger_on")).isNull();
    assertThat(first.<Object>getAs("preserved_on")).hasToString("2026-11-02");
    assertThat(Bytes.filesContaining(run.lakeFolder().resolve("governance"), "First Name"))
        .isEmpty();
    assertThat(find(SubjectQuestion.individual("C-1")))
        .contains("customers: 2 row(s), own, preserved under a hold, from customers");
    assertThat(find(SubjectQuestion.name("First Name"))).contains("customer C-1");
  }

  @Test
  void aRunKilledBetweenCopyAndMergeCopiesNothingTwice() {
    JobContext context = run.context();
    TableSpec customers = context.catalog().table("customers");
    for (int time = 0; time < 2; time++) {
      new HeldVersions(context).preserve(customers, run.table("customers"), Holds.on(context));
    }
    customers("b", "C-1,firm,Second Name,US,,2015-01-01,,2026-02-01");
    assertThat(said()).containsExactly("First Name");
  }

  @Test
  void versionsAreDestroyedWithTheirRowOnceTheHoldIsReleased() {
    run.asOf("2026-11-02");
    customers("b", "C-1,firm,Second Name,US,,2015-01-01,,2026-02-01");
    run.asOf("2026-11-03");
    customers("c", "C-1,firm,Third Name,US,,2015-01-01,2020-01-01,2026-03-01");
    assertThat(run.table("held_versions").select("trigger_on").distinct().collectAsList())
        .extracting(Row::toString)
        .containsExactly("[2020-01-01]");
    run.run(new RetentionDelete());
    assertThat(said()).hasSize(2);

    run.run(new ReleaseHold("H-1", LocalDate.parse("2026-11-04"), "Office"));
    run.asOf("2026-11-04").run(new RetentionDelete());
    assertThat(run.run(new RetentionPurge()).exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(run.table("held_versions").count()).isZero();
    assertThat(run.table("customers").where("customer_id = 'C-1'").count()).isZero();
    assertThat(run.table("dispositions").where("state != 'certified'").count()).isZero();
  }

  @Test
  void aVersionOutlivesARowThatTurnedAwayFromTheHold() {
    run.drop(
        "crm/contacts-a.csv",
        "contact_id,customer_id,first_name,updated_on",
        "K-1,C-1,Ana,2019-01-01");
    run.run(new Ingest());
    run.drop(
        "crm/contacts-b.csv",
        "contact_id,customer_id,first_name,updated_on",
        "K-1,C-2,Bo,2019-02-01");
    run.run(new Ingest());
    TableSpec contacts = run.context().catalog().table("contacts");
    assertThat(new HeldVersions(run.context()).rows(contacts).select("first_name").first())
        .hasToString("[Ana]");
  }

  @Test
  void whileAnOrderStandsUnreadEveryVersionIsKeptAndNothingIsRefusedForItsAge() {
    run.drop("holds/broken.csv", "what is this");
    run.asOf("2026-11-02");
    customers("b", other("Beta"), "C-9,firm,Long Gone,US,,2010-01-01,2015-01-01,2026-02-01");
    assertThat(said()).containsExactly("Alpha");
    assertThat(run.table("customers").where("customer_id = 'C-9'").count()).isEqualTo(1);
    assertThat(run.run(new RetentionDelete()).exitCode()).isEqualTo(ExitCode.DATA_CHECKS);
    run.asOf("2027-03-01").run(new Ingest());
    assertThat(run.table("ingested_files").where("copy_destroyed_at is not null").count()).isZero();
  }

  private static String other(String name) {
    return "C-2,firm,%s,US,,2015-01-01,,2026-0%d-01"
        .formatted(name, "ABG".indexOf(name.charAt(0)) + 1);
  }

  private void customers(String file, String... rows) {
    String[] lines = new String[rows.length + 1];
    lines[0] = HEADER;
    System.arraycopy(rows, 0, lines, 1, rows.length);
    run.drop("crm/customers-" + file + ".csv", lines).run(new Ingest());
  }

  private List<String> said() {
    TableSpec customers = run.context().catalog().table("customers");
    return new HeldVersions(run.context())
        .rows(customers).select("customer_name").collectAsList().stream()
            .map(row -> row.getString(0))
            .sorted()
            .toList();
  }

  private List<String> find(SubjectQuestion question) {
    return run.run(new FindSubject(question, "Office", "request")).output();
  }
}
