package org.recordlake.model;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recordlake.catalog.Catalog;
import org.recordlake.catalog.CatalogLoader;
import org.recordlake.catalog.TableSpec;
import org.recordlake.insights.Insights;
import org.recordlake.job.Job;
import org.recordlake.job.JobContext;
import org.recordlake.job.JobOptions;
import org.recordlake.job.JobResult;
import org.recordlake.testing.ProjectFolder;
import org.recordlake.testing.TestRun;

/** Marts brought up to date by touched customers are the marts a full rebuild makes. */
class TouchedRowsTest {
  private static final Set<String> BY_CUSTOMER = Set.of("customer_orders", "service_mix");
  private static final Set<String> AND_WHAT_FOLLOWS =
      Set.of("value_model", "customer_value", "segment_benchmarks", "service_rules");

  @TempDir Path folder;

  private final Random random = new Random(20261122);
  private final Map<String, List<Map<String, String>>> pending = new HashMap<>();
  private TestRun run;

  @BeforeEach
  void aLakeOfSixtyCustomers() {
    run = new TestRun(folder).with(catalog(BY_CUSTOMER, 0));
    for (int customer = 0; customer < 60; customer++) {
      order("O" + customer, customer);
      usage(customer, "USPS");
    }
    for (String table : List.of("sales_orders", "service_usage")) {
      run.context().lake().append(table, pending(table).repartitionByRange(30, col("customer_id")));
    }
    pending.clear();
    assertThat(update().counts()).containsEntry("rebuilt", 2L).containsEntry("touched_only", 0L);
  }

  @Test
  void afterAnySequenceOfInsertsCorrectionsAndDeletes() {
    for (int round = 0; round < 4; round++) {
      change();
      assertThat(update().counts()).as("round " + round).containsEntry("touched_only", 2L);
      for (String mart : BY_CUSTOMER) {
        assertThat(stored(mart)).as(mart).containsExactlyInAnyOrderElementsOf(rebuilt(mart));
      }
    }
    Catalog all =
        catalog(Stream.concat(BY_CUSTOMER.stream(), AND_WHAT_FOLLOWS.stream()).toList(), 0);
    run.with(all);
    change();
    assertThat(update().counts()).containsEntry("touched_only", 2L);
    Map<String, List<String>> updated = new HashMap<>();
    AND_WHAT_FOLLOWS.forEach(mart -> updated.put(mart, stored(mart)));
    run.run(new Whole());
    updated.forEach(
        (mart, rows) ->
            assertThat(stored(mart)).as(mart).containsExactlyInAnyOrderElementsOf(rows));
  }

  @Test
  void rowsThatOnlyComeAreAppendedAndTheOthersNotWrittenAgain() {
    List<String> files = dataFiles("customer_orders");
    order("new", 7);
    order("of somebody new", 60);
    flush();
    update();
    assertThat(dataFiles("customer_orders")).containsAll(files);
    assertThat(stored("customer_orders"))
        .hasSize(62)
        .containsExactlyInAnyOrderElementsOf(rebuilt("customer_orders"));
    assertThat(new Insights().plan(run.context()).stale()).isEmpty();
  }

  @Test
  void aRewriteThatChangesNoRowTouchesNobody() {
    JobContext context = run.context();
    context.lake().merge("sales_orders", some(context, "sales_orders").localCheckpoint());
    List<String> files = dataFiles("customer_orders");
    assertThat(update().counts()).containsEntry("touched_only", 1L).containsEntry("up_to_date", 1L);
    assertThat(dataFiles("customer_orders")).isNotEmpty().isEqualTo(files);
    assertThat(new Insights().plan(run.context()).stale()).isEmpty();
  }

  @Test
  void whereTheOldFilesArePurgedTheMartIsRebuiltWhole() {
    change();
    JobContext context = run.context();
    context.lake().purge("sales_orders");
    assertThat(new Insights().plan(context).lines())
        .anyMatch(line -> line.startsWith("rebuild marts.customer_orders: sales_orders"))
        .anyMatch(line -> line.startsWith("update touched customers in marts.service_mix: "));
    update();
    assertThat(stored("customer_orders"))
        .containsExactlyInAnyOrderElementsOf(rebuilt("customer_orders"));
  }

  @Test
  void aNewMonthASmallLakeOrAWishForAllRowsRebuildsWhole() {
    change();
    assertThat(touched(JobOptions.DEFAULT)).isEqualTo(2);
    assertThat(touched(new JobOptions(true, Optional.empty(), Optional.empty()))).isZero();
    run.asOf("2026-11-30");
    assertThat(touched(JobOptions.DEFAULT)).isEqualTo(2);
    run.asOf("2026-12-01");
    assertThat(touched(JobOptions.DEFAULT)).isEqualTo(1);
    run.with(catalog(BY_CUSTOMER, 64));
    assertThat(touched(JobOptions.DEFAULT)).isZero();
  }

  private long touched(JobOptions options) {
    return new Insights().plan(run.context(options)).touchedOnly();
  }

  /** New, corrected and deleted rows of some customers, fewer than half of the lake. */
  private void change() {
    for (int i = 0; i < 3; i++) {
      order("N" + random.nextInt(1_000_000), random.nextInt(70));
      usage(random.nextInt(70), random.nextBoolean() ? "UPS" : "USPS");
    }
    flush();
    correct("sales_orders", "quantity", "quantity + 1");
    correct("service_usage", "spend", "spend + 5");
    delete("sales_orders");
    delete("service_usage");
  }

  private void correct(String table, String column, String value) {
    JobContext context = run.context();
    Dataset<Row> some = some(context, table);
    context.lake().merge(table, some.withColumn(column, expr(value)).localCheckpoint());
  }

  private void delete(String table) {
    JobContext context = run.context();
    context.lake().deleteByKeys(table, some(context, table).localCheckpoint());
  }

  private Dataset<Row> some(JobContext context, String table) {
    return context
        .lake()
        .read(table)
        .where("hash(customer_id) % 7 = " + random.nextInt(7))
        .limit(4);
  }

  private JobResult update() {
    return run.run(new Insights());
  }

  private List<String> stored(String mart) {
    return lines(run.table(mart));
  }

  private List<String> rebuilt(String mart) {
    JobContext context = run.context();
    return lines(
        MartModel.of(context.catalog().table(mart))
            .rows(context.lake().spark(), context.lake()::read, ModelParameters.of(context)));
  }

  private static List<String> lines(Dataset<Row> rows) {
    return rows.collectAsList().stream().map(Row::toString).toList();
  }

  private List<String> dataFiles(String mart) {
    try (Stream<Path> files = Files.list(run.lakeFolder().resolve("marts").resolve(mart))) {
      List<String> live = List.of(run.table(mart).inputFiles());
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> live.stream().anyMatch(one -> one.endsWith(name)))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void order(String order, int customer) {
    pend(
        "sales_orders",
        Map.of(
            "order_id",
            order,
            "line_no",
            "1",
            "customer_id",
            "C" + customer,
            "order_date",
            "2026-0" + (1 + random.nextInt(9)) + "-1" + random.nextInt(10),
            "service",
            random.nextBoolean() ? "letter_mail" : "returns",
            "quantity",
            "1",
            "unit_price",
            String.valueOf(1 + random.nextInt(100)),
            "cancelled",
            "false"));
  }

  private void usage(int customer, String provider) {
    pend(
        "service_usage",
        Map.of(
            "customer_id",
            "C" + customer,
            "provider",
            provider,
            "service",
            "returns",
            "month",
            "2026-0" + (1 + random.nextInt(9)) + "-01",
            "units",
            "2",
            "spend",
            String.valueOf(random.nextInt(100)),
            "observed_on",
            "2026-11-01"));
  }

  private void pend(String table, Map<String, String> row) {
    pending.computeIfAbsent(table, none -> new ArrayList<>()).add(row);
  }

  private void flush() {
    pending.keySet().forEach(table -> run.context().lake().merge(table, pending(table)));
    pending.clear();
  }

  private Dataset<Row> pending(String table) {
    TableSpec spec = run.context().catalog().table(table);
    Map<String, String> system =
        Map.of("record_source", "customers", "ingested_file", "f", "recorded_on", "2026-11-22");
    ModelCase given =
        new ModelCase(
            "",
            run.context().asOf(),
            Optional.empty(),
            Map.of(table, system),
            Map.of(table, pending.get(table)),
            List.of());
    return GivenRows.of(spec, given).dropDuplicates(spec.key().toArray(String[]::new));
  }

  /** The shipped catalogue with these marts alone, incremental from {@code fromMb} on. */
  private Catalog catalog(Collection<String> marts, int fromMb) {
    try {
      Path conf = folder.resolve("conf-" + marts.size() + "-" + fromMb);
      FileUtils.copyDirectory(ProjectFolder.conf().toFile(), conf.toFile());
      try (Stream<Path> files = Files.list(conf.resolve("catalog/marts"))) {
        for (Path file : files.toList()) {
          String mart = file.getFileName().toString().replace(".yaml", "");
          if (!marts.contains(mart)) {
            Files.delete(file);
          } else if (BY_CUSTOMER.contains(mart)) {
            String text = Files.readString(file);
            Files.writeString(
                file,
                text.replace("key: customer_key}", "key: customer_key, from_mb: " + fromMb + "}"));
          }
        }
      }
      return CatalogLoader.load(conf, "usps-890-000");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Insights as {@code --full} runs them. */
  private final class Whole implements Job<ModelPlan> {
    @Override
    public String name() {
      return "insights";
    }

    @Override
    public ModelPlan plan(JobContext context) {
      return new Insights()
          .plan(run.context(new JobOptions(true, Optional.empty(), Optional.empty())));
    }

    @Override
    public JobResult execute(ModelPlan plan, JobContext context) {
      return new Insights().execute(plan, context);
    }
  }
}
