package org.recordlake.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.recordlake.catalog.Catalog;
import org.recordlake.catalog.CatalogLoader;
import org.recordlake.config.Settings;
import org.recordlake.dictionary.Dictionary;
import org.recordlake.problem.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints the catalogue as pages. */
@Command(
    name = "dictionary",
    mixinStandardHelpOptions = true,
    description = "Write the data dictionary as Markdown and HTML.")
final class CatalogDictionaryCommand implements Callable<Integer> {
  private final Surroundings outside;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "docs/dictionary",
      description = "Folder to write to. Default: ${DEFAULT-VALUE}.")
  private Path out;

  @Mixin private final CommonOptions common = new CommonOptions();

  CatalogDictionaryCommand(Surroundings outside) {
    this.outside = outside;
  }

  @Override
  public Integer call() {
    Settings settings = OpenLake.settings(outside, common);
    Catalog catalog = CatalogLoader.load(settings.confFolder(), settings.notice());
    Path folder = outside.workingFolder().resolve(out);
    if (common.dryRun()) {
      outside.results().println("Would write " + catalog.tables().size() + " tables to " + folder);
    } else {
      int files = Dictionary.write(catalog, folder);
      outside.results().println(files + " files, from " + folder.resolve("index.html"));
    }
    return ExitCode.DONE.code();
  }
}
