package org.recordlake.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recordlake.catalog.TableSpec;
import org.recordlake.job.JobResult;
import org.recordlake.problem.ExitCode;
import org.recordlake.problem.Problem;

/**
 * Not a value of any personal column of any table is left anywhere, however Delta kept the rows and
 * wherever else they lay; and what is planted after the disposal is found.
 */
class CanaryMatrixTest {
  static final String TODAY = "2026-11-22";

  @TempDir static Path folder;

  private static CanaryLake filled;

  @BeforeAll
  static void fill() throws IOException {
    filled = new CanaryLake(folder.resolve("filled")).filled();
  }

  @Test
  void nothingIsLeftOfWhatWasDue() throws IOException {
    CanaryLake lake = filled.copied(folder.resolve("plain"));
    lake.lake.run(TODAY, new RetentionDelete());
    assertThat(lake.found("due")).as("storage still has the old files").isEqualTo(lake.labels());
    JobResult purged = lake.lake.run(TODAY, new RetentionPurge());

    assertThat(purged.problems()).isEmpty();
    isClean(lake);
    assertThat(lake.found("kept")).as("what is not due is whole").isEqualTo(lake.labels());
  }

  /** The change feed keeps each deleted row a second time, a checkpoint the statistics of files. */
  @Test
  void norWithACheckpointBeforeTheDeleteAChangeFeedAndCopiesInEveryPlace() throws IOException {
    CanaryLake lake = filled.copied(folder.resolve("kept-twice"));
    for (TableSpec table : lake.tables()) {
      lake.set(table, "'delta.checkpointInterval'='1', 'delta.enableChangeDataFeed'='true'");
      lake.breakOffWrite(table);
    }
    lake.media("m-stray");
    lake.landingCopy("a,b\n1," + lake.canary("contacts", "last_name", "due") + "\n");
    lake.rowSetAside("q1", "{\"x\":\"" + lake.canary("customers", "customer_id", "due") + "\"}");
    lake.rowSetAside("q2", "{\"x\":\"" + lake.canary("contacts", "email", "kept") + "\"}");
    Map<Path, String> planted =
        Map.of(
            lake.lake.folder().resolve("reports/analyst/index.html"),
            "<p>" + lake.canary("customers", "customer_name", "due") + "</p>",
            lake.lake.folder().resolve("logs/recordlake.json"),
            "{\"m\":\"" + lake.canary("contacts", "email", "due") + "\"}\n",
            lake.lake.folder().resolve("marts/customer_value/old.json"),
            "{\"m\":\"" + lake.canary("meetings", "topic", "due") + "\"}\n");
    for (Map.Entry<Path, String> each : planted.entrySet()) {
      Files.createDirectories(each.getKey().getParent());
      Files.writeString(each.getKey(), each.getValue());
    }
    assertThat(lake.found("due")).isEqualTo(lake.labels());

    lake.lake.run(TODAY, new RetentionDelete());
    JobResult first = lake.lake.run(TODAY, new RetentionPurge());
    assertThat(first.exitCode()).isEqualTo(ExitCode.DATA_CHECKS);
    assertThat(first.problems().stream().map(Problem::toString).distinct().toList())
        .hasSize(planted.size())
        .anySatisfy(each -> assertThat(each).contains("customers.customer_name", "analyst/index.html"))
        .anySatisfy(each -> assertThat(each).contains("contacts.email", "logs/recordlake.json"))
        .anySatisfy(each -> assertThat(each).contains("meetings.topic", "customer_value/old.json"))
        .noneMatch(each -> each.contains("Zq"));
    assertThat(lake.lake.dispositions()).allMatch(row -> row.getAs("state").equals("purged"));
    assertThat(lake.found("due")).containsExactly("contacts.email", "customers.customer_name", "meetings.topic");
    assertThat(lake.lake.keys("quarantine")).containsExactly("q2");

    for (Path place : planted.keySet()) {
      Files.delete(place);
    }
    assertThat(lake.lake.run(TODAY, new RetentionPurge()).exitCode()).isEqualTo(ExitCode.DONE);
    isClean(lake);
  }

  private static void isClean(CanaryLake lake) {
    assertThat(lake.scan("due").hits()).isEmpty();
    assertThat(lake.scan("due").unread()).isEmpty();
    assertThat(lake.lake.dispositions()).allMatch(row -> row.getAs("state").equals("verified"));
  }
}
