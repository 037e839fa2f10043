package org.recordlake.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.recordlake.config.Settings;
import org.recordlake.problem.ExitCode;
import org.recordlake.problem.Failure;
import org.recordlake.protect.Keys;
import org.recordlake.retention.ScanLake;
import org.recordlake.scan.LocalFolder;
import org.recordlake.scan.ResidueScan;
import org.recordlake.scan.ScanKeys;
import org.recordlake.scan.result.ScanResult;
import org.recordlake.scan.token.ResidueTokens;
import org.recordlake.scan.token.TokenFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Looks for what was destroyed: all that the lake's own tokens name, or, without Spark and without
 * a lock, what a file of tokens names.
 */
@Command(
    name = "scan",
    mixinStandardHelpOptions = true,
    description = {
      "Look into every file for what was destroyed, by the tokens that disposals left.",
      "Ends with 4 if something is left, or if a file could not be read."
    })
final class ScanCommand extends LakeCommand {
  private static final long MEGABYTE = 1_000_000;

  @Option(
      names = "--tokens",
      paramLabel = "FILE",
      description =
          "Look for these tokens alone, without opening the lake. Default: all of the lake's own,"
              + " without what lives there again.")
  private Path tokens;

  @Option(
      names = "--root",
      paramLabel = "DIR",
      description =
          "A folder to look into; may be repeated. Default: lake, reports and logs, and the landing"
              + " folder where files there are removed once taken in.")
  private List<Path> roots = List.of();

  @Option(
      names = "--json",
      paramLabel = "FILE",
      description = "Write the whole result there as well.")
  private Path json;

  ScanCommand(CliEnvironment environment) {
    super(environment);
  }

  @Override
  public Integer call() {
    if (tokens == null) {
      if (!roots.isEmpty() || json != null) {
        throw Failure.usage(
            "--root and --json go with --tokens",
            "scan",
            "Give a file of tokens, or leave them out");
      }
      return run(new ScanLake());
    }
    Settings settings = settings();
    ResidueTokens sought = TokenFile.read(environment.workingFolder().resolve(tokens));
    Map<String, Path> folders = roots.isEmpty() ? folders(settings) : given();
    if (common.dryRun()) {
      folders.forEach((name, folder) -> environment.results().println("scan " + name));
      return ExitCode.DONE.code();
    }
    long began = environment.clock().millis();
    ScanResult result = ResidueScan.of(LocalFolder.of(folders), sought, keys(settings)).run();
    tell(result, environment.clock().millis() - began);
    return (result.clean() ? ExitCode.DONE : ExitCode.DATA_CHECKS).code();
  }

  /** Keys are never made here: what they would have to open cannot be opened by new ones. */
  private static ScanKeys keys(Settings settings) {
    return Keys.missing(settings.keys())
        ? ScanKeys.none()
        : ScanKeys.of(Keys.open(settings.keys(), new Configuration()::getPassword));
  }

  private Map<String, Path> given() {
    Map<String, Path> folders = new LinkedHashMap<>();
    for (Path root : roots) {
      folders.put(root.toString(), environment.workingFolder().resolve(root));
    }
    return folders;
  }

  private static Map<String, Path> folders(Settings settings) {
    Map<String, Path> folders = new LinkedHashMap<>();
    folders.put("lake", local("lake", settings.lake()));
    folders.put("reports", local("reports", settings.reportsUri()));
    folders.put("logs", settings.logFolder());
    if (settings.landing().consume()) {
      folders.put("landing", local("landing", settings.landing().uri()));
    }
    folders.values().removeIf(folder -> !Files.exists(folder));
    return folders;
  }

  private static Path local(String name, String place) {
    return LocalFolder.local(place)
        .orElseThrow(
            () ->
                Failure.configuration(
                    "the scan reads folders of this machine alone",
                    name,
                    "Mount or copy the storage, and name its folder with --root"));
  }

  private void tell(ScanResult result, long millis) {
    result
        .hits()
        .forEach(
            hit ->
                environment
                    .results()
                    .printf(
                        Locale.ROOT,
                        "HIT %s: %s: %s, %d times%n",
                        hit.path(),
                        hit.place(),
                        hit.label(),
                        hit.count()));
    result
        .unread()
        .forEach(
            one ->
                environment
                    .results()
                    .printf("UNREAD %s: %s: %s%n", one.path(), one.place(), one.reason()));
    result
        .notSearchable()
        .forEach(
            (label, count) ->
                environment
                    .results()
                    .printf(Locale.ROOT, "NOT SEARCHABLE %s: %d values alone%n", label, count));
    environment
        .results()
        .printf(
            Locale.ROOT,
            "%d files, %d bytes: %d hits, %d unread.%n",
            result.files(),
            result.bytes(),
            result.hits().size(),
            result.unread().size());
    environment
        .messages()
        .printf(
            Locale.ROOT,
            "scan: %.1f MB/s%n",
            result.bytes() / (double) MEGABYTE / Math.max(millis, 1) * 1000);
    write(result);
  }

  private void write(ScanResult result) {
    if (json == null) {
      return;
    }
    try {
      Files.writeString(environment.workingFolder().resolve(json), result.toJson());
    } catch (IOException e) {
      throw Failure.storage(
          "the result of the scan cannot be written",
          json.toString(),
          "Check the path and permissions",
          e);
    }
  }
}
