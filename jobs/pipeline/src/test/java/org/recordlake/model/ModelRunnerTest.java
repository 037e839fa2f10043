package org.recordlake.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.commons.io.FileUtils;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recordlake.catalog.Catalog;
import org.recordlake.catalog.CatalogLoader;
import org.recordlake.catalog.TableSpec;
import org.recordlake.catalog.Zone;
import org.recordlake.insights.Insights;
import org.recordlake.job.Diagnosis;
import org.recordlake.job.JobContext;
import org.recordlake.job.JobOptions;
import org.recordlake.job.JobResult;
import org.recordlake.polls.Polls;
import org.recordlake.problem.ExitCode;
import org.recordlake.problem.Problem;
import org.recordlake.testing.ProjectFolder;
import org.recordlake.testing.TestRun;

/** The jobs over a lake of a few rows: what they rebuild, and what they leave alone. */
class ModelRunnerTest {
  private static final Map<String, String> ORDER =
      Map.of(
          "order_id",
          "O1",
          "line_no",
          "1",
          "customer_id",
          "C1",
          "order_date",
          "2026-11-01",
          "service",
          "letter_mail",
          "quantity",
          "1",
          "unit_price",
          "10",
          "cancelled",
          "false");

  private static final Map<String, String> OPEN_ENDED_CONTRACT =
      Map.of(
          "award_key",
          "W1",
          "award_number",
          "1",
          "supplier_name",
          "x",
          "customer_id",
          "C1",
          "start_on",
          "2024-01-01",
          "value",
          "5",
          "updated_on",
          "2024-01-01");

  @TempDir Path folder;

  @Test
  void aSecondRunRebuildsNothingAndAChangeOnlyWhatFollowsFromIt() {
    TestRun run = new TestRun(folder);
    add(run, "sales_orders", ORDER);
    assertThat(run.run(new Insights()).counts())
        .containsEntry("rebuilt", insightsMarts(run))
        .containsEntry("failed", 0L);
    List<Row> value = run.table("customer_value").collectAsList();
    assertThat(value).hasSize(1);
    assertThat(value.get(0).<String>getAs("customer_key")).matches("k[0-9a-f]{20}");

    long version = run.context().lake().version("customer_value");
    assertThat(run.run(new Insights()).counts())
        .containsEntry("rebuilt", 0L)
        .containsEntry("up_to_date", insightsMarts(run));
    assertThat(run.context().lake().version("customer_value")).isEqualTo(version);

    add(
        run,
        "sales_calls",
        Map.of(
            "call_id",
            "V1",
            "customer_id",
            "C1",
            "called_on",
            "2026-11-02",
            "employee_name",
            "x",
            "outcome",
            "won"));
    assertThat(stale(plan(run))).first().isEqualTo("stated_needs: sales_calls -1 -> 0");
    assertThat(stale(plan(run)))
        .hasSize(3)
        .element(1)
        .asString()
        .startsWith("need_evidence: stated_needs ");

    assertThat(stale(new Insights().plan(run.asOf("2026-11-23").context())))
        .contains("customer_purchases: as_of 2026-11-22 -> 2026-11-23")
        .noneMatch(line -> line.startsWith("need_evidence: sales_orders"));
    assertThat(plan(run, new JobOptions(true)).stale()).hasSize((int) insightsMarts(run));
  }

  private static long insightsMarts(TestRun run) {
    return marts(run, "insights").size();
  }

  private static List<String> marts(TestRun run, String job) {
    return run.context().catalog().tables(Zone.MARTS).stream()
        .filter(table -> table.mart().orElseThrow().job().equals(job))
        .map(TableSpec::name)
        .toList();
  }

  @Test
  void pollsFollowFromTheInsightsTheyRead() {
    TestRun run = new TestRun(folder);
    assertThat(stale(new Polls().plan(run.context())))
        .containsExactlyInAnyOrderElementsOf(
            marts(run, "polls").stream().map(mart -> mart + ": not made yet").toList());
    assertThat(run.run(new Polls()).counts())
        .containsEntry("rebuilt", (long) marts(run, "polls").size());
    add(run, "sales_orders", ORDER);
    run.run(new Insights());
    List<String> stale = stale(new Polls().plan(run.context()));
    assertThat(stale)
        .contains("meeting_engagement: sales_orders -1 -> 0")
        .anyMatch(line -> line.startsWith("poll_crosstabs: customer_value none -> "))
        .noneMatch(line -> line.startsWith("poll_results: "));
  }

  @Test
  void aMartThatFailsKeepsItsRowsAndHoldsBackThoseThatReadIt() throws IOException {
    TestRun run = new TestRun(folder);
    add(run, "sales_orders", ORDER);
    add(run, "supplier_contracts", OPEN_ENDED_CONTRACT);
    assertThat(run.run(new Insights()).exitCode()).isEqualTo(ExitCode.DONE);
    long version = run.context().lake().version("supplier_exposure");

    JobResult result =
        run.with(catalogThatAllowsNoOpenEnd()).asOf("2026-11-23").run(new Insights());
    assertThat(result.exitCode()).isEqualTo(ExitCode.DATA_CHECKS);
    assertThat(result.counts()).containsEntry("failed", 3L);
    assertThat(result.problems())
        .extracting(problem -> problem.place() + ": " + problem.what())
        .containsExactly(
            "marts.supplier_exposure: a value is missing in column next_end_in_days",
            "marts.need_evidence: not rebuilt, since it reads supplier_exposure",
            "marts.customer_needs: not rebuilt, since it reads need_evidence");
    assertThat(run.context().lake().version("supplier_exposure")).isEqualTo(version);
    assertThat(stale(plan(run)))
        .extracting(line -> line.substring(0, line.indexOf(':')))
        .containsExactlyInAnyOrder("supplier_exposure", "need_evidence", "customer_needs");
  }

  @Test
  void aFailedCheckIsToldEvenIfAnotherMartBreaksOff() throws IOException {
    TestRun run = new TestRun(folder).with("ingest.parallelTables", "1");
    add(run, "supplier_contracts", OPEN_ENDED_CONTRACT);
    JobContext context = run.with(catalogThatAllowsNoOpenEnd()).context();
    ModelRunner runner = new ModelRunner("insights", Stages.SHIPPED.with(new NoRules()));
    ModelPlan plan = runner.plan(context);
    Throwable broken = catchThrowable(() -> runner.execute(plan, context));
    Diagnosis diagnosis = Diagnosis.of(broken, "insights");
    assertThat(diagnosis.exitCode()).isEqualTo(ExitCode.STORAGE);
    assertThat(diagnosis.problems())
        .extracting(Problem::what)
        .contains(
            "storage failed (FileNotFoundException)",
            "a value is missing in column next_end_in_days");
  }

  /** What marts of campaigns read, on a disk that fails. */
  private static final class NoRules implements JavaStage {
    @Override
    public String name() {
      return "stg_campaign_rules";
    }

    @Override
    public List<String> reads() {
      return List.of();
    }

    @Override
    public int version() {
      return 1;
    }

    @Override
    public Dataset<Row> rows(Function<String, Dataset<Row>> views, ModelParameters parameters) {
      throw new UncheckedIOException(new FileNotFoundException());
    }
  }

  private Catalog catalogThatAllowsNoOpenEnd() throws IOException {
    Path conf = folder.resolve("conf");
    FileUtils.copyDirectory(ProjectFolder.conf().toFile(), conf.toFile());
    Path file = conf.resolve("catalog/marts/supplier_exposure.yaml");
    String column = "{name: next_end_in_days, type: int, nullable: ";
    Files.writeString(file, Files.readString(file).replace(column + "true", column + "false"));
    return CatalogLoader.load(conf, "usps-890-000");
  }

  private static ModelPlan plan(TestRun run) {
    return plan(run, JobOptions.DEFAULT);
  }

  private static ModelPlan plan(TestRun run, JobOptions options) {
    return new Insights().plan(run.context(options));
  }

  private static List<String> stale(ModelPlan plan) {
    return plan.stale().stream()
        .map(step -> step.mart() + ": " + step.reason().orElseThrow())
        .toList();
  }

  private static void add(TestRun run, String table, Map<String, String> row) {
    JobContext context = run.context();
    context.lake().append(table, rows(context, table, row));
  }

  private static Dataset<Row> rows(JobContext context, String table, Map<String, String> row) {
    TableSpec spec = context.catalog().table(table);
    Map<String, String> system =
        Map.of("record_source", "customers", "ingested_file", "f", "recorded_on", "2026-11-22");
    ModelCase given =
        new ModelCase(
            "",
            context.asOf(),
            Optional.empty(),
            Optional.empty(),
            Map.of(table, system),
            Map.of(table, List.of(row)),
            List.of());
    return GivenRows.of(spec, given);
  }
}
