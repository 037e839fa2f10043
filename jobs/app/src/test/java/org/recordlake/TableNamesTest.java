package org.recordlake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.recordlake.catalog.Catalog;
import org.recordlake.catalog.CatalogLoader;
import org.recordlake.catalog.TableSpec;
import org.recordlake.catalog.Zone;
import org.recordlake.testing.ProjectFolder;

/**
 * No code names a records table: it asks the catalogue for a role. Exempt are the readers of other
 * systems' files, whose layouts are known by the tables they fill, and what makes invented ones.
 */
class TableNamesTest {
  private static final Path ROOT = ProjectFolder.root();

  /** Words that are a column or a dataset there, and a table elsewhere. */
  private static final Map<String, Set<String>> OTHER_THINGS =
      Map.of(
          "SheetTables.java", Set.of("meetings"),
          "MeetingSheet.java", Set.of("meetings"),
          "ValueModel.java", Set.of("customers"),
          "FrequentSets.java", Set.of("customers"),
          "CampaignRules.java", Set.of("contacts"),
          "ContactCapsStage.java", Set.of("contacts"));

  @Test
  void noCodeNamesARecordsTable() throws IOException {
    Catalog catalog = CatalogLoader.load(ProjectFolder.conf(), "usps-890-000");
    List<String> names = catalog.tables(Zone.RECORDS).stream().map(TableSpec::name).toList();
    List<String> found = new ArrayList<>();
    for (String module : List.of("core", "scan", "lake", "pipeline", "app")) {
      try (Stream<Path> files = Files.walk(ROOT.resolve("jobs/" + module + "/src/main/java"))) {
        for (Path file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
          String code = Files.readString(file);
          String name = file.getFileName().toString();
          names.stream()
              .filter(table -> !OTHER_THINGS.getOrDefault(name, Set.of()).contains(table))
              .filter(table -> code.contains('"' + table + '"'))
              .forEach(table -> found.add(name + ": " + table));
        }
      }
    }
    assertThat(found).isEmpty();
  }
}
