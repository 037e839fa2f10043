package org.recordlake.ingest;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.recordlake.job.JobPlan;

/**
 * The files to take in.
 *
 * @param byTable recognised files by table, in the order in which they count
 * @param unknown files no layout fits
 * @param known number of files taken in before
 * @param dueCopies number of landing copies whose last day has passed
 */
record IngestPlan(
    Map<String, List<Layouts.Recognised>> byTable,
    List<LandedFile> unknown,
    int known,
    int dueCopies)
    implements JobPlan {

  static IngestPlan of(Collection<LandedFile> files, Layouts layouts, int known, int dueCopies) {
    Map<String, List<Layouts.Recognised>> byTable = new TreeMap<>();
    List<LandedFile> unknown = new ArrayList<>();
    for (LandedFile file : files) {
      Optional<Layouts.Recognised> recognised = layouts.recognise(file);
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
    return new IngestPlan(byTable, List.copyOf(unknown), known, dueCopies);
  }

  @Override
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    byTable.forEach(
        (table, files) ->
            lines.add(table + ": " + files.size() + " new file(s), " + bytes(files) + " bytes"));
    if (!unknown.isEmpty()) {
      lines.add("quarantine: " + unknown.size() + " file(s) of no known layout");
    }
    if (dueCopies > 0) {
      lines.add("landing: " + dueCopies + " copy or copies past their day to destroy");
    }
    if (known > 0) {
      lines.add("known already: " + known + " file(s)");
    }
    return lines;
  }

  int files() {
    return (int) recognised().count() + unknown.size();
  }

  /** Every recognised file once, whatever number of tables it is for. */
  Stream<Layouts.Recognised> recognised() {
    return byTable.values().stream().flatMap(Collection::stream).distinct();
  }

  private static long bytes(List<Layouts.Recognised> files) {
    return files.stream().mapToLong(file -> file.file().size()).sum();
  }
}
