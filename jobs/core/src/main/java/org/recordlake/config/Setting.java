package org.recordlake.config;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.recordlake.config.Settings.DateOrder;
import org.recordlake.config.Settings.KeySource;

/**
 * One key of {@code conf/recordlake.yaml}: its name, the values it may have, what holds when it is
 * left out, and what it means. Reading, checking and {@code docs/settings.md} all follow from these
 * constants, so that none of them can fall behind.
 *
 * @param key dotted path in the file, and the name for {@code --set}
 * @param otherwise the value when it is left out, as it would be written; empty if there is none
 * @param required whether a run needs it to be said
 * @param meaning a sentence or two for people
 */
record Setting<T>(
    String key, SettingType<T> type, Optional<String> otherwise, boolean required, String meaning) {

  /** Names of Spark settings below this key are Spark's own, and free. */
  static final String SPARK = "spark.settings";

  static final Setting<String> NOTICE =
      required(
          "notice",
          SettingType.fileName(),
          "The system of records notice this installation runs under:"
              + " `conf/notice/<notice>.yaml`.");

  static final Setting<ZoneId> TIME_ZONE =
      required("timeZone", SettingType.zone(), "Where a day begins and ends.");

  static final Setting<String> LAKE =
      required(
          "lake",
          SettingType.text("a folder, local or mounted"),
          "Root of the lake. `--lake` says the same.");

  static final Setting<String> LANDING =
      required(
          "landing.folder",
          SettingType.text("a folder or a URI"),
          "Where files are dropped, one sub-folder for each source. `--landing` says the same.");

  static final Setting<Integer> KEEP_DAYS =
      setting(
          "landing.keepDays",
          SettingType.wholeNumber(0, 3650),
          "7",
          "Days a landing copy lives after its rows are committed.");

  static final Setting<Boolean> CONSUME =
      setting(
          "landing.consume",
          SettingType.yesOrNo(),
          "false",
          "Whether a dropped file is removed once it is noted, and its media files once they are"
              + " taken.");

  static final Setting<String> REPORTS =
      new Setting<>(
          "reports",
          SettingType.text("a folder or a URI"),
          Optional.empty(),
          false,
          "Root of the reports; without it, the folder `reports` of the lake. `--reports` says the"
              + " same.");

  static final Setting<String> LOGS =
      required("logs", SettingType.text("a folder"), "Folder of the log, `recordlake.jsonl`.");

  static final Setting<KeySource> KEY_SOURCE =
      setting(
          "keys.source",
          SettingType.choice(KeySource.class),
          "file",
          "Where the keys lie that seal and tokenise protected values; `credential` is a Hadoop"
              + " credential provider.");

  static final Setting<String> KEY_LOCATION =
      required(
          "keys.location",
          SettingType.text("a file, a variable or an alias, after keys.source"),
          "The file, environment variable or credential alias that holds the keys.");

  static final Setting<Double> MAX_QUARANTINED_SHARE =
      setting(
          "ingest.maxQuarantinedShare",
          SettingType.share(),
          "0.20",
          "Above this share of bad rows a file is refused whole.");

  static final Setting<Integer> PARALLEL_TABLES =
      setting(
          "ingest.parallelTables",
          SettingType.wholeNumber(1, 256),
          "3",
          "Tables and marts worked on side by side.");

  static final Setting<Integer> ONE_PASS_FROM_MB =
      setting(
          "ingest.onePassFromMb",
          SettingType.wholeNumber(0, 1_000_000),
          "32",
          "From so many megabytes of new files on, a table's rows are written as they are read.");

  static final Setting<DateOrder> AMBIGUOUS_DATES =
      setting(
          "ingest.ambiguousDates",
          SettingType.choice(DateOrder.class),
          "month_first",
          "How a date such as 05/11/22 is read in a file that gives no evidence.");

  static final Setting<Integer> MINIMUM_GROUP =
      setting(
          "suppression.minimumGroup",
          SettingType.wholeNumber(1, 100),
          "10",
          "People a group must have for its figures to be shown: those who answered a question, a"
              + " segment, a part of a campaign. Smaller groups are taken together or left out.");

  static final Setting<String> MASTER =
      setting(
          "spark.master",
          SettingType.text("a Spark master such as local[*]"),
          "local[*]",
          "Where Spark runs; spark-submit brings its own.");

  /** All of them, in the order of the file. */
  static final List<Setting<?>> ALL =
      List.of(
          NOTICE,
          TIME_ZONE,
          LAKE,
          LANDING,
          KEEP_DAYS,
          CONSUME,
          REPORTS,
          LOGS,
          KEY_SOURCE,
          KEY_LOCATION,
          MAX_QUARANTINED_SHARE,
          PARALLEL_TABLES,
          ONE_PASS_FROM_MB,
          AMBIGUOUS_DATES,
          MINIMUM_GROUP,
          MASTER);

  private static <T> Setting<T> required(String key, SettingType<T> type, String meaning) {
    return new Setting<>(key, type, Optional.empty(), true, meaning);
  }

  private static <T> Setting<T> setting(
      String key, SettingType<T> type, String otherwise, String meaning) {
    return new Setting<>(key, type, Optional.of(otherwise), false, meaning);
  }
}
