package org.recordlake.ingest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.recordlake.job.Job;
import org.recordlake.job.JobContext;
import org.recordlake.job.JobResult;

/**
 * Takes again what was set aside, from the copies the lake keeps of its files: rows that were bad,
 * files that were refused or not understood. To be run once a mapping, a check, a limit or a reader
 * is mended; run without a mend, or twice, it changes nothing.
 */
public final class IngestRetry implements Job<RetryPlan> {
  @Override
  public String name() {
    return "ingest retry";
  }

  @Override
  public RetryPlan plan(JobContext context) {
    Map<String, LandedFile> files = new LinkedHashMap<>();
    LandingCopies copies = Ingest.copies(context);
    List<NotedFile> earlier =
        FileLedger.setAside(context.lake()).stream()
            .filter(noted -> copies.holds(noted.file()))
            .toList();
    earlier.stream()
        .sorted(java.util.Comparator.comparing(NotedFile::ingestedAt))
        .forEach(noted -> files.putIfAbsent(noted.file().sha256(), noted.file()));
    return new RetryPlan(
        IngestPlan.of(
            files.values(), Ingest.layouts(context), FileLedger.EMPTY, IngestPlan.Copies.NONE),
        earlier);
  }

  @Override
  public JobResult execute(RetryPlan plan, JobContext context) {
    List<FileOutcome> outcomes = new ArrayList<>();
    Optional<RuntimeException> failure = Optional.empty();
    if (!plan.intake().byTable().isEmpty()) {
      Taking taking = new SecondTaking(context.lake(), plan.earlier());
      try (Intake intake = new Intake(context, plan.intake(), taking)) {
        failure = intake.run(outcomes);
      }
      note(plan, context, outcomes);
    }
    if (failure.isPresent()) {
      throw failure.get();
    }
    return Ingest.result(context, outcomes, Aside.NOTHING);
  }

  private static void note(RetryPlan plan, JobContext context, List<FileOutcome> outcomes) {
    Quarantine quarantine = new Quarantine(context);
    Predicate<FileOutcome> good = outcome -> outcome.status() == FileOutcome.Status.COMMITTED;
    List<String> takenIn =
        outcomes.stream()
            .filter(good)
            .map(outcome -> outcome.file().sha256())
            .filter(plan::wasWholeAside)
            .distinct()
            .toList();
    quarantine.forget(takenIn);
    List<String> files =
        outcomes.stream().map(outcome -> outcome.file().sha256()).distinct().toList();
    Map<String, Long> aside = quarantine.counts(files);
    List<FileOutcome> noted =
        outcomes.stream()
            .map(outcome -> whole(plan, outcome, aside))
            .collect(Collectors.toCollection(ArrayList::new));
    if (!noted.isEmpty()) {
      FileLedger.update(context, plan.earlier(), noted);
    }
  }

  /** The outcome of the whole file, where only some of its rows were taken. */
  private static FileOutcome whole(RetryPlan plan, FileOutcome outcome, Map<String, Long> aside) {
    return plan.committed(outcome.file().sha256(), outcome.table())
        .map(
            earlier ->
                outcome.with(
                    earlier
                        .balance()
                        .retaken(
                            outcome.balance(),
                            aside.getOrDefault(outcome.file().sha256() + outcome.table(), 0L))))
        .orElse(outcome);
  }
}
