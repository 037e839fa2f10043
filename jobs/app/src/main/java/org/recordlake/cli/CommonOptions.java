package org.recordlake.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Options every command understands. */
final class CommonOptions {
  @Option(
      names = "--as-of",
      paramLabel = "DATE",
      description = "Work as on this date, such as 2026-11-22. Default: today.")
  private LocalDate asOf;

  @Option(names = "--lake", paramLabel = "URI", description = "Root of the lake.")
  private String lake;

  @Option(names = "--landing", paramLabel = "URI", description = "Where files are dropped.")
  private String landing;

  @Option(
      names = "--reports",
      paramLabel = "URI",
      description = "Root of the reports. Default: <lake>/reports.")
  private String reports;

  @Option(
      names = "--conf",
      paramLabel = "FILE",
      description = "Settings file. Default: conf/recordlake.yaml of the installation.")
  private Path conf;

  @Option(
      names = "--dry-run",
      description = "Print what would be read, written and deleted; change nothing.")
  private boolean dryRun;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "Override a setting, such as ingest.parallelTables=8. May be repeated.")
  private Map<String, String> set = new LinkedHashMap<>();

  Optional<LocalDate> asOf() {
    return Optional.ofNullable(asOf);
  }

  /** Whether the command line names a lake. */
  boolean lakeGiven() {
    return lake != null;
  }

  boolean dryRun() {
    return dryRun;
  }

  Path settingsFile(CliEnvironment environment) {
    return conf == null
        ? environment.home().resolve("conf").resolve("recordlake.yaml")
        : environment.workingFolder().resolve(conf);
  }

  /** Settings given on the command line; the path options weigh more than {@code --set}. */
  Map<String, String> overrides(CliEnvironment environment) {
    Map<String, String> overrides = new LinkedHashMap<>(set);
    place(overrides, "lake", lake, environment);
    place(overrides, "landing.folder", landing, environment);
    place(overrides, "reports", reports, environment);
    return overrides;
  }

  private static void place(
      Map<String, String> overrides, String key, String uri, CliEnvironment environment) {
    if (uri != null) {
      overrides.put(key, place(uri, environment));
    }
  }

  /** Paths of the command line start in the current folder, those of the file at its home. */
  static String place(String uri, CliEnvironment environment) {
    return uri.matches("[A-Za-z][A-Za-z0-9+.-]+:.*")
        ? uri
        : environment.workingFolder().resolve(uri).normalize().toString();
  }
}
