package org.recordlake.ingest;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.recordlake.ingest.land.KnownFiles;
import org.recordlake.ingest.land.LandedFile;
import org.recordlake.ingest.land.QuarantineBacklog;
import org.recordlake.ingest.recognise.Layouts;
import org.recordlake.ingest.recognise.RecognisedFile;
import org.recordlake.job.JobPlan;

/**
 * The files to take in.
 *
 * @param byTable recognised files by table, in the order in which they count
 * @param unknown files no layout fits
 * @param known number of files taken in before
 * @param backlog what was quarantined before
 */
record IngestPlan(
    Map<String, List<RecognisedFile>> byTable,
    List<LandedFile> unknown,
    int known,
    QuarantineBacklog backlog,
    Copies copies)
    implements JobPlan {
  /**
   * The lake's own copies that are to go, and its media that lie open.
   *
   * @param due number of those whose last day has passed
   * @param strays those that a run left which was killed
   * @param media files of the media folder that are to be sealed
   */
  record Copies(int due, List<String> strays, List<String> media) {
    static final Copies NONE = new Copies(0, List.of(), List.of());

    Copies {
      strays = List.copyOf(strays);
      media = List.copyOf(media);
    }
  }

  static IngestPlan of(
      Collection<LandedFile> files, Layouts layouts, KnownFiles known, Copies copies) {
    Map<String, List<RecognisedFile>> byTable = new TreeMap<>();
    List<LandedFile> unknown = new ArrayList<>();
    for (LandedFile file : files) {
      Optional<RecognisedFile> recognised = layouts.recognise(file);
      recognised.ifPresentOrElse(
          found ->
              found
                  .tables()
                  .forEach(
                      table ->
                          byTable
                              .computeIfAbsent(table.name(), name -> new ArrayList<>())
                              .add(found)),
          () -> unknown.add(file));
    }
    return new IngestPlan(byTable, List.copyOf(unknown), known.size(), known.backlog(), copies);
  }

  @Override
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    byTable.forEach(
        (table, files) ->
            lines.add(
                table
                    + ": "
                    + QuarantineBacklog.counted(files.size(), "new file")
                    + ", "
                    + bytes(files)
                    + " bytes"));
    if (!unknown.isEmpty()) {
      lines.add(
          "quarantine: "
              + QuarantineBacklog.counted(unknown.size(), "file")
              + " of no known layout");
    }
    if (copies.due() > 0) {
      lines.add("landing: " + copies(copies.due()) + " past their day to destroy");
    }
    if (!copies.strays().isEmpty()) {
      lines.add(
          "landing: " + copies(copies.strays().size()) + " that a killed run left, to remove");
    }
    if (!copies.media().isEmpty()) {
      lines.add("media: " + QuarantineBacklog.counted(copies.media().size(), "file") + " to seal");
    }
    if (known > 0) {
      lines.add("known already: " + QuarantineBacklog.counted(known, "file"));
    }
    backlog.line().ifPresent(lines::add);
    return lines;
  }

  private static String copies(int count) {
    return count + (count == 1 ? " copy" : " copies");
  }

  int files() {
    return (int) recognised().count() + unknown.size();
  }

  /** Every recognised file once, whatever number of tables it is for. */
  Stream<RecognisedFile> recognised() {
    return byTable.values().stream().flatMap(Collection::stream).distinct();
  }

  private static long bytes(List<RecognisedFile> files) {
    return files.stream().mapToLong(file -> file.file().size()).sum();
  }
}
