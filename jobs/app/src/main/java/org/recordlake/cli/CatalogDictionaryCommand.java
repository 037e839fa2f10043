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
  private final CliEnvironment environment;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "docs/dictionary",
      description = "Folder to write to. Default: ${DEFAULT-VALUE}.")
  private Path out;

  @Mixin private final CommonOptions common = new CommonOptions();

  CatalogDictionaryCommand(CliEnvironment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    Settings settings = JobContexts.settings(environment, common);
    Catalog catalog = CatalogLoader.load(settings.confFolder(), settings.notice());
    Path folder = environment.workingFolder().resolve(out);
    if (common.dryRun()) {
      environment
          .results()
          .println("Would write " + catalog.tables().size() + " tables to " + folder);
    } else {
      int files = Dictionary.write(catalog, folder);
      environment.results().println(files + " files, from " + folder.resolve("index.html"));
    }
    return ExitCode.DONE.code();
  }
}
