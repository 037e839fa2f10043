package org.recordlake.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.recordlake.catalog.Catalog;
import org.recordlake.catalog.CatalogLoader;
import org.recordlake.config.Settings;
import org.recordlake.config.SettingsLoader;
import org.recordlake.ingest.Ingest;
import org.recordlake.job.Job;
import org.recordlake.job.JobContext;
import org.recordlake.job.JobOptions;
import org.recordlake.job.JobPlan;
import org.recordlake.job.JobResult;
import org.recordlake.job.Progress;
import org.recordlake.lake.Lake;
import org.recordlake.lake.SparkSessions;
import org.recordlake.protect.Keys;
import org.recordlake.testing.ProjectFolder;

/**
 * Lines a second of one order-line file: through the whole ingest (hashed, copied, typed, checked,
 * judged against what is known, written, ledgered), and through a plain CSV read and Delta append.
 * Both take turns in one session, and a small first round of each warms it.
 */
public final class IngestThroughput {
  private IngestThroughput() {}

  /**
   * @param arguments number of lines, number of rounds
   */
  public static void main(String[] arguments) throws IOException {
    long lines = Long.parseLong(arguments[0]);
    int rounds = Integer.parseInt(arguments[1]);
    Path folder = Files.createTempDirectory("ingest-throughput");
    try {
      compare(folder, lines, rounds);
    } finally {
      delete(folder);
    }
  }

  private static void compare(Path folder, long lines, int rounds) throws IOException {
    Path warm = orders(folder.resolve("warm/shop/lines.csv"), 20_000);
    Path file = orders(folder.resolve("landing/shop/lines.csv"), lines);
    Settings settings = settings(folder);
    SparkSession spark = SparkSessions.open(settings);
    spark.sparkContext().setLogLevel("ERROR");
    plain(spark, warm, folder.resolve("plain-warm"));
    ingest(spark, folder, "warm", 20_000);
    System.out.printf(
        Locale.ROOT,
        "%,d lines, %,d MiB, %s%n%-6s %14s %14s %7s%n",
        lines,
        Files.size(file) >> 20,
        spark.sparkContext().master(),
        "round",
        "plain lines/s",
        "ingest lines/s",
        "ratio");
    for (int round = 1; round <= rounds; round++) {
      double plain = lines / plain(spark, file, folder.resolve("plain-" + round));
      double ingest = lines / ingest(spark, folder, "landing", lines);
      System.out.printf(
          Locale.ROOT, "%-6d %,14.0f %,14.0f %7.2f%n", round, plain, ingest, ingest / plain);
    }
    spark.stop();
  }

  /** Seconds of a plain read and append. */
  private static double plain(SparkSession spark, Path file, Path table) throws IOException {
    long began = System.nanoTime();
    spark
        .read()
        .option("header", "true")
        .schema(
            "InvoiceNo string, StockCode string, Description string, Quantity bigint,"
                + " InvoiceDate timestamp, UnitPrice decimal(18,4), CustomerID string, Country string")
        .csv(file.toString())
        .write()
        .format("delta")
        .mode("append")
        .save(table.toString());
    double seconds = (System.nanoTime() - began) / 1e9;
    delete(table);
    return seconds;
  }

  /** Seconds of an ingest into an empty lake. */
  private static double ingest(SparkSession spark, Path folder, String landing, long lines)
      throws IOException {
    Path lakeFolder = folder.resolve("lake");
    Map<String, String> overrides = overrides(folder);
    overrides.put("landing.folder", folder.resolve(landing).toString());
    Settings settings = load(overrides);
    Catalog catalog = CatalogLoader.load(settings.confFolder(), settings.notice());
    long began = System.nanoTime();
    JobContext context =
        new JobContext(
            settings,
            catalog,
            new Lake(spark, settings.lake(), catalog),
            LocalDate.of(2026, 11, 22),
            Clock.systemUTC(),
            "bench",
            new Quiet(),
            Keys.temporary(),
            JobOptions.DEFAULT);
    JobResult result = run(new Ingest(), context);
    double seconds = (System.nanoTime() - began) / 1e9;
    if (result.counts().get("stored") != lines) {
      throw new IllegalStateException("not every line was stored: " + result.counts());
    }
    delete(lakeFolder);
    return seconds;
  }

  private static <P extends JobPlan> JobResult run(Job<P> job, JobContext context) {
    return job.execute(job.plan(context), context);
  }

  private static Settings settings(Path folder) {
    return load(overrides(folder));
  }

  private static Map<String, String> overrides(Path folder) {
    Map<String, String> overrides = new HashMap<>();
    overrides.put("lake", folder.resolve("lake").toString());
    overrides.put("landing.folder", folder.resolve("landing").toString());
    return overrides;
  }

  private static Settings load(Map<String, String> overrides) {
    return SettingsLoader.load(ProjectFolder.conf().resolve("recordlake.yaml"), overrides);
  }

  /** Order lines as a shop exports them: about twenty to an invoice, a quarter without customer. */
  private static Path orders(Path file, long lines) throws IOException {
    Random random = new Random(7);
    Files.createDirectories(file.getParent());
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write(
          "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n");
      for (long line = 0; line < lines; line++) {
        long invoice = 500_000 + line / 20;
        int product = 10_000 + (int) (line % 20) * 200 + random.nextInt(200);
        String customer = invoice % 4 == 0 ? "" : 12_000 + invoice * 2_654_435_761L % 6_000 + ".0";
        out.write(
            String.format(
                Locale.ROOT,
                "%d,%d,PRODUCT NUMBER %d WITH A NAME,%d,2026-%02d-%02d %02d:%02d:00,%d.%02d,%s,United Kingdom%n",
                invoice,
                product,
                product,
                1 + random.nextInt(24),
                1 + (int) (invoice % 10),
                1 + (int) (invoice % 28),
                8 + (int) (invoice % 10),
                (int) (invoice % 60),
                random.nextInt(20),
                random.nextInt(100),
                customer));
      }
    }
    return file;
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  private static final class Quiet implements Progress {
    @Override
    public Bar start(String task, long total) {
      return new Bar() {
        @Override
        public void step() {}

        @Override
        public void close() {}
      };
    }

    @Override
    public void note(String line) {}
  }
}
