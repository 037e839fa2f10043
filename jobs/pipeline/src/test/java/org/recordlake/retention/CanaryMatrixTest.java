package org.recordlake.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.recordlake.job.JobResult;
import org.recordlake.problem.ExitCode;
import org.recordlake.problem.Problem;

/**
 * Not a value of any personal column of any table is left anywhere, however Delta kept the rows and
 * wherever else they lay; and what is planted beside is found.
 *
 * <p>A table is kept in one of four ways: with a checkpoint before the delete or without, with a
 * change feed, which keeps each deleted row a second time, or without. The build tries one way a
 * table; {@code -Drecordlake.canary=all} tries all ways of all tables.
 */
class CanaryMatrixTest {
  static final String TODAY = "2026-11-22";

  @TempDir static Path folder;

  private static CanaryLake filled;

  @BeforeAll
  static void fill() throws IOException {
    filled = new CanaryLake(folder.resolve("filled")).filled();
  }

  static IntStream turns() {
    return IntStream.range(0, "all".equals(System.getProperty("recordlake.canary")) ? 4 : 1);
  }

  @ParameterizedTest(name = "turn {0}")
  @MethodSource("turns")
  void nothingIsLeftOfWhatWasDueAndWhatIsPlantedIsFound(int turn) throws IOException {
    CanaryLake lake = filled.copied(folder.resolve("turn" + turn));
    lake.keepInFourWays(turn);
    lake.media("m-stray");
    lake.landingCopy("a,b\n1," + lake.canary("contacts", "last_name", "due") + "\n");
    lake.rowSetAside("q1", "{\"x\":\"" + lake.canary("customers", "customer_id", "due") + "\"}");
    lake.rowSetAside("q2", "{\"x\":\"" + lake.canary("contacts", "email", "kept") + "\"}");
    assertThat(lake.found("due")).isEqualTo(lake.labels());
    lake.destroyed();
    assertThat(lake.found("due")).as("storage has the old files").isEqualTo(lake.labels());

    List<Path> planted = plant(lake);
    JobResult first = lake.lake.run(TODAY, new RetentionPurge());
    assertThat(first.exitCode()).isEqualTo(ExitCode.DATA_CHECKS);
    assertThat(first.problems().stream().map(Problem::toString))
        .anySatisfy(each -> assertThat(each).contains("customers.customer_name", "index.html"))
        .anySatisfy(each -> assertThat(each).contains("contacts.email", "logs/recordlake.json"))
        .anySatisfy(each -> assertThat(each).contains("customers.customer_id", "marts/"))
        .allMatch(each -> each.matches("(?s).*(index.html|recordlake.json|customer_value).*"))
        .noneMatch(each -> each.contains("Zq"));
    assertThat(lake.lake.dispositions()).allMatch(row -> row.getAs("state").equals("purged"));
    assertThat(lake.found("due")).containsExactly("contacts.email", "customers.customer_name");
    assertThat(lake.lake.keys("quarantine")).containsExactly("q2");

    for (Path place : planted) {
      FileUtils.deleteQuietly(place.toFile());
    }
    assertThat(lake.lake.run(TODAY, new RetentionPurge()).problems()).isEmpty();
    assertThat(lake.scan("due").clean()).isTrue();
    assertThat(lake.found("kept")).as("what is not due is whole").isEqualTo(lake.labels());
    assertThat(lake.lake.dispositions()).allMatch(row -> row.getAs("state").equals("certified"));
  }

  /** A report, a log and a row of a mart that speak of what is gone. */
  private static List<Path> plant(CanaryLake lake) throws IOException {
    Path root = lake.lake.folder();
    Path report = root.resolve("reports/analyst/index.html");
    Path log = root.resolve("logs/recordlake.json");
    Files.createDirectories(report.getParent());
    Files.createDirectories(log.getParent());
    Files.writeString(report, "<p>" + lake.canary("customers", "customer_name", "due") + "</p>");
    Files.writeString(log, "{\"m\":\"" + lake.canary("contacts", "email", "due") + "\"}\n");
    String customer = lake.keys().pseudonym(lake.canary("customers", "customer_id", "due"));
    lake.lake.store("customer_value", Map.of("customer_key", customer));
    return List.of(report, log, root.resolve("marts/customer_value"));
  }
}
