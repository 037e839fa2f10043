package org.recordlake.ingest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.recordlake.ingest.account.FileLedger;
import org.recordlake.ingest.account.FileOutcome;
import org.recordlake.ingest.account.IngestReport;
import org.recordlake.ingest.account.LandingCleanup;
import org.recordlake.ingest.land.KnownFiles;
import org.recordlake.ingest.land.LandedFile;
import org.recordlake.ingest.land.LandingCopies;
import org.recordlake.ingest.land.LandingFolder;
import org.recordlake.ingest.recognise.Layouts;
import org.recordlake.ingest.recognise.RecognisedFile;
import org.recordlake.ingest.resolve.NewFilesPolicy;
import org.recordlake.job.Job;
import org.recordlake.job.JobContext;
import org.recordlake.job.JobResult;
import org.recordlake.lake.MediaZone;

/**
 * Brings dropped files into {@code records/}. A file is identified by its SHA-256 and taken once;
 * its rows are written before the ledger says so, and writing them again changes nothing, so a
 * killed run is simply run again.
 */
public final class Ingest implements Job<IngestPlan> {
  @Override
  public String name() {
    return "ingest";
  }

  @Override
  public IngestPlan plan(JobContext context) {
    KnownFiles known = KnownFiles.of(context.lake());
    Layouts layouts = Layouts.of(context);
    Map<String, LandedFile> distinct = new LinkedHashMap<>();
    LandingFolder.of(context)
        .newFiles(known)
        .forEach(file -> distinct.putIfAbsent(file.sha256(), file));
    IngestPlan.Copies copies =
        new IngestPlan.Copies(
            new LandingCleanup(context).due(),
            LandingCopies.of(context).strays(known),
            media(context).unsealed());
    return IngestPlan.of(distinct.values(), layouts, known, copies);
  }

  @Override
  public JobResult execute(IngestPlan plan, JobContext context) {
    media(context).seal(context.lake().spark(), plan.copies().media());
    IngestRun.Result taken =
        plan.files() > 0
            ? IngestRun.of(context, plan, new NewFilesPolicy(context.lake()))
            : IngestRun.Result.withoutFiles(context);
    List<FileOutcome> outcomes = outcomes(plan, context, taken);
    taken.afterwards(() -> note(plan, context, taken, outcomes));
    return IngestReport.of(context, outcomes, plan.backlog(), taken.withdrawn());
  }

  private static MediaZone media(JobContext context) {
    return MediaZone.of(context.lake(), context.protector());
  }

  private static List<FileOutcome> outcomes(
      IngestPlan plan, JobContext context, IngestRun.Result taken) {
    LandingCopies copies = LandingCopies.of(context);
    Layouts layouts = Layouts.of(context);
    return Stream.concat(
            plan.unknown().stream()
                .map(
                    file ->
                        FileOutcome.unknown(
                            copies.copy(file),
                            layouts.copyRetention(file),
                            layouts.whyUnknown(file))),
            taken.outcomes().stream())
        .toList();
  }

  private static void note(
      IngestPlan plan, JobContext context, IngestRun.Result taken, List<FileOutcome> outcomes) {
    LandingCleanup cleanup = new LandingCleanup(context);
    if (plan.files() > 0) {
      new FileLedger(context).write(outcomes);
      cleanup.consume(
          Stream.concat(plan.recognised().map(RecognisedFile::file), plan.unknown().stream()),
          outcomes);
      if (taken.failure().isEmpty()) {
        // After a failure some rows are taken again, and look for their files again.
        cleanup.consumeMedia(taken.media());
      }
    }
    cleanup.destroyDue(plan.copies().due(), outcomes);
    cleanup.destroyStrays(plan.copies().strays(), outcomes);
  }
}
