package org.recordlake.lake;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;
import org.recordlake.config.Settings;
import org.recordlake.lake.engine.LocalStorage;

/** Opens the one Spark session of a run. */
public final class SparkSessions {
  private SparkSessions() {}

  /**
   * A session with what Recordlake needs everywhere, what suits a laptop unless spark-submit
   * brought a master, and the installation's own settings over both.
   */
  public static SparkSession open(Settings settings) {
    SparkConf submitted = new SparkConf();
    Map<String, String> values = new LinkedHashMap<>(needed());
    if (!submitted.contains("spark.master")) {
      values.put("spark.master", settings.spark().master());
      values.putAll(laptop());
      if (WorkSize.isSmall(settings)) {
        values.putAll(WorkSize.small());
      }
    }
    values.putAll(settings.spark().settings());
    SparkSession.Builder builder = SparkSession.builder().appName("recordlake");
    values.forEach(
        (key, value) -> {
          if (!submitted.contains(key)) {
            builder.config(key, value);
          }
        });
    return builder.getOrCreate();
  }

  /** Settings without which results would be wrong or records unprotected. */
  public static Map<String, String> needed() {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension");
    values.put(
        "spark.sql.catalog.spark_catalog", "org.apache.spark.sql.delta.catalog.DeltaCatalog");
    values.put("spark.sql.session.timeZone", "UTC");
    // Named parameters fail to bind beside Delta's extension without it: delta-io/delta#7640.
    values.put("spark.sql.legacy.parameterSubstitution.constantsOnly", "true");
    // Spill and shuffle files hold personal rows for a while: encrypted with a key that dies with
    // the process.
    values.put("spark.io.encryption.enabled", "true");
    // Plans and query texts must not reach logs or listeners with values in them.
    values.put("spark.sql.debug.maxToStringFields", "0");
    values.put("spark.eventLog.enabled", "false");
    return values;
  }

  /** Cluster-sized defaults cut down to a few cores and small tables. */
  public static Map<String, String> laptop() {
    Map<String, String> values = new LinkedHashMap<>(LocalStorage.settings());
    values.put("spark.ui.enabled", "false");
    values.put("spark.ui.showConsoleProgress", "false");
    values.put("spark.driver.bindAddress", "127.0.0.1");
    values.put("spark.driver.host", "127.0.0.1");
    // Spark makes this folder, although no table lies in it; not in the user's current one.
    values.put(
        "spark.sql.warehouse.dir",
        System.getProperty("java.io.tmpdir")
            + "/recordlake-warehouse-"
            + System.getProperty("user.name"));
    values.put("spark.sql.shuffle.partitions", "2");
    values.put("spark.default.parallelism", "2");
    values.put("spark.databricks.delta.snapshotPartitions", "1");
    values.put("spark.sql.sources.parallelPartitionDiscovery.parallelism", "2");
    values.put("spark.sql.adaptive.coalescePartitions.parallelismFirst", "false");
    // Rows are kept for the length of one table's ingest: packing them costs more than the room.
    values.put("spark.sql.inMemoryColumnarStorage.compressed", "false");
    return values;
  }
}
