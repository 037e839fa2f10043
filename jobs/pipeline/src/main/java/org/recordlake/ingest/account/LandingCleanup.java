package org.recordlake.ingest.account;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.recordlake.ingest.land.CopyRetention;
import org.recordlake.ingest.land.LandedFile;
import org.recordlake.ingest.land.LandingCopies;
import org.recordlake.ingest.land.LandingFolder;
import org.recordlake.job.JobContext;

/** What leaves the landing folder and the lake's landing zone once the ledger knows the files. */
public final class LandingCleanup {
  private final JobContext context;
  private final FileLedger ledger;
  private final LandingFolder folder;
  private final LandingCopies copies;

  public LandingCleanup(JobContext context) {
    this.context = context;
    this.ledger = new FileLedger(context);
    this.folder = LandingFolder.of(context);
    this.copies = LandingCopies.of(context);
  }

  /** Number of copies whose last day has passed. */
  public int due() {
    return ledger.dueCopies().size();
  }

  /** Removes the dropped originals where the settings say so, once all in them is noted. */
  public void consume(Stream<LandedFile> dropped, List<FileOutcome> outcomes) {
    Set<String> noted =
        outcomes.stream().map(outcome -> outcome.file().sha256()).collect(Collectors.toSet());
    Map<String, List<LandedFile>> byPath = dropped.collect(Collectors.groupingBy(LandedFile::path));
    byPath.forEach(
        (path, files) -> {
          if (files.stream().allMatch(file -> noted.contains(file.sha256()))) {
            folder.consume(path);
          }
        });
  }

  /** The same for media files, once the rows that name them are noted. */
  public void consumeMedia(List<String> paths) {
    paths.forEach(folder::consume);
  }

  /**
   * Destroys the copies whose last day has passed and that no hold keeps.
   *
   * @param due how many of them the plan found
   */
  public void destroyDue(int due, List<FileOutcome> outcomes) {
    boolean more =
        outcomes.stream().anyMatch(outcome -> outcome.copyRetention() == CopyRetention.THIS_RUN);
    if (due == 0 && !more) {
      return;
    }
    List<LedgerEntry> free = new HeldCopies(context).free(ledger.dueCopies(), outcomes);
    if (!free.isEmpty()) {
      free.forEach(entry -> copies.destroy(entry.file().path()));
      ledger.copiesDestroyed(free.stream().map(entry -> entry.file().sha256()).distinct().toList());
    }
  }

  /**
   * Destroys what a killed run left; a copy that this run noted is no stray any more. Their files
   * still lie where they were dropped, so no hold asks for them.
   */
  public void destroyStrays(List<String> strays, List<FileOutcome> outcomes) {
    Set<String> noted =
        outcomes.stream().map(outcome -> outcome.file().path()).collect(Collectors.toSet());
    strays.stream()
        .filter(copy -> noted.stream().noneMatch(copy::endsWith))
        .forEach(copies::destroy);
  }
}
