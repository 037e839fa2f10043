package org.recordlake.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recordlake.job.JobRunner;
import org.recordlake.problem.ExitCode;
import org.recordlake.testing.Bytes;

/** Each rule of the notice through the real jobs, with rows on both sides of its day. */
class EveryRuleTest {
  private static final String TODAY = "2026-11-22";

  @TempDir Path folder;

  @Test
  @DisplayName(
      "every rule keeps a record through its last day, destroys it on the next, and leaves no byte")
  void everyRuleToTheDay() throws IOException {
    SmallLake lake = new SmallLake(folder);
    store(lake);

    JobRunner.Outcome outcome =
        new JobRunner(lake.on(TODAY)).run(List.of(new RetentionDelete(), new RetentionPurge()));

    assertThat(outcome.problems()).isEmpty();
    assertThat(outcome.exitCode()).isEqualTo(ExitCode.DONE);
    survivors(lake);
    assertThat(Bytes.filesContaining(lake.folder(), SmallLake.NAME_PREFIX + "kept")).isNotEmpty();
    assertThat(Bytes.filesContaining(lake.folder(), SmallLake.NAME_PREFIX + "due")).isEmpty();
    assertThat(lake.folder().resolve("media/m-due")).doesNotExist();
    assertThat(lake.folder().resolve("media/m-stray")).doesNotExist();
    assertThat(lake.folder().resolve("media/m-kept")).exists();
    ledger(lake);
    secondRunChangesNothing(lake);
  }

  private void store(SmallLake lake) throws IOException {
    lake.store(
        "publication_subscriptions",
        Map.of("subscription_id", "due", "ceased_on", "2026-11-21"),
        Map.of("subscription_id", "kept", "ceased_on", "2026-11-22"),
        Map.of("subscription_id", "kept-open"));
    lake.store(
        "campaign_contacts",
        Map.of("campaign_id", "due", "contacted_on", "2021-11-21"),
        Map.of("campaign_id", "kept", "contacted_on", "2021-11-22"));
    lake.store(
        "customers",
        Map.of("customer_id", "due-C", "relationship_ended_on", "2023-11-21"),
        Map.of("customer_id", "kept-C", "relationship_ended_on", "2023-11-22"),
        Map.of("customer_id", "kept-open"));
    lake.store(
        "payments",
        payment("due-ach", "ach", "kept-open", "2024-11-21"),
        payment("kept-ach", "ach", "kept-open", "2024-11-22"),
        payment("due-ach-gone", "ach", "due-C", "2024-11-21"),
        payment("due-card", "card", "due-C", "2023-01-01"),
        payment("kept-card", "card", "kept-C", "2010-01-01"),
        payment("kept-check", "check", "kept-open", "2010-01-01"),
        payment("kept-waiting", "check", "nobody", "2003-11-21"),
        payment("kept-young", "check", "nobody", "2023-11-22"));
    lake.store(
        "chat_messages",
        Map.of("meeting_id", "due", "meeting_date", "2024-11-21"),
        Map.of("meeting_id", "kept", "meeting_date", "2024-11-22"));
    lake.store(
        "meeting_media",
        Map.of("media_id", "due", "meeting_date", "2024-11-21", "file_name", "m-due"),
        Map.of("media_id", "kept", "meeting_date", "2024-11-22", "file_name", "m-kept"));
    lake.store(
        "quarantine",
        Map.of("file_sha256", "due", "line", 1L, "arrived_on", "2026-09-22"),
        Map.of("file_sha256", "kept", "line", 1L, "arrived_on", "2026-09-23"));
    lake.store(
        "disclosures", Map.of("disclosure_id", "kept-for-life", "disclosed_on", "2015-01-01"));
    for (String name : List.of("m-due", "m-kept", "m-stray")) {
      Files.createDirectories(lake.folder().resolve("media"));
      Files.writeString(lake.folder().resolve("media").resolve(name), "an image");
    }
    Files.createDirectories(lake.folder().resolve("records/customers/_staging"));
    Files.writeString(lake.folder().resolve("records/customers/_staging/part"), "Canarydue");
    Files.writeString(
        lake.folder().resolve("records/customers/_delta_log/.0.json.tmp"), "Canarydue");
  }

  private static Map<String, Object> payment(
      String id, String method, String customer, String paidOn) {
    return Map.of("payment_id", id, "method", method, "customer_id", customer, "paid_on", paidOn);
  }

  private static void survivors(SmallLake lake) {
    assertThat(lake.keys("publication_subscriptions")).containsExactly("kept", "kept-open");
    assertThat(lake.keys("campaign_contacts")).containsExactly("kept");
    assertThat(lake.keys("customers")).containsExactly("kept-C", "kept-open");
    assertThat(lake.keys("payments"))
        .containsExactly("kept-ach", "kept-card", "kept-check", "kept-waiting", "kept-young");
    assertThat(lake.keys("chat_messages")).containsExactly("kept");
    assertThat(lake.keys("meeting_media")).containsExactly("kept");
    assertThat(lake.keys("quarantine")).containsExactly("kept");
    assertThat(lake.keys("disclosures")).containsExactly("kept-for-life");
  }

  private static void ledger(SmallLake lake) {
    List<Row> rows = lake.dispositions();
    assertThat(rows)
        .extracting(
            row ->
                row.getAs("table_name")
                    + " "
                    + row.getAs("rule")
                    + " "
                    + row.getAs("rows_deleted")
                    + " "
                    + row.getAs("media_deleted")
                    + " "
                    + row.getAs("state"))
        .containsExactly(
            "campaign_contacts R2b 1 0 certified",
            "chat_messages R4 1 0 certified",
            "customers R3 1 0 certified",
            "meeting_media R5 1 1 certified",
            "payments R2a 2 0 certified",
            "payments R3 1 0 certified",
            "publication_subscriptions R1 1 0 certified",
            "quarantine Q 1 0 certified");
    assertThat(rows).allSatisfy(row -> assertThat(row.<Long>getAs("files_removed")).isPositive());
  }

  private static void secondRunChangesNothing(SmallLake lake) {
    List<Long> before = versions(lake);
    RetentionPlan plan = new RetentionDelete().plan(lake.on(TODAY));
    assertThat(plan.lines())
        .containsExactly(
            "governance.disclosures A (5 U.S.C. 552a(c)): 1 row due, 0 held;"
                + " kept for the life of the record");
    lake.run(TODAY, new RetentionDelete());
    lake.run(TODAY, new RetentionPurge());
    assertThat(versions(lake)).isEqualTo(before);
  }

  private static List<Long> versions(SmallLake lake) {
    return List.of("customers", "payments", "chat_messages", "dispositions").stream()
        .map(table -> lake.lake().version(table))
        .toList();
  }
}
