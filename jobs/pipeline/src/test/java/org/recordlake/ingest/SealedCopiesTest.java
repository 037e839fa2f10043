package org.recordlake.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recordlake.job.JobResult;
import org.recordlake.lake.Lake;
import org.recordlake.problem.ExitCode;
import org.recordlake.problem.Failure;
import org.recordlake.protect.Keys;
import org.recordlake.testing.Bytes;
import org.recordlake.testing.ReadRows;
import org.recordlake.testing.TestRun;

/** The lake's copies of dropped files say nothing to whoever has no keys. */
class SealedCopiesTest {
  private static final String CARD = "4111111111111111";
  private static final List<String> PLANTED =
      List.of(CARD, "4012888888881881", "123-456789", "1900445566", "A12345678", "55443322110");
  private static final String EVENTS = "event_id,name,kind,starts_on,ends_on,venue,city";

  @TempDir Path folder;
  private TestRun run;

  @BeforeEach
  void lake() {
    run = new TestRun(folder);
  }

  @Test
  void noFileOfTheLakeHoldsAnAccountOrCardNumberInClear() throws IOException {
    run.with("ingest.maxQuarantinedShare", "0.9")
        .drop("bank/payments.ach", ReadRows.fixture("business/payments.ach"))
        .drop(
            "finance/payments.csv",
            "payment_id,customer_id,method,paid_on,amount,card_number,account_number,routing_number",
            "P1,C-1,card,2026-11-01,10.00,4012888888881881,,",
            "P2,C-1,check,2026-11-01,broken,,55443322110,021000021")
        .drop(
            "meetings/chat.jsonl",
            "{\"meeting_id\":\"M1\",\"meeting_date\":\"2026-11-02\",\"message_id\":\"1\",\"kind\":\"chat\","
                + "\"sent_at\":\"2026-11-02T15:00:00Z\",\"message\":\"take "
                + CARD
                + " please\"}")
        .drop("odd/unknown.txt", "nobody knows this layout", "account 55443322110")
        .run(new Ingest());
    for (String number : PLANTED) {
      assertThat(Bytes.filesContaining(folder.resolve("landing"), number)).isNotEmpty();
      assertThat(Bytes.filesContaining(run.lakeFolder(), number)).isEmpty();
    }
    assertThat(copies()).hasSize(4);
    Lake lake = run.context().lake();
    for (String table :
        List.of("payments", "chat_messages", "quarantine", "ingested_files", "meetings")) {
      if (lake.exists(table)) {
        for (Row row : run.table(table).collectAsList()) {
          assertThat(row.toString()).doesNotContain(PLANTED);
        }
      }
    }
  }

  @Test
  void whatWasSetAsideIsTakenAgainFromTheSealedCopyAlone() throws IOException {
    run.with("ingest.maxQuarantinedShare", "0.1")
        .drop(
            "events/a.csv",
            EVENTS,
            "E1,First,open_house,2026-05-01,2026-05-02,Hall,Omaha",
            "E2,Second,open_house,someday,2026-05-02,Hall,Omaha")
        .run(new Ingest());
    Files.delete(folder.resolve("landing/events/a.csv"));
    JobResult again = run.with("ingest.maxQuarantinedShare", "0.9").run(new IngestRetry());
    assertThat(again.exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(run.table("events").count()).isEqualTo(1);
    assertThat(copies()).hasSize(1);
  }

  @Test
  void withoutItsKeysACopyIsUnreadable() {
    run.drop("odd/unknown.txt", "nobody knows this layout").run(new Ingest());
    assertThatThrownBy(() -> run.with(Keys.temporary()).run(new IngestRetry()))
        .isInstanceOfSatisfying(
            Failure.class,
            failure -> {
              assertThat(failure.exitCode()).isEqualTo(ExitCode.CONFIGURATION);
              assertThat(failure.getMessage()).contains("sealed with other keys", "landing/odd");
            });
  }

  @Test
  void whatAKilledRunLeftOfItsCopiesIsUsedOrRemovedByTheNext() throws IOException {
    run.drop("events/a.csv", EVENTS, "E1,First,open_house,2026-05-01,2026-05-02,Hall,Omaha")
        .run(new Ingest());
    Path copies = run.lakeFolder().resolve("landing/events");
    Path other = Files.write(copies.resolve("a".repeat(64) + ".sealed"), new byte[] {1});
    Path part = Files.write(copies.resolve("b".repeat(64) + ".sealed.part"), new byte[] {1});
    assertThat(run.context()).isNotNull();
    assertThat(new Ingest().plan(run.context()).lines())
        .contains("landing: 2 copies that a killed run left, to remove");
    run.run(new Ingest());
    assertThat(other).doesNotExist();
    assertThat(part).doesNotExist();
    assertThat(copies()).hasSize(1);
  }

  @Test
  void aLandingFolderThatIsTheLakesOwnDoesNotTakeItsCopiesForDroppedFiles() {
    run.with("landing.folder", run.lakeFolder().resolve("landing").toString());
    TestRun same = new TestRun(folder.resolve("lake")).with("lake", run.lakeFolder().toString());
    same.drop("events/a.csv", EVENTS, "E1,First,open_house,2026-05-01,2026-05-02,Hall,Omaha");
    assertThat(run.run(new Ingest()).counts()).containsEntry("files", 1L);
    assertThat(run.run(new Ingest()).counts()).containsEntry("files", 0L);
  }

  private List<Path> copies() throws IOException {
    try (Stream<Path> files = Files.walk(run.lakeFolder().resolve("landing"))) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> !file.getFileName().toString().endsWith(".crc"))
          .toList();
    }
  }
}
