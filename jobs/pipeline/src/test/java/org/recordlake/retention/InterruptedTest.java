package org.recordlake.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recordlake.job.JobContext;

/** A run killed between any two of its steps is taken over by the next. */
class InterruptedTest {
  private static final String TODAY = "2026-11-22";

  @TempDir Path folder;

  @Test
  void aDisposalKilledAtAnyStepIsFinishedUnderItsOwnNumberAndCountedOnce() {
    SmallLake lake = new SmallLake(folder);
    lake.store("customers", Map.of("customer_id", "C", "relationship_ended_on", "2020-01-01"));
    lake.store(
        "contacts",
        Map.of("contact_id", "P1", "customer_id", "C", "updated_on", "2026-01-01"),
        Map.of("contact_id", "P2", "customer_id", "C", "updated_on", "2026-01-01"));

    List<String> ids = killedAfter(lake, Step.PLANNED);
    assertThat(states(lake)).containsOnly("planned 0");
    assertThat(killedAfter(lake, Step.BEGUN)).isEqualTo(ids);
    assertThat(states(lake)).containsExactly("deleting 2", "deleting 1");
    assertThat(lake.keys("contacts")).hasSize(2);

    assertThat(killedAfter(lake, Step.DESTROYED)).isEqualTo(ids);
    assertThat(lake.keys("contacts")).isEmpty();
    assertThat(lake.keys("customers")).isEmpty();
    assertThat(new RetentionDelete().plan(lake.on(TODAY)).lines())
        .hasSize(2)
        .allMatch(line -> line.contains("deleted by a run that died"));

    lake.run(TODAY, new RetentionDelete());
    assertThat(states(lake)).containsExactly("deleting 2", "deleting 1");
    assertThat(new RetentionDelete().plan(lake.on(TODAY)).lines()).isEmpty();
    lake.run(TODAY, new RetentionPurge());
    assertThat(states(lake)).containsExactly("certified 2", "certified 1");
    assertThat(ids(lake)).isEqualTo(ids);
  }

  private enum Step {
    PLANNED,
    BEGUN,
    DESTROYED
  }

  private static List<String> killedAfter(SmallLake lake, Step step) {
    JobContext context = lake.on(TODAY);
    List<Disposition> planned =
        RetentionDelete.prepare(new RetentionDelete().plan(context), context);
    try (Disposal disposal =
        Disposal.take(context, planned, DueRows.on(context, java.util.Optional.empty()))) {
      if (step != Step.PLANNED) {
        disposal.begin();
      }
      if (step == Step.DESTROYED) {
        disposal.destroy();
      }
    }
    return ids(lake);
  }

  private static List<String> ids(SmallLake lake) {
    return lake.dispositions().stream().map(row -> row.<String>getAs("disposition_id")).toList();
  }

  private static List<String> states(SmallLake lake) {
    return lake.dispositions().stream().map(InterruptedTest::state).toList();
  }

  private static String state(Row row) {
    return row.getAs("state") + " " + row.getAs("rows_deleted");
  }
}
