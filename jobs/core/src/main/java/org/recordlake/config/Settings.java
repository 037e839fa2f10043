package org.recordlake.config;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

/**
 * One installation's settings, from {@code conf/recordlake.yaml}, command-line options and {@code
 * --set} in rising order of weight.
 *
 * @param home the folder that holds {@code conf/}; relative paths of the file start here
 * @param confFolder where the catalogue and the notice lie
 * @param notice file name, without ending, of the notice this system of records runs under
 * @param zone time zone in which a date begins and ends
 * @param lake root URI of the lake
 * @param landing where files are dropped
 * @param reports root URI of the report pack; empty means {@code <lake>/reports}
 * @param logFolder local folder of the JSON log
 */
public record Settings(
    Path home,
    Path confFolder,
    String notice,
    ZoneId zone,
    String lake,
    Landing landing,
    Optional<String> reports,
    Path logFolder,
    Keys keys,
    Ingest ingest,
    int suppressionThreshold,
    Spark spark) {

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

  /** Root URI of the report pack. */
  public String reportsUri() {
    return reports.orElse(lake + "/reports");
  }
}
