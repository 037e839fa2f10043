package org.recordlake.ingest;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.recordlake.catalog.Catalog;
import org.recordlake.config.Settings;
import org.recordlake.config.YamlFiles;
import org.recordlake.format.SourceReader;
import org.recordlake.problem.Failure;
import org.recordlake.problem.Problem;

/**
 * What {@code conf/sources/*.yaml} says of sources: which landing folder has which layout and time
 * zone, and how files without a reader of their own are mapped to tables.
 */
public final class Sources {
  private final List<SourceSpec> specs;

  private Sources(List<SourceSpec> specs) {
    this.specs = List.copyOf(specs);
  }

  /**
   * @param settings whose conf folder holds {@code sources/}; without one nothing is said
   * @throws Failure (configuration) naming file, key path and mend of every mistake
   */
  public static Sources load(Settings settings, Catalog catalog) {
    List<Problem> problems = new ArrayList<>();
    Path confFolder = settings.confFolder();
    Set<String> layouts =
        Layouts.known(catalog, settings).stream()
            .map(SourceReader::format)
            .collect(Collectors.toSet());
    List<SourceSpec> specs = new ArrayList<>();
    for (Path file : YamlFiles.in(confFolder.resolve("sources"))) {
      YamlFiles.open(file, problems)
          .map(node -> new SourceYaml(catalog, layouts, file).read(node))
          .ifPresent(specs::add);
    }
    onePinForAFolder(specs, confFolder, problems);
    if (!problems.isEmpty()) {
      throw Failure.configuration(problems);
    }
    return new Sources(specs);
  }

  private static void onePinForAFolder(
      List<SourceSpec> specs, Path confFolder, List<Problem> problems) {
    Set<String> seen = new HashSet<>();
    specs.stream()
        .filter(spec -> spec.mapping().isEmpty())
        .forEach(
            spec -> {
              if (spec.folder().isPresent() && !seen.add(spec.folder().get())) {
                problems.add(
                    new Problem(
                        "another file speaks of the landing folder '" + spec.folder().get() + "'",
                        confFolder.resolve("sources").resolve(spec.name() + ".yaml") + " at folder",
                        "Say all of a folder in one file"));
              }
            });
  }

  /** Number of sources described. */
  public int size() {
    return specs.size();
  }

  /** Those with a mapping of their own. */
  List<SourceSpec> mapped() {
    return specs.stream().filter(spec -> spec.mapping().isPresent()).toList();
  }

  /** What is said of the landing folder of {@code file}, if anything. */
  Optional<SourceSpec> of(LandedFile file) {
    return specs.stream().filter(spec -> spec.mapping().isEmpty() && spec.isOf(file)).findFirst();
  }
}
