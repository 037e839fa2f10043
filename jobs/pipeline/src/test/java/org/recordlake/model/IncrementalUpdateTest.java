package org.recordlake.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recordlake.catalog.Catalog;
import org.recordlake.catalog.CatalogLoader;
import org.recordlake.catalog.TableSpec;
import org.recordlake.catalog.Zone;
import org.recordlake.insights.Insights;
import org.recordlake.job.Job;
import org.recordlake.job.JobContext;
import org.recordlake.job.JobOptions;
import org.recordlake.job.JobResult;
import org.recordlake.testing.ProjectFolder;
import org.recordlake.testing.TestRun;

/** Marts brought up to date by touched customers are the marts a full rebuild makes. */
class IncrementalUpdateTest {
  private static final Set<String> BY_CUSTOMER = incremental();
  private static final Set<String> AND_WHAT_FOLLOWS =
      Set.of("value_model", "customer_value", "customer_benchmarks", "segment_benchmarks");

  @TempDir static Path begun;
  @TempDir Path folder;

  private TestRun run;
  private ChangingRecords records;

  @BeforeAll
  static void aLakeOfSixtyCustomers() {
    TestRun run = new TestRun(begun).with(catalog(begun, BY_CUSTOMER, 0));
    new ChangingRecords(run, 20261122).begin();
    assertThat(run.run(new Insights()).counts())
        .containsEntry("rebuilt", (long) BY_CUSTOMER.size())
        .containsEntry("touched_only", 0L);
  }

  @BeforeEach
  void aCopyOfIt() throws IOException {
    FileUtils.copyDirectory(begun.toFile(), folder.toFile());
    run = new TestRun(folder).with(catalog(folder, BY_CUSTOMER, 0));
    records = new ChangingRecords(run, 20261122);
  }

  @Test
  void afterAnySequenceOfInsertsCorrectionsDeletesAndDays() {
    for (String day : List.of("2026-11-22", "2026-11-30", "2026-11-26")) {
      run.asOf(day);
      records.change();
      assertThat(update().counts())
          .as(day)
          .containsEntry("touched_only", (long) BY_CUSTOMER.size());
      for (String mart : BY_CUSTOMER) {
        assertThat(stored(mart)).as(mart).containsExactlyInAnyOrderElementsOf(rebuilt(mart));
      }
    }
    run.with(
        catalog(
            folder, Stream.concat(BY_CUSTOMER.stream(), AND_WHAT_FOLLOWS.stream()).toList(), 0));
    records.change();
    assertThat(update().counts()).containsEntry("touched_only", (long) BY_CUSTOMER.size());
    Map<String, List<String>> updated = new HashMap<>();
    AND_WHAT_FOLLOWS.forEach(mart -> updated.put(mart, stored(mart)));
    assertThat(updated.get("customer_benchmarks")).isNotEmpty();
    run.run(new Whole());
    updated.forEach(
        (mart, rows) ->
            assertThat(stored(mart)).as(mart).containsExactlyInAnyOrderElementsOf(rows));
  }

  @Test
  void aDayThatPassesTouchesThoseWhoseOrdersItPasses() {
    records.order("to come", 61);
    records.flush();
    update();
    run.asOf("2026-11-29");
    assertThat(new Insights().plan(run.context()).lines())
        .anyMatch(
            line ->
                line.startsWith("update touched individuals in marts.customer_purchases: as_of "))
        .contains("keep marts.stated_needs: up to date");
    update();
    for (String mart : BY_CUSTOMER) {
      assertThat(stored(mart)).as(mart).containsExactlyInAnyOrderElementsOf(rebuilt(mart));
    }
  }

  @Test
  void rowsThatOnlyComeAreAppendedAndTheOthersNotWrittenAgain() {
    List<String> files = dataFiles("customer_orders");
    records.order("new", 7);
    records.order("of somebody new", 60);
    records.flush();
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
    context.lake().merge("sales_orders", records.some("sales_orders").localCheckpoint());
    List<String> files = dataFiles("customer_orders");
    assertThat(update().counts()).containsEntry("touched_only", 3L).containsEntry("up_to_date", 2L);
    assertThat(dataFiles("customer_orders")).isNotEmpty().isEqualTo(files);
    assertThat(new Insights().plan(run.context()).stale()).isEmpty();
  }

  @Test
  void whereTheOldFilesArePurgedTheMartIsRebuiltWhole() {
    records.change();
    JobContext context = run.context();
    context.lake().purge("sales_orders");
    assertThat(new Insights().plan(context).lines())
        .anyMatch(line -> line.startsWith("rebuild marts.customer_orders: sales_orders"))
        .anyMatch(line -> line.startsWith("update touched individuals in marts.service_mix: "));
    update();
    assertThat(stored("customer_orders"))
        .containsExactlyInAnyOrderElementsOf(rebuilt("customer_orders"));
  }

  @Test
  void aNewMonthASmallLakeOrAWishForAllRowsRebuildsWhole() {
    records.change();
    assertThat(touched(JobOptions.DEFAULT)).isEqualTo(5);
    assertThat(touched(new JobOptions(true))).isZero();
    run.asOf("2026-11-30");
    assertThat(touched(JobOptions.DEFAULT)).isEqualTo(5);
    run.asOf("2026-12-01");
    assertThat(touched(JobOptions.DEFAULT)).as("service_mix and _services are whole").isEqualTo(3);
    run.with(catalog(folder, BY_CUSTOMER, 64));
    assertThat(touched(JobOptions.DEFAULT)).isZero();
  }

  private long touched(JobOptions options) {
    return new Insights().plan(run.context(options)).touchedOnly();
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

  private static Set<String> incremental() {
    return CatalogLoader.load(ProjectFolder.conf(), "usps-890-000").tables(Zone.MARTS).stream()
        .filter(table -> table.mart().orElseThrow().incremental().isPresent())
        .map(TableSpec::name)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The shipped catalogue with these marts alone, incremental from {@code fromMb} on. */
  private static Catalog catalog(Path folder, Collection<String> marts, int fromMb) {
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
                text.replace("key: customer_key}", "key: customer_key, from_mb: " + fromMb + "}")
                    .replace(
                        "  key: customer_key\n",
                        "  key: customer_key\n  from_mb: " + fromMb + "\n"));
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
      return new Insights().plan(run.context(new JobOptions(true)));
    }

    @Override
    public JobResult execute(ModelPlan plan, JobContext context) {
      return new Insights().execute(plan, context);
    }
  }
}
