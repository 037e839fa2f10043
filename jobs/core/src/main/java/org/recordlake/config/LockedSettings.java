package org.recordlake.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.recordlake.problem.Problem;

/**
 * The Spark settings on which safety hangs. The program sets them itself, and whoever sets one of
 * them to another value is refused, be it on the command line, in the settings file or in the
 * configuration of a cluster: records would lie open on a disk, deleted values would live on, or
 * the same files would give other rows.
 */
public final class LockedSettings {
  private static final String SPILL = "spill and shuffle files hold personal rows for a while";
  private static final String LOGS = "plans must reach no log or listener with values in them";
  private static final String DELTA = "the lake is made of Delta tables";
  private static final String TIME = "days and times must be read and written alike everywhere";
  private static final String RESULTS = "the same files must give the same rows";
  private static final String LOST = "a file that cannot be read must end a run, not lose rows";
  private static final String DELETED = "deleted values must leave the files they lie in";
  private static final String RETAINED = "how long deleted files live is decided table by table";
  private static final String STATISTICS =
      "only columns the catalogue names may have values in a table's log";
  private static final String COLUMNS = "a table gets no column but those of its catalogue file";
  private static final String BUG = "named parameters do not bind beside Delta without it";

  private static final List<Lock> LOCKS =
      List.of(
          new Lock("spark.io.encryption.enabled", "true", SPILL),
          new Lock("spark.io.encryption.keySizeBits", "128", SPILL),
          new Lock("spark.io.encryption.keygen.algorithm", "HmacSHA1", SPILL),
          new Lock("spark.io.crypto.cipher.transformation", "AES/CTR/NoPadding", SPILL),
          new Lock("spark.sql.debug.maxToStringFields", "0", LOGS),
          new Lock("spark.eventLog.enabled", "false", LOGS),
          new Lock("spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension", DELTA),
          new Lock(
              "spark.sql.catalog.spark_catalog",
              "org.apache.spark.sql.delta.catalog.DeltaCatalog",
              DELTA),
          new Lock("spark.sql.session.timeZone", "UTC", TIME),
          new Lock("spark.sql.timestampType", "TIMESTAMP_LTZ", TIME),
          new Lock("spark.sql.datetime.java8API.enabled", "false", TIME),
          new Lock("spark.sql.legacy.timeParserPolicy", "CORRECTED", TIME),
          new Lock("spark.sql.parquet.datetimeRebaseModeInRead", "CORRECTED", TIME),
          new Lock("spark.sql.parquet.datetimeRebaseModeInWrite", "CORRECTED", TIME),
          new Lock("spark.sql.parquet.int96RebaseModeInRead", "CORRECTED", TIME),
          new Lock("spark.sql.parquet.int96RebaseModeInWrite", "CORRECTED", TIME),
          new Lock("spark.sql.ansi.enabled", "true", RESULTS),
          new Lock("spark.sql.storeAssignmentPolicy", "ANSI", RESULTS),
          new Lock("spark.sql.caseSensitive", "false", RESULTS),
          new Lock("spark.sql.legacy.parameterSubstitution.constantsOnly", "true", BUG),
          new Lock("spark.sql.files.ignoreCorruptFiles", "false", LOST),
          new Lock("spark.sql.files.ignoreMissingFiles", "false", LOST),
          delta("properties.defaults.enableDeletionVectors", "false", DELETED),
          delta("properties.defaults.enableChangeDataFeed", "false", DELETED),
          delta("delete.deletionVectors.persistent", "false", DELETED),
          delta("update.deletionVectors.persistent", "false", DELETED),
          delta("merge.deletionVectors.persistent", "false", DELETED),
          delta("retentionDurationCheck.enabled", "true", RETAINED),
          delta("stats.collect", "true", STATISTICS),
          delta("stats.collect.using.tableSchema", "true", STATISTICS),
          delta("stats.skipping", "true", STATISTICS),
          new Lock("spark.databricks.io.skipping.stringPrefixLength", "32", STATISTICS),
          delta("schema.autoMerge.enabled", "false", COLUMNS));

  /** Settings of which none may be set, but for those locked above, by how their names begin. */
  private static final Map<String, String> FAMILIES =
      Map.of(
          "spark.io.encryption.", SPILL,
          "spark.sql.ansi.", RESULTS,
          "spark.sql.legacy.", RESULTS,
          "spark.databricks.delta.properties.defaults.", RETAINED,
          "spark.databricks.delta.stats.", STATISTICS);

  private static final String HADOOP = "spark.hadoop.";

  private LockedSettings() {}

  /**
   * @param value the only one it may have
   * @param reason why, as a clause
   */
  public record Lock(String name, String value, String reason) {
    /** Whether nothing in {@code settings} says otherwise. */
    public boolean allows(Map<String, String> settings) {
      return settings.entrySet().stream()
          .noneMatch(each -> concerns(each.getKey()) && !isValue(each.getValue()));
    }

    private boolean concerns(String setting) {
      return name.equalsIgnoreCase(meant(setting));
    }

    private boolean isValue(String other) {
      return value.equalsIgnoreCase(other.strip());
    }
  }

  /** All of them, those of one reason together. */
  public static List<Lock> all() {
    return LOCKS;
  }

  /** How the names of settings begin that may not be set at all, with the reason. */
  static Map<String, String> families() {
    return FAMILIES;
  }

  /** What the program sets, by name. */
  public static Map<String, String> values() {
    Map<String, String> values = new LinkedHashMap<>();
    LOCKS.forEach(lock -> values.put(lock.name(), lock.value()));
    return values;
  }

  /**
   * What is wrong with some settings, because they say of a locked one something else.
   *
   * @param settings by name, locked and others
   * @param place where they were set
   */
  public static List<Problem> problems(Map<String, String> settings, String place) {
    return settings.entrySet().stream()
        .flatMap(
            setting ->
                problem(setting.getKey(), setting.getValue(), place + " at " + setting.getKey())
                    .stream())
        .toList();
  }

  /** What is wrong with one setting; empty if it is free, or says what holds anyway. */
  static Optional<Problem> problem(String name, String value, String place) {
    Optional<Lock> lock = LOCKS.stream().filter(each -> each.concerns(name)).findFirst();
    return lock.isPresent()
        ? lock.filter(each -> !each.isValue(value)).map(each -> problem(each, place))
        : FAMILIES.entrySet().stream()
            .filter(family -> meant(name).startsWith(family.getKey().toLowerCase(Locale.ROOT)))
            .findFirst()
            .map(family -> locked(family.getValue(), place, "Take it out there"));
  }

  private static Problem problem(Lock lock, String place) {
    return locked(lock.reason(), place, "Take it out there, or say " + lock.value());
  }

  private static Problem locked(String reason, String place, String mend) {
    return new Problem("this setting is locked, since " + reason, place, mend);
  }

  /** The name in lower case, without the prefix that hands a setting on to Hadoop. */
  private static String meant(String name) {
    String lower = name.strip().toLowerCase(Locale.ROOT);
    return lower.startsWith(HADOOP + "spark.") ? lower.substring(HADOOP.length()) : lower;
  }

  private static Lock delta(String name, String value, String reason) {
    return new Lock("spark.databricks.delta." + name, value, reason);
  }
}
