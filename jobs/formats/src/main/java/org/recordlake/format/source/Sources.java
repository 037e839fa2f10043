package org.recordlake.format.source;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.recordlake.catalog.Catalog;
import org.recordlake.config.Settings;
import org.recordlake.config.YamlFiles;
import org.recordlake.format.ReaderSettings;
import org.recordlake.format.Reading;
import org.recordlake.format.SourceReader;
import org.recordlake.format.SourceReaders;
import org.recordlake.format.mapped.MappedReader;
import org.recordlake.problem.Failure;
import org.recordlake.problem.Problem;

/**
 * What {@code conf/sources/*.yaml} says of sources: which landing folder has which layout and time
 * zone, and how files without a reader of their own are mapped to tables.
 */
public final class Sources {
  private final List<SourceSpec> specs;
  private final List<SourceReader> known;
  private final ZoneId zone;

  private Sources(List<SourceSpec> specs, List<SourceReader> known, ZoneId zone) {
    this.specs = List.copyOf(specs);
    this.known = List.copyOf(known);
    this.zone = zone;
  }

  /**
   * @param settings whose conf folder holds {@code sources/}; without one nothing is said
   * @throws Failure (configuration) naming file, key path and mend of every mistake
   */
  public static Sources load(Settings settings, Catalog catalog) {
    List<Problem> problems = new ArrayList<>();
    Path confFolder = settings.confFolder();
    List<SourceReader> known = SourceReaders.all(ReaderSettings.of(settings), catalog);
    Set<String> layouts = known.stream().map(SourceReader::format).collect(Collectors.toSet());
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
    return new Sources(specs, known, settings.zone());
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

  /**
   * The readers that may fit a file, in the order in which they are asked: what the configuration
   * maps comes before what is known anyway.
   *
   * @param folder landing folder it lies in
   * @param modifiedAt when it was last changed
   */
  public List<Candidate> candidates(String folder, Instant modifiedAt) {
    List<Candidate> candidates = new ArrayList<>();
    specs.stream()
        .flatMap(
            spec ->
                spec.mapping().stream()
                    .map(mapping -> candidate(new MappedReader(mapping), spec, modifiedAt)))
        .forEach(candidates::add);
    Optional<SourceSpec> pin =
        specs.stream().filter(spec -> spec.mapping().isEmpty() && spec.isOf(folder)).findFirst();
    if (pin.isEmpty()) {
      Reading usual = new Reading(zone, modifiedAt);
      known.forEach(reader -> candidates.add(new Candidate(reader, usual, false)));
    } else {
      SourceSpec spec = pin.get();
      known.stream()
          .filter(reader -> spec.layout().map(reader.format()::equals).orElse(true))
          .map(reader -> PinnedReader.of(reader, spec.constants()))
          .forEach(reader -> candidates.add(candidate(reader, spec, modifiedAt)));
    }
    return candidates;
  }

  private Candidate candidate(SourceReader reader, SourceSpec spec, Instant modifiedAt) {
    return new Candidate(reader, spec.reading(modifiedAt, zone), spec.exportedOn().isPresent());
  }
}
