package org.recordlake.cli;

import java.nio.file.Path;
import org.recordlake.catalog.Catalog;
import org.recordlake.catalog.CatalogLoader;
import org.recordlake.config.Settings;
import org.recordlake.dictionary.Dictionary;
import org.recordlake.problem.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Prints the catalogue as pages. */
@Command(
    name = "dictionary",
    mixinStandardHelpOptions = true,
    description = "Write the data dictionary as Markdown and HTML.")
final class CatalogDictionaryCommand extends LakeCommand {
  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "docs/dictionary",
      description = "Folder to write to. Default: ${DEFAULT-VALUE}.")
  private Path out;

  CatalogDictionaryCommand(CliEnvironment environment) {
    super(environment);
  }

  @Override
  public Integer call() {
    Settings settings = settings();
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
