package org.recordlake.config;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

/**
 * One installation's settings, from {@code conf/recordlake.yaml}, command-line options and {@code
 * --set} in rising order of weight. What each key means and may be stands in {@link Setting}.
 */
public record Settings(
    Installation installation,
    Places places,
    Landing landing,
    Keys keys,
    Ingest ingest,
    Suppression suppression,
    Spark spark) {

  /**
   * @param confFolder where the catalogue and the notice lie
   * @param notice file name, without ending, of the notice this system of records runs under
   * @param zone time zone in which a date begins and ends
   */
  public record Installation(Path confFolder, String notice, ZoneId zone) {}

  /**
   * @param lake root URI of the lake
   * @param reports root URI of the report pack; empty means {@code <lake>/reports}
   * @param logFolder local folder of the JSON log
   */
  public record Places(String lake, Optional<String> reports, Path logFolder) {}

  /**
   * @param uri folder with one sub-folder per source
   * @param keepDays days a landing copy lives after all its rows are committed
   * @param consume whether the dropped file itself is removed once copied
   */
  public record Landing(String uri, int keepDays, boolean consume) {}

  /**
   * @param source where the keyset is kept
   * @param location file name, environment variable or credential alias, after the source
   */
  public record Keys(KeySource source, String location) {}

  /** The places a keyset may come from. */
  public enum KeySource {
    FILE,
    ENVIRONMENT,
    CREDENTIAL
  }

  /**
   * @param maxQuarantinedShare share of a file's rows, 0 to 1, above which the whole file is
   *     refused
   * @param parallelTables tables written side by side
   * @param onePassFromMb megabytes of new files for a table, from which on their rows are written
   *     as they are read, in the hope that none meets another of its key
   * @param ambiguousDates how dates such as 05/11/22 are read in files that give no evidence
   */
  public record Ingest(
      double maxQuarantinedShare,
      int parallelTables,
      int onePassFromMb,
      DateOrder ambiguousDates) {}

  /**
   * @param minimumGroup people a group must have for its figures to be shown, 1 to 100
   */
  public record Suppression(int minimumGroup) {}

  /** Which of day and month a date of numbers puts first. */
  public enum DateOrder {
    MONTH_FIRST,
    DAY_FIRST
  }

  /**
   * @param master Spark master when the program was not started by spark-submit
   * @param settings Spark settings laid over the built-in ones
   */
  public record Spark(String master, Map<String, String> settings) {
    public Spark {
      settings = Map.copyOf(settings);
    }
  }

  public Path confFolder() {
    return installation.confFolder();
  }

  public String notice() {
    return installation.notice();
  }

  public ZoneId zone() {
    return installation.zone();
  }

  public String lake() {
    return places.lake();
  }

  /** Root URI of the report pack. */
  public String reportsUri() {
    return places.reports().orElse(lake() + "/reports");
  }

  public Path logFolder() {
    return places.logFolder();
  }
}
