package org.recordlake.cli;

import java.nio.file.Files;
import org.recordlake.catalog.Catalog;
import org.recordlake.catalog.CatalogLoader;
import org.recordlake.catalog.Zone;
import org.recordlake.config.Settings;
import org.recordlake.format.source.Sources;
import org.recordlake.insights.campaigns.CampaignRules;
import org.recordlake.insights.needs.NeedRules;
import org.recordlake.problem.ExitCode;
import picocli.CommandLine.Command;

/** Lints the catalogue: every problem with its file, key path and mend. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = "Read the whole catalogue and list every problem in it.")
final class CatalogCheckCommand extends LakeCommand {
  CatalogCheckCommand(CliEnvironment environment) {
    super(environment);
  }

  @Override
  public Integer call() {
    Settings settings = settings();
    Catalog catalog = CatalogLoader.load(settings.confFolder(), settings.notice());
    if (Files.exists(settings.confFolder().resolve("needs"))) {
      NeedRules.load(settings.confFolder());
    }
    if (Files.exists(settings.confFolder().resolve("campaigns.yaml"))) {
      CampaignRules.load(settings.confFolder());
    }
    int sources = Sources.load(settings, catalog).size();
    environment
        .results()
        .printf(
            "The catalogue is sound: %d records, %d marts and %d governance tables under %s; sources described: %d.%n",
            catalog.tables(Zone.RECORDS).size(),
            catalog.tables(Zone.MARTS).size(),
            catalog.tables(Zone.GOVERNANCE).size(),
            catalog.notice().id(),
            sources);
    return ExitCode.DONE.code();
  }
}
