package org.recordlake.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.recordlake.job.JobResult;
import org.recordlake.lake.SparkSessions;
import org.recordlake.testing.OnlineRetail;

/**
 * The days of UCI Online Retail (Chen, 2015), each ingested by itself into one lake, and all at
 * once into another. Fails if a row of the two tables differs, the file it came with included.
 */
public final class DailyOrders {
  private static final LocalDate AS_OF = LocalDate.of(2011, 12, 10);

  private DailyOrders() {}

  /**
   * @param arguments archive of the daily files, and how many days of it
   */
  public static void main(String[] arguments) throws IOException {
    Path folder = Files.createTempDirectory("daily-orders");
    int most = Integer.parseInt(arguments[1]);
    try {
      compare(folder, OnlineRetail.days(Path.of(arguments[0])), most);
    } finally {
      IngestRun.delete(folder);
    }
  }

  private static void compare(Path folder, Map<String, byte[]> days, int most) throws IOException {
    IngestRun oneByOne = run(folder.resolve("one-by-one"));
    IngestRun atOnce = run(folder.resolve("at-once"));
    SparkSession spark = SparkSessions.open(atOnce.settings());
    spark.sparkContext().setLogLevel("ERROR");
    long read = 0;
    long began = System.nanoTime();
    int count = 0;
    for (Map.Entry<String, byte[]> day : days.entrySet()) {
      if (count++ == most) {
        break;
      }
      drop(oneByOne, day);
      drop(atOnce, day);
      read += oneByOne.ingest(spark).counts().get("read");
    }
    report("one by one", read, began);
    began = System.nanoTime();
    JobResult all = atOnce.ingest(spark);
    report("at once", all.counts().get("read"), began);
    System.out.println("at once: " + all.counts());
    long differing = differing(oneByOne, atOnce, spark);
    System.out.printf(Locale.ROOT, "rows that differ: %,d%n", differing);
    spark.stop();
    if (differing > 0) {
      throw new IllegalStateException("the tables differ");
    }
  }

  private static IngestRun run(Path folder) {
    return new IngestRun(folder.resolve("lake"), folder.resolve("landing"), AS_OF);
  }

  private static void drop(IngestRun run, Map.Entry<String, byte[]> day) throws IOException {
    Path file = run.landing().resolve("retail").resolve(day.getKey());
    Files.createDirectories(file.getParent());
    Files.write(file, day.getValue());
  }

  private static long differing(IngestRun one, IngestRun other, SparkSession spark) {
    long differing = 0;
    for (String table : new String[] {"sales_orders", "quarantine"}) {
      Dataset<Row> left = rows(one, spark, table);
      Dataset<Row> right = rows(other, spark, table);
      System.out.printf(Locale.ROOT, "%s: %,d and %,d rows%n", table, left.count(), right.count());
      differing += left.exceptAll(right).count() + right.exceptAll(left).count();
    }
    return differing;
  }

  /** Sealed values differ each time they are sealed. */
  private static Dataset<Row> rows(IngestRun run, SparkSession spark, String table) {
    return run.context(spark).lake().read(table).drop("raw_sealed");
  }

  private static void report(String how, long rows, long began) {
    double seconds = (System.nanoTime() - began) / 1e9;
    System.out.printf(
        Locale.ROOT,
        "%s: %,d lines in %.1f s, %,.0f lines/s%n",
        how,
        rows,
        seconds,
        rows / seconds);
  }
}
