package org.recordlake.identity;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.recordlake.generate.GenerateOptions;
import org.recordlake.generate.Generator;
import org.recordlake.ingest.Ingest;
import org.recordlake.problem.ExitCode;
import org.recordlake.testing.SharedSpark;
import org.recordlake.testing.TestRun;

/** A generated lake of customers and of what another source wrote down about some of them. */
final class LabelledLake {
  private static final double SECOND_SOURCE = 0.4;
  private static final List<String> WANTED =
      List.of("customers", "contacts", "customer_identifiers", "publication_subscriptions");

  private final Path folder;
  private final TestRun run;

  LabelledLake(Path folder, int customers, long seed) throws IOException {
    this.folder = folder;
    this.run = new TestRun(folder);
    Path all = folder.resolve("generated");
    Generator.generate(
        new GenerateOptions(
            customers, 2, seed, all.toString(), LocalDate.parse("2026-11-22"), SECOND_SOURCE),
        SharedSpark::session);
    try (Stream<Path> files = Files.walk(all)) {
      for (Path file : files.filter(LabelledLake::wanted).toList()) {
        Path to = folder.resolve("landing").resolve(all.relativize(file));
        Files.createDirectories(to.getParent());
        Files.move(file, to);
      }
    }
    if (run.run(new Ingest()).exitCode() != ExitCode.DONE) {
      throw new IllegalStateException("the generated files were not taken in");
    }
  }

  private static boolean wanted(Path file) {
    return WANTED.stream().anyMatch(name -> file.getFileName().toString().startsWith(name + "-0"))
        && !file.getParent().endsWith("_truth");
  }

  void match() {
    run.run(new Identity());
  }

  Dataset<Row> links() {
    return run.table("identity_links");
  }

  /** The links to subscribers and among customers against the truth. */
  Score score() {
    Dataset<Row> truth =
        SharedSpark.session()
            .read()
            .option("header", true)
            .csv(folder.resolve("generated/_truth").toString() + "/identities-*.csv")
            .withColumnRenamed("table", "table_name")
            .where(col("table_name").isin("customers", "publication_subscriptions"));
    Dataset<Row> pairs = truth.withColumn("pair", pair()).select("pair", "change");
    Dataset<Row> links = links().withColumn("pair", pair()).select("pair", "status");
    Row counts =
        pairs
            .join(
                links,
                scala.jdk.javaapi.CollectionConverters.asScala(List.of("pair")).toSeq(),
                "full_outer")
            .agg(
                count(col("change")),
                count(when(col("status").equalTo("matched"), 1)),
                count(when(col("status").equalTo("matched").and(col("change").isNotNull()), 1)),
                count(when(col("status").equalTo("review").and(col("change").isNotNull()), 1)),
                count(when(col("change").equalTo("none"), lit(1))))
            .first();
    return new Score(
        counts.getLong(0),
        counts.getLong(1),
        counts.getLong(2),
        counts.getLong(3),
        (double) counts.getLong(4) / counts.getLong(0));
  }

  /** The pairs of the truth that are no links, for whoever wants to look. */
  Dataset<Row> missed() {
    Dataset<Row> truth =
        SharedSpark.session()
            .read()
            .option("header", true)
            .csv(folder.resolve("generated/_truth").toString() + "/identities-*.csv")
            .withColumnRenamed("table", "table_name")
            .where(col("table_name").isin("customers", "publication_subscriptions"))
            .withColumn("pair", pair());
    Dataset<Row> matched =
        links().where(col("status").equalTo("matched")).withColumn("pair", pair()).select("pair");
    return truth.join(matched, truth.col("pair").equalTo(matched.col("pair")), "left_anti");
  }

  private static org.apache.spark.sql.Column pair() {
    return concat_ws(" ", col("table_name"), col("row_key"), col("customer_id"));
  }
}
