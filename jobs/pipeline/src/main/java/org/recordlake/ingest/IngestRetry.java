package org.recordlake.ingest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.recordlake.ingest.account.FileLedger;
import org.recordlake.ingest.account.FileOutcome;
import org.recordlake.ingest.account.IngestReport;
import org.recordlake.ingest.account.LedgerEntry;
import org.recordlake.ingest.land.KnownFiles;
import org.recordlake.ingest.land.LandedFile;
import org.recordlake.ingest.land.LandingCopies;
import org.recordlake.ingest.land.QuarantineBacklog;
import org.recordlake.ingest.recognise.Layouts;
import org.recordlake.ingest.resolve.RetryPolicy;
import org.recordlake.ingest.write.Quarantine;
import org.recordlake.job.Job;
import org.recordlake.job.JobContext;
import org.recordlake.job.JobResult;

/**
 * Takes again what was quarantined, from the copies the lake keeps of its files: rows that were
 * bad, files that were refused or not understood. To be run once a mapping, a check, a limit or a
 * reader is mended; run without a mend, or twice, it changes nothing.
 */
public final class IngestRetry implements Job<RetryPlan> {
  @Override
  public String name() {
    return "ingest retry";
  }

  @Override
  public RetryPlan plan(JobContext context) {
    Map<String, LandedFile> files = new LinkedHashMap<>();
    LandingCopies copies = LandingCopies.of(context);
    List<LedgerEntry> earlier =
        new FileLedger(context)
            .quarantined().stream().filter(noted -> copies.holds(noted.file())).toList();
    earlier.stream()
        .sorted(java.util.Comparator.comparing(LedgerEntry::ingestedAt))
        .forEach(noted -> files.putIfAbsent(noted.file().sha256(), noted.file()));
    return new RetryPlan(
        IngestPlan.of(files.values(), Layouts.of(context), KnownFiles.NONE, IngestPlan.Copies.NONE),
        earlier);
  }

  @Override
  public JobResult execute(RetryPlan plan, JobContext context) {
    if (plan.files().byTable().isEmpty()) {
      return IngestReport.of(context, List.of(), QuarantineBacklog.NOTHING, 0);
    }
    List<RetryPolicy.Earlier> earlier = plan.earlier().stream().map(LedgerEntry::retried).toList();
    IngestRun.Result taken =
        IngestRun.of(context, plan.files(), new RetryPolicy(context.lake(), earlier));
    taken.afterwards(() -> note(plan, context, taken.outcomes()));
    return IngestReport.of(context, taken.outcomes(), QuarantineBacklog.NOTHING, taken.withdrawn());
  }

  private static void note(RetryPlan plan, JobContext context, List<FileOutcome> outcomes) {
    Quarantine quarantine = new Quarantine(context);
    Predicate<FileOutcome> good = outcome -> outcome.status() == FileOutcome.Status.COMMITTED;
    List<String> takenIn =
        outcomes.stream()
            .filter(good)
            .map(outcome -> outcome.file().sha256())
            .filter(plan::wasNotTakenIn)
            .distinct()
            .toList();
    quarantine.forget(takenIn);
    List<String> files =
        outcomes.stream().map(outcome -> outcome.file().sha256()).distinct().toList();
    Map<String, Long> quarantined = quarantine.counts(files);
    List<FileOutcome> noted =
        outcomes.stream()
            .map(outcome -> whole(plan, outcome, quarantined))
            .collect(Collectors.toCollection(ArrayList::new));
    if (!noted.isEmpty()) {
      new FileLedger(context).update(plan.earlier(), noted);
    }
  }

  /** The outcome of the whole file, where only some of its rows were taken. */
  private static FileOutcome whole(
      RetryPlan plan, FileOutcome outcome, Map<String, Long> quarantined) {
    return plan.committed(outcome.file().sha256(), outcome.table())
        .map(
            earlier ->
                outcome.with(
                    earlier
                        .balance()
                        .retaken(
                            outcome.balance(),
                            quarantined.getOrDefault(
                                outcome.file().sha256() + outcome.table(), 0L))))
        .orElse(outcome);
  }
}
