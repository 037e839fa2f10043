package org.recordlake.catalog;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.recordlake.config.YamlFiles;
import org.recordlake.problem.Failure;
import org.recordlake.problem.Problem;

/**
 * Loads the catalogue: reads every file, then checks the whole, and reports all that is wrong at
 * once.
 */
public final class CatalogLoader {
  private CatalogLoader() {}

  /**
   * @param confFolder folder that holds {@code notice/} and {@code catalog/}
   * @param notice file name of the notice, without ending
   * @throws Failure (configuration) naming file, key path and mend of every mistake
   */
  public static Catalog load(Path confFolder, String notice) {
    List<Problem> problems = new ArrayList<>();
    Path noticeFile = confFolder.resolve("notice").resolve(notice + ".yaml");
    Optional<Notice> readNotice = YamlFiles.open(noticeFile, problems).map(NoticeReader::read);
    List<TableSpec> tables = new ArrayList<>();
    for (Zone zone : Zone.values()) {
      for (Path file : YamlFiles.in(confFolder.resolve("catalog").resolve(zone.folder()))) {
        YamlFiles.open(file, problems)
            .map(node -> TableReader.read(node, file, zone))
            .ifPresent(tables::add);
      }
    }
    if (tables.isEmpty()) {
      problems.add(
          new Problem(
              "no table is described",
              confFolder.resolve("catalog").toString(),
              "Add conf/catalog/<zone>/<table>.yaml files"));
    }
    readNotice.ifPresent(read -> problems.addAll(CatalogCheck.problems(read, tables)));
    if (!problems.isEmpty()) {
      throw Failure.configuration(problems);
    }
    return new Catalog(readNotice.orElseThrow(), tables);
  }
}
