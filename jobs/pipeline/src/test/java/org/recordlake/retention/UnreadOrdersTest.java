package org.recordlake.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recordlake.job.JobResult;
import org.recordlake.problem.ExitCode;

/** While a hold order stands unread, nothing is destroyed, and the run says which order. */
class UnreadOrdersTest {
  private static final String TODAY = "2026-11-22";

  @TempDir Path folder;

  private SmallLake lake;

  @BeforeEach
  void somethingIsDue() {
    lake = new SmallLake(folder);
    lake.store("customers", Map.of("customer_id", "C", "relationship_ended_on", "2020-01-01"));
  }

  @Test
  void anOrderWithAnUnknownScopeStopsEveryDestructionUntilItIsReleased() {
    lake.store(
        "legal_holds",
        Map.of("hold_id", "H-9", "scope_column", "postal_route", "scope_value", "secret"));
    standsStill("hold H-9");
    assertThat(new RetentionDelete().plan(lake.on(TODAY)).items())
        .allMatch(item -> item.rowsDue() == item.rowsHeld());
    lake.run(TODAY, new ReleaseHold("H-9", java.time.LocalDate.parse(TODAY), "Office"));
    destroys();
  }

  @Test
  void termsNobodyUnderstandsStopItAlsoBeforeTheirFirstDay() {
    lake.store(
        "legal_holds",
        Map.of(
            "hold_id",
            "H-9",
            "scope_column",
            "where",
            "scope_value",
            "email secret",
            "placed_on",
            "2027-01-01",
            "tables",
            "all"));
    standsStill("hold H-9");
  }

  @Test
  void aFileOfOrdersThatIsNotTakenInYetStopsIt() throws Exception {
    Path holds = java.nio.file.Files.createDirectories(folder.resolve("landing/holds/2026"));
    java.nio.file.Files.writeString(holds.resolve("order.csv"), "secret");
    standsStill("holds/2026/order.csv");
  }

  @Test
  void anOrderSetAsideStopsIt() {
    lake.store(
        "quarantine",
        Map.of("table_name", "legal_holds", "file_sha256", "0".repeat(64), "line", 7L));
    standsStill("a file of orders line 7");
  }

  @Test
  void aFileOfOrdersRefusedStopsItUntilALaterOneOfItsNameIsGood() {
    lake.store("ingested_files", file("aa", "refused", 0L, 0L));
    standsStill("holds/orders.csv");
    lake.store("ingested_files", file("bb", "committed", 0L, 1L));
    standsStill("holds/orders.csv");
    Map<String, Object> good = new java.util.HashMap<>(file("cc", "committed", 0L, 0L));
    good.put("ingested_at", java.sql.Timestamp.valueOf("2026-11-23 00:00:00"));
    lake.store("ingested_files", good);
    destroys();
  }

  @Test
  void holdsThatWereStoredAndAreGoneStopIt() {
    lake.store("ingested_files", file("aa", "committed", 1L, 0L));
    standsStill("governance.legal_holds");
  }

  private static Map<String, Object> file(
      String sha256, String status, long stored, long quarantined) {
    return Map.of(
        "file_sha256",
        sha256,
        "table_name",
        "legal_holds",
        "source_folder",
        "holds",
        "file_name",
        "orders.csv",
        "status",
        status,
        "stored",
        stored,
        "updated",
        0L,
        "quarantined",
        quarantined,
        "ingested_at",
        java.sql.Timestamp.valueOf("2026-11-01 00:00:00"));
  }

  private void standsStill(String which) {
    JobResult deleted = lake.run(TODAY, new RetentionDelete());
    JobResult purged = lake.run(TODAY, new RetentionPurge());
    for (JobResult result : java.util.List.of(deleted, purged)) {
      assertThat(result.exitCode()).isEqualTo(ExitCode.DATA_CHECKS);
      assertThat(result.problems()).anyMatch(problem -> problem.place().equals(which));
      assertThat(result.output().toString()).contains(which).doesNotContain("secret");
    }
    assertThat(lake.keys("customers")).containsExactly("C");
    assertThat(lake.dispositions()).isEmpty();
  }

  private void destroys() {
    assertThat(lake.run(TODAY, new RetentionDelete()).exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(lake.keys("customers")).isEmpty();
  }
}
