package org.recordlake.cli;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.spark.sql.SparkSession;
import org.recordlake.catalog.Catalog;
import org.recordlake.catalog.CatalogLoader;
import org.recordlake.config.Settings;
import org.recordlake.config.SettingsLoader;
import org.recordlake.job.JobContext;
import org.recordlake.job.JobOptions;
import org.recordlake.job.Progress;
import org.recordlake.lake.Lake;
import org.recordlake.lake.SparkSessions;
import org.recordlake.protect.Keys;
import org.recordlake.protect.Protector;

/**
 * Puts together what the jobs of a command work with, cheapest first, so that a mistake in the
 * settings is told before Spark starts. Spark itself ends with the process.
 */
final class JobContexts {
  private static final DateTimeFormatter RUN_ID =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private JobContexts() {}

  /** The settings, with the log they name opened. */
  static Settings settings(CliEnvironment environment, CommonOptions options) {
    Settings settings =
        SettingsLoader.load(options.settingsFile(environment), options.overrides(environment));
    environment.logs().accept(settings);
    return settings;
  }

  static JobContext context(
      CliEnvironment environment, CommonOptions options, JobOptions jobOptions, Progress progress) {
    Settings settings = settings(environment, options);
    Catalog catalog = CatalogLoader.load(settings.confFolder(), settings.notice());
    SparkSession spark = SparkSessions.open(settings);
    return new JobContext(
        settings,
        catalog,
        new Lake(spark, settings.lake(), catalog),
        asOf(environment, options, settings),
        environment.clock(),
        runId(environment),
        progress,
        protector(settings, options, spark, progress),
        jobOptions);
  }

  /** The day given, or today where the installation is. */
  static LocalDate asOf(CliEnvironment environment, CommonOptions options, Settings settings) {
    return options.asOf().orElseGet(() -> today(environment, settings));
  }

  static LocalDate today(CliEnvironment environment, Settings settings) {
    return LocalDate.now(environment.clock().withZone(settings.zone()));
  }

  static String runId(CliEnvironment environment) {
    byte[] salt = new byte[3];
    ThreadLocalRandom.current().nextBytes(salt);
    return RUN_ID.format(environment.clock().instant()) + "-" + HexFormat.of().formatHex(salt);
  }

  private static Protector protector(
      Settings settings, CommonOptions options, SparkSession spark, Progress progress) {
    boolean missing = Keys.missing(settings.keys());
    if (missing && options.dryRun()) {
      return Keys.temporary();
    }
    Protector protector =
        Keys.open(settings.keys(), spark.sparkContext().hadoopConfiguration()::getPassword);
    if (missing) {
      progress.note(
          "DEVELOPMENT KEYS were made in "
              + settings.keys().location()
              + ". Whoever reads that file can read every sealed value, and without it none can be"
              + " read again: set keys.source before real records come in.");
    }
    return protector;
  }
}
