package org.recordlake.lake;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.spark.sql.RuntimeConfig;
import org.apache.spark.sql.SparkSession;

/**
 * Cuts the work of models into many small tasks while it is open, so that on one machine none of
 * them keeps the others waiting, even where little data stands for long computing. Where the work
 * is small, or the cluster or the installation says otherwise, all stays as it is.
 */
public final class EvenTasks implements AutoCloseable {
  private static final String PARTITIONS = "spark.sql.shuffle.partitions";
  private static final Map<String, String> EVEN =
      Map.of(PARTITIONS, "64", "spark.sql.adaptive.advisoryPartitionSizeInBytes", "4m");

  private final RuntimeConfig conf;
  private final Map<String, String> before = new LinkedHashMap<>();

  private EvenTasks(RuntimeConfig conf) {
    this.conf = conf;
  }

  public static EvenTasks on(SparkSession spark) {
    EvenTasks even = new EvenTasks(spark.conf());
    if (spark.sparkContext().isLocal() && even.isForLaptops()) {
      EVEN.forEach(even::set);
    }
    return even;
  }

  /**
   * Small work runs without adaptive plans; other numbers of partitions were chosen by somebody.
   */
  private boolean isForLaptops() {
    return Boolean.parseBoolean(conf.get("spark.sql.adaptive.enabled"))
        && conf.get(PARTITIONS).equals(SparkSessions.laptop().get(PARTITIONS));
  }

  private void set(String key, String value) {
    before.put(key, conf.get(key));
    conf.set(key, value);
  }

  @Override
  public void close() {
    before.forEach(conf::set);
  }
}
