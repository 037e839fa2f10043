package org.recordlake.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recordlake.ingest.Ingest;
import org.recordlake.job.JobResult;
import org.recordlake.problem.ExitCode;
import org.recordlake.protect.Keys;
import org.recordlake.testing.TestRun;

/** Copies of dropped files and rows set aside that name what is held outlive their days. */
class HeldCopiesTest {
  private static final String CONTACTS = "contact_id,customer_id,first_name,updated_on";
  private static final String RELEASE = "2026-10-01";

  @TempDir Path folder;

  @Test
  void theyStayUntilTheReleaseAndOthersGoOnTheirDay() {
    TestRun run = new TestRun(folder).asOf("2026-01-01").with("ingest.maxQuarantinedShare", "1");
    run.drop(
            "holds/h.csv",
            "hold_id,matter,scope_column,scope_value,tables,placed_on,placed_by",
            "H-1,Matter,customer_id,C-1,all,2025-01-01,Counsel")
        .drop("crm/held.csv", CONTACTS, "K-1,C-1,Ana,2026-01-01", "K-2,C-1,Bo,never")
        .drop("crm/free.csv", CONTACTS, "K-3,C-11,Cy,2026-01-01", "K-4,C-11,Di,never")
        .run(new Ingest());
    assertThat(run.table("quarantine").count()).isEqualTo(2);

    run.asOf("2026-09-01").run(new Ingest());
    run.run(new RetentionDelete());
    run.run(new RetentionPurge());
    assertThat(destroyed(run)).containsExactly("free.csv");
    assertThat(run.table("quarantine").select("line").collectAsList())
        .extracting(Row::toString)
        .containsExactly("[3]");
    assertThat(run.table("dispositions").where("state != 'certified'").count()).isZero();

    run.run(new ReleaseHold("H-1", LocalDate.parse(RELEASE), "Office"));
    run.asOf(RELEASE).run(new Ingest());
    run.run(new RetentionDelete());
    assertThat(destroyed(run)).containsExactly("free.csv", "h.csv", "held.csv");
    assertThat(run.table("quarantine").count()).isZero();
  }

  @Test
  void whatCannotBeOpenedIsKept() {
    TestRun run = new TestRun(folder).asOf("2026-01-01").with("ingest.maxQuarantinedShare", "1");
    run.drop("crm/free.csv", CONTACTS, "K-3,C-2,Cy,2026-01-01", "K-4,C-2,Di,never")
        .run(new Ingest());
    run.with(Keys.temporary())
        .asOf("2026-09-01")
        .drop(
            "holds/h.csv",
            "hold_id,matter,scope_column,scope_value,tables,placed_on,placed_by",
            "H-1,Matter,customer_id,C-1,all,2025-01-01,Counsel")
        .run(new Ingest());
    run.run(new RetentionDelete());
    assertThat(destroyed(run)).isEmpty();
    assertThat(run.table("quarantine").count()).isEqualTo(1);
  }

  @Test
  void aHeldCopyInWhichSomethingDestroyedStandsIsToldOfAndNoTrace() {
    TestRun run = new TestRun(folder).asOf("2026-11-01");
    run.drop(
            "meetings/c.csv",
            "meeting_id,meeting_date,message_id,kind,message,sender_name",
            "M1,2024-11-02,1,chat,The crane arrives on Thursday,Ninette Quorum",
            "M2,2026-10-30,1,chat,Other things were said,Osbert Lanyard")
        .drop(
            "holds/h.csv",
            "hold_id,matter,scope_column,scope_value,tables,placed_on,placed_by",
            "H-1,Matter,meeting_id,M2,all,2026-10-31,Counsel")
        .run(new Ingest());
    run.asOf("2026-11-10").run(new RetentionDelete());
    JobResult purged = run.run(new RetentionPurge());
    String kept = "1 copies of dropped files in which something destroyed stands are kept";
    assertThat(purged.problems()).isEmpty();
    assertThat(purged.output()).anyMatch(line -> line.contains(": 0 found, 0 places"));
    assertThat(purged.output()).anyMatch(line -> line.startsWith(kept));
    assertThat(run.table("dispositions").where("state = 'certified'").count()).isEqualTo(1);
    JobResult scanned = run.run(new ScanLake());
    assertThat(scanned.exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(scanned.output()).anyMatch(line -> line.startsWith(kept));
    assertThat(scanned.counts()).containsEntry("traces_found", 0L).containsEntry("copies_kept", 1L);
  }

  private static java.util.List<String> destroyed(TestRun run) {
    return run
        .table("ingested_files")
        .where("copy_destroyed_at is not null")
        .orderBy("file_name")
        .collectAsList()
        .stream()
        .map(row -> row.<String>getAs("file_name"))
        .toList();
  }
}
