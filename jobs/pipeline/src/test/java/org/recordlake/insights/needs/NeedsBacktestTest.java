package org.recordlake.insights.needs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructField;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.recordlake.catalog.Catalog;
import org.recordlake.catalog.TableSpec;
import org.recordlake.catalog.Zone;
import org.recordlake.generate.GenerateOptions;
import org.recordlake.generate.Generator;
import org.recordlake.job.JobResult;
import org.recordlake.lake.SparkTypes;
import org.recordlake.model.PointInTime;
import org.recordlake.testing.SharedSpark;
import org.recordlake.testing.TestRun;

/**
 * The back-test on 600 generated customers, whose needs are known to be real: whoever is about to
 * buy a service says so, uses a competitor, or resembles others who have it.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class NeedsBacktestTest {
  private static final LocalDate AS_OF = LocalDate.of(2026, 11, 22);
  private static final LocalDate SCORED_ON = LocalDate.of(2026, 8, 24);

  @TempDir static Path folder;

  private static TestRun run;
  private static List<String> records;

  @BeforeAll
  static void generatedLake() {
    Path landing = folder.resolve("generated");
    Generator.generate(
        new GenerateOptions(600, 30, 11, landing.toString(), AS_OF), SharedSpark::session);
    run = new TestRun(folder).asOf(AS_OF.toString());
    Catalog catalog = run.context().catalog();
    records = List.copyOf(recordsBehind(catalog, "customer_needs", new TreeSet<>()));
    records.forEach(table -> fill(catalog.table(table), landing));
  }

  @Test
  @Order(1)
  @DisplayName("the first need is right at least twice as often as the most popular service")
  void beatsPopularity() {
    JobResult result = run.run(new NeedsBacktest());
    assertThat(result.output().get(0)).startsWith("Needs scored on 2026-08-24 for ");
    Map<Integer, Row> ranking = new TreeMap<>();
    run.table("needs_backtest")
        .collectAsList()
        .forEach(row -> ranking.put(row.<Integer>getAs("first_needs"), row));
    assertThat(ranking.keySet()).containsExactly(1, 3, 10);
    Row first = ranking.get(1);
    assertThat(first.<Long>getAs("buyers")).isGreaterThan(40);
    assertThat(first.<Double>getAs("lift")).isGreaterThan(2);
    assertThat(first.<Double>getAs("hit_low")).isGreaterThan(first.<Double>getAs("popular_high"));
    assertThat(ranking.get(3).<Double>getAs("lift")).isGreaterThan(1.3);
    assertThat(run.table("needs_backtest_kinds").count()).isGreaterThan(3);
  }

  @Test
  @Order(2)
  @DisplayName("it writes its own two marts and no other table")
  void writesNothingElse() {
    Catalog catalog = run.context().catalog();
    assertThat(catalog.tables(Zone.MARTS))
        .filteredOn(mart -> run.context().lake().exists(mart.name()))
        .extracting(TableSpec::name)
        .containsExactlyInAnyOrder("needs_backtest", "needs_backtest_kinds");
  }

  @Test
  @Order(3)
  @DisplayName("whatever is dated after the day of scoring changes no evidence of that day")
  void seesNothingLater() {
    List<Row> before = evidence();
    assertThat(before).hasSizeGreaterThan(1000);
    Catalog catalog = run.context().catalog();
    for (String table : records) {
      String knownOn = catalog.table(table).knownOn().orElseThrow();
      Dataset<Row> later =
          run.table(table)
              .withColumn(knownOn, functions.lit(java.sql.Date.valueOf(SCORED_ON.plusDays(1))));
      run.context().lake().append(table, later.localCheckpoint());
    }
    assertThat(evidence()).isEqualTo(before);
  }

  private static List<Row> evidence() {
    return new PointInTime(run.context(), SCORED_ON)
        .mart("need_evidence")
        .orderBy("customer_key", "need_kind", "service")
        .collectAsList();
  }

  private static TreeSet<String> recordsBehind(
      Catalog catalog, String table, TreeSet<String> found) {
    TableSpec spec = catalog.table(table);
    if (spec.zone() == Zone.RECORDS) {
      found.add(table);
    }
    spec.mart()
        .ifPresent(mart -> mart.reads().forEach(read -> recordsBehind(catalog, read, found)));
    return found;
  }

  /** The generated files of a table as its rows, without the checks of an ingest. */
  private static void fill(TableSpec spec, Path landing) {
    String folder = spec.sources().get(0).folder();
    String files = landing.resolve(folder) + "/" + spec.name() + "-*";
    Path first = landing.resolve(folder).resolve(spec.name() + "-00000.jsonl");
    Dataset<Row> texts =
        Files.exists(first)
            ? SharedSpark.session().read().schema(SparkTypes.schema(spec)).json(files)
            : SharedSpark.session().read().option("header", "true").csv(files);
    Dataset<Row> rows =
        texts
            .withColumn("record_source", functions.lit("customers"))
            .withColumn("ingested_file", functions.lit("generated"))
            .withColumn("recorded_on", functions.lit(java.sql.Date.valueOf(AS_OF)));
    Column[] columns =
        Stream.of(SparkTypes.schema(spec).fields())
            .map(field -> column(rows, field).cast(field.dataType()).as(field.name()))
            .toArray(Column[]::new);
    run.context().lake().append(spec.name(), rows.select(columns));
  }

  private static Column column(Dataset<Row> rows, StructField field) {
    boolean given = List.of(rows.columns()).contains(field.name());
    return given ? functions.col(field.name()) : functions.lit(null);
  }
}
