package org.recordlake.lake;

import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RuntimeConfig;
import org.apache.spark.sql.SparkSession;

/**
 * Cuts the work of a model into many small tasks, so that on one machine none of them keeps the
 * others waiting, even where little data stands for long computing. Where the work is small, or the
 * cluster or the installation says otherwise, all stays as it is.
 */
public final class TaskSizing {
  private static final String PARTITIONS = "spark.sql.shuffle.partitions";
  private static final Map<String, String> EVEN =
      Map.of(PARTITIONS, "64", "spark.sql.adaptive.advisoryPartitionSizeInBytes", "4m");

  private TaskSizing() {}

  /** For all that {@code session} runs from now on. */
  public static void in(SparkSession session) {
    RuntimeConfig conf = session.conf();
    if (session.sparkContext().isLocal() && isForLaptops(conf)) {
      EVEN.forEach(conf::set);
    }
  }

  /**
   * Rows of many tables in as many tasks as run at once. Each table of a union is a task of its own
   * otherwise, and each task unpacks the plans of all of them, which on small data is most of the
   * work. Where the work is not small they stay as they are.
   */
  public static Dataset<Row> packed(Dataset<Row> rows) {
    SparkSession session = rows.sparkSession();
    boolean small = !Boolean.parseBoolean(session.conf().get("spark.sql.adaptive.enabled"));
    return small && session.sparkContext().isLocal()
        ? rows.coalesce(session.sparkContext().defaultParallelism())
        : rows;
  }

  /**
   * Small work runs without adaptive plans; other numbers of partitions were chosen by somebody.
   */
  private static boolean isForLaptops(RuntimeConfig conf) {
    return Boolean.parseBoolean(conf.get("spark.sql.adaptive.enabled"))
        && conf.get(PARTITIONS).equals(SparkSessions.laptop().get(PARTITIONS));
  }
}
