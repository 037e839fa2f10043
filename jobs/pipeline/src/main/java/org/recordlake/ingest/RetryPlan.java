package org.recordlake.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.recordlake.ingest.account.LedgerEntry;
import org.recordlake.ingest.land.QuarantineBacklog;
import org.recordlake.ingest.recognise.RecognisedFile;
import org.recordlake.job.JobPlan;

/**
 * What is taken again.
 *
 * @param files the files, as they are understood today
 * @param earlier what the ledger says of them
 */
record RetryPlan(IngestPlan files, List<LedgerEntry> earlier) implements JobPlan {
  RetryPlan {
    earlier = List.copyOf(earlier);
  }

  @Override
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    files
        .byTable()
        .forEach(
            (table, files) ->
                lines.add(
                    table
                        + ": "
                        + QuarantineBacklog.counted(files.size(), "file")
                        + " to take again, "
                        + QuarantineBacklog.counted(single(table, files), "row")
                        + " of them set aside singly"));
    if (!files.unknown().isEmpty()) {
      lines.add(
          "quarantine: "
              + QuarantineBacklog.counted(files.unknown().size(), "file")
              + " still of no known layout");
    }
    return lines;
  }

  private long single(String table, List<RecognisedFile> files) {
    return files.stream()
        .flatMap(file -> committed(file.file().sha256(), table).stream())
        .mapToLong(noted -> noted.balance().quarantined())
        .sum();
  }

  /** What the ledger says of a file that was taken in. */
  Optional<LedgerEntry> committed(String sha256, String table) {
    return earlier.stream()
        .filter(noted -> noted.file().sha256().equals(sha256) && noted.table().equals(table))
        .filter(LedgerEntry::isCommitted)
        .findFirst();
  }

  /** Whether the file was refused or not understood. */
  boolean wasNotTakenIn(String sha256) {
    return earlier.stream()
        .anyMatch(noted -> noted.file().sha256().equals(sha256) && !noted.isCommitted());
  }
}
