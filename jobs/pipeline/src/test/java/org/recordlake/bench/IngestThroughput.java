package org.recordlake.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Random;
import org.apache.spark.sql.SparkSession;
import org.recordlake.job.JobResult;
import org.recordlake.lake.SparkSessions;

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
      IngestRun.delete(folder);
    }
  }

  private static void compare(Path folder, long lines, int rounds) throws IOException {
    Path warm = orders(folder.resolve("warm/shop/lines.csv"), 20_000);
    Path file = orders(folder.resolve("landing/shop/lines.csv"), lines);
    SparkSession spark = SparkSessions.open(run(folder, "landing").settings());
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
    IngestRun.delete(table);
    return seconds;
  }

  /** Seconds of an ingest into an empty lake. */
  private static double ingest(SparkSession spark, Path folder, String landing, long lines)
      throws IOException {
    IngestRun run = run(folder, landing);
    long began = System.nanoTime();
    JobResult result = run.ingest(spark);
    double seconds = (System.nanoTime() - began) / 1e9;
    if (result.counts().get("stored") != lines) {
      throw new IllegalStateException("not every line was stored: " + result.counts());
    }
    IngestRun.delete(run.lake());
    return seconds;
  }

  private static IngestRun run(Path folder, String landing) {
    return new IngestRun(
        folder.resolve("lake"), folder.resolve(landing), LocalDate.of(2026, 11, 22));
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
}
