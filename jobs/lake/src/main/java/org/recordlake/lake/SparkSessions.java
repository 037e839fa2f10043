package org.recordlake.lake;

import io.delta.tables.DeltaTable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;
import org.recordlake.config.LockedSettings;
import org.recordlake.config.Settings;
import org.recordlake.lake.engine.LocalStorage;
import org.recordlake.problem.Failure;
import org.recordlake.problem.Problem;

/** Opens the one Spark session of a run. */
public final class SparkSessions {
  /** Where {@link #submitted} settings come from, in words. */
  public static final String SUBMISSION =
      "Spark's configuration (spark-submit --conf, spark-defaults.conf or -D)";

  private SparkSessions() {}

  /**
   * A session with what Recordlake needs everywhere, what suits a laptop unless spark-submit
   * brought a master, and the installation's own settings over both. Settings of the submission
   * weigh most, but a locked one must say what holds anyway.
   *
   * @throws Failure (configuration) naming each locked setting that somebody set otherwise
   */
  public static SparkSession open(Settings settings) {
    Map<String, String> submitted = submitted();
    refuse(LockedSettings.problems(submitted, SUBMISSION));
    Map<String, String> values = new LinkedHashMap<>();
    if (!submitted.containsKey("spark.master")) {
      values.put("spark.master", settings.spark().master());
      values.putAll(laptop());
      if (WorkSize.isSmall(settings)) {
        values.putAll(WorkSize.small());
      }
    }
    values.putAll(settings.spark().settings());
    values.keySet().removeAll(submitted.keySet());
    values.putAll(needed());
    SparkSession.Builder builder = SparkSession.builder().appName("recordlake");
    values.forEach(builder::config);
    SparkSession session = builder.getOrCreate();
    refuse(LockedSettings.problems(inForce(session), "the running Spark"));
    return session;
  }

  /** Version of Delta, where its jar says so. */
  public static String deltaVersion() {
    return Optional.ofNullable(DeltaTable.class.getPackage().getImplementationVersion())
        .orElse("unknown");
  }

  /** Settings without which results would be wrong or records unprotected; nobody changes them. */
  public static Map<String, String> needed() {
    return LockedSettings.values();
  }

  /**
   * What spark-submit, spark-defaults.conf or Java's own options say of Spark: all of them leave it
   * in the system properties, where Spark takes it from.
   */
  public static Map<String, String> submitted() {
    Map<String, String> submitted = new TreeMap<>();
    for (String name : System.getProperties().stringPropertyNames()) {
      if (name.startsWith("spark.")) {
        submitted.put(name, System.getProperty(name));
      }
    }
    return submitted;
  }

  /** The locked settings as they are where a context or a session was there before. */
  private static Map<String, String> inForce(SparkSession session) {
    SparkConf context = session.sparkContext().getConf();
    Map<String, String> values = new LinkedHashMap<>();
    for (String name : needed().keySet()) {
      boolean sql = name.startsWith("spark.sql.") || name.startsWith("spark.databricks.");
      values.put(name, sql ? session.conf().get(name, "") : context.get(name, ""));
    }
    return values;
  }

  private static void refuse(List<Problem> problems) {
    if (!problems.isEmpty()) {
      throw Failure.configuration(problems);
    }
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
    // By default a sixteenth of each core's memory, up to 64 MB, for every sort and every hash
    // table.
    values.put("spark.buffer.pageSize", "1m");
    values.put("spark.sql.sources.parallelPartitionDiscovery.parallelism", "2");
    values.put("spark.sql.adaptive.coalescePartitions.parallelismFirst", "false");
    // Rows are kept for the length of one table's ingest: packing them costs more than the room.
    values.put("spark.sql.inMemoryColumnarStorage.compressed", "false");
    return values;
  }
}
