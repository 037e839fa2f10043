package org.recordlake.ingest.account;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.recordlake.ingest.land.CopyRetention;
import org.recordlake.ingest.land.FileAccess;
import org.recordlake.ingest.land.LandedFile;
import org.recordlake.job.JobContext;
import org.recordlake.schedule.HeldWords;
import org.recordlake.schedule.Holds;
import org.recordlake.schedule.UnreadOrders;

/**
 * Which copies of dropped files a legal hold keeps: those in which something stands that it names,
 * and those that cannot be looked into. A copy that shows verification codes or PINs goes with the
 * run in any case, since these may lie nowhere; the rows it brought are records or set aside.
 */
final class HeldCopies {
  private final JobContext context;

  HeldCopies(JobContext context) {
    this.context = context;
  }

  /**
   * Those of {@code due} that no hold keeps.
   *
   * @param outcomes what became of this run's files
   */
  List<LedgerEntry> free(List<LedgerEntry> due, List<FileOutcome> outcomes) {
    if (due.isEmpty()) {
      return due;
    }
    HeldWords words = Holds.on(context, UnreadOrders.takenIn(context)).words();
    if (words.none()) {
      return due;
    }
    Set<String> never =
        outcomes.stream()
            .filter(outcome -> outcome.copyRetention() == CopyRetention.THIS_RUN)
            .map(outcome -> outcome.file().sha256())
            .collect(Collectors.toSet());
    Map<String, Set<String>> tables =
        due.stream()
            .collect(
                groupingBy(entry -> entry.file().sha256(), mapping(LedgerEntry::table, toSet())));
    FileAccess access = FileAccess.of(context);
    Map<String, LandedFile> files =
        due.stream()
            .map(LedgerEntry::file)
            .collect(Collectors.toMap(LandedFile::sha256, file -> file, (one, same) -> one));
    Set<String> held =
        files.values().stream()
            .filter(file -> !never.contains(file.sha256()))
            .filter(file -> words.inFile(tables.get(file.sha256()), () -> file.bytes(access)))
            .map(LandedFile::sha256)
            .collect(Collectors.toSet());
    return due.stream().filter(entry -> !held.contains(entry.file().sha256())).toList();
  }
}
