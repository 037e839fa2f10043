package org.recordlake.retention;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.recordlake.catalog.Catalog;
import org.recordlake.catalog.CatalogLoader;
import org.recordlake.testing.ProjectFolder;

/** The shipped catalogue under a notice that says something else. */
final class RevisedNotice {
  private static final String NOTICE = "usps-890-000";

  private RevisedNotice() {}

  /** With {@code rule} of every version under two persons. */
  static Catalog twoPersons(Path folder, String... rules) {
    return with(
        folder,
        text -> {
          String revised = text;
          for (String rule : rules) {
            String line = "      - id: " + rule + "\n";
            revised = revised.replace(line, line + "        approval: two-person\n");
          }
          return revised;
        });
  }

  /** With another text of the notice file. */
  static Catalog with(Path folder, java.util.function.UnaryOperator<String> text) {
    Path conf = folder.resolve("conf");
    try (Stream<Path> files = Files.walk(ProjectFolder.conf())) {
      for (Path file : files.toList()) {
        Files.copy(file, conf.resolve(ProjectFolder.conf().relativize(file)));
      }
      Path notice = conf.resolve("notice/" + NOTICE + ".yaml");
      Files.writeString(notice, text.apply(Files.readString(notice)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return CatalogLoader.load(conf, NOTICE);
  }
}
