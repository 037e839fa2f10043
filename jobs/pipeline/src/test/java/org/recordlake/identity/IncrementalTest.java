package org.recordlake.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recordlake.job.JobContext;
import org.recordlake.job.JobRunner;

class IncrementalTest {
  @TempDir Path folder;

  @Test
  void rowsThatCameSinceAreMatchedAgainstTheWholeAsAFullMatchWould() {
    Stored lake = first();
    lake.match();
    second(lake);
    JobContext context = lake.run.context();
    try (Matcher matcher = new Matcher(context)) {
      new LinkTable(context).apply(matcher.since(Set.of("second")));
    }
    List<String> byChange = lake.links();
    long version = lake.version();
    lake.matchAll();
    assertThat(lake.links()).isEqualTo(byChange);
    assertThat(lake.version()).as("a full match found nothing to change").isEqualTo(version);
    assertThat(byChange)
        .contains(
            "survey_responses S/1 -> C-9 matched email",
            "survey_responses S/2 -> C-2 review email",
            "survey_responses S/2 -> C-8 review email",
            "survey_responses S/3 -> C-3 matched email",
            "survey_responses S/4 -> C-1 matched email");
  }

  @Test
  void aRunThatFindsNothingNewReadsNoRecords() {
    Stored lake = first();
    assertThat(run(lake)).containsExactly("match all rows: not matched yet");
    assertThat(run(lake)).isEmpty();
    ledger(lake, "second", 1, 0);
    assertThat(plan(lake)).containsExactly("match the rows of 1 new file(s) against the rest");
    ledger(lake, "third", 0, 1);
    assertThat(plan(lake))
        .containsExactly("match all rows: rows that others are compared with were changed");
  }

  private Stored first() {
    return new Stored(folder)
        .customer("C-1", "email=one@x.example.com")
        .customer("C-2", "email=two@x.example.com")
        .customer("C-3", "email=three@x.example.com")
        .row(
            "survey_responses",
            "first",
            "survey_id=S",
            "respondent_id=1",
            "email=nine@x.example.com")
        .row(
            "survey_responses",
            "first",
            "survey_id=S",
            "respondent_id=2",
            "email=two@x.example.com")
        .row(
            "survey_responses",
            "first",
            "survey_id=S",
            "respondent_id=3",
            "email=three@x.example.com");
  }

  /** A customer for a row that had none, a second one for an address, and a new row. */
  private static void second(Stored lake) {
    lake.row("customers", "second", "customer_id=C-9", "email=nine@x.example.com")
        .row("customers", "second", "customer_id=C-8", "email=two@x.example.com")
        .row(
            "survey_responses",
            "second",
            "survey_id=S",
            "respondent_id=4",
            "email=one@x.example.com");
  }

  private static List<String> run(Stored lake) {
    JobContext context = lake.run.context();
    List<String> plan = new ArrayList<>(new Identity().plan(context).lines());
    assertThat(new JobRunner(context).run(List.of(new Identity())).exitCode().code()).isZero();
    return plan;
  }

  private static List<String> plan(Stored lake) {
    return new Identity().plan(lake.run.context()).lines();
  }

  /** A file of customers taken in after every run so far. */
  private static void ledger(Stored lake, String file, long stored, long updated) {
    lake.row(
        "ingested_files",
        file,
        "file_sha256=" + file,
        "table_name=customers",
        "stored=" + stored,
        "updated=" + updated,
        "ingested_at=2026-11-23T00:00:00Z");
  }
}
