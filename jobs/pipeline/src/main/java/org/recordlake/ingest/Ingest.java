package org.recordlake.ingest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.recordlake.format.source.Sources;
import org.recordlake.job.Job;
import org.recordlake.job.JobContext;
import org.recordlake.job.JobResult;
import org.recordlake.problem.ExitCode;
import org.recordlake.problem.Problem;

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
    FileLedger ledger = FileLedger.of(context.lake());
    Layouts layouts = layouts(context);
    Map<String, LandedFile> distinct = new LinkedHashMap<>();
    Landing landing = landing(context);
    landing.newFiles(ledger).forEach(file -> distinct.putIfAbsent(file.sha256(), file));
    IngestPlan.Copies copies =
        new IngestPlan.Copies(
            FileLedger.dueCopies(context.lake(), context.asOf()).size(),
            copies(context).strays(ledger));
    return IngestPlan.of(distinct.values(), layouts, ledger, copies);
  }

  @Override
  public JobResult execute(IngestPlan plan, JobContext context) {
    List<FileOutcome> outcomes = new ArrayList<>();
    List<String> media = new ArrayList<>();
    Optional<RuntimeException> failure = Optional.empty();
    if (plan.files() > 0) {
      failure = takeIn(plan, context, outcomes, media);
      new Quarantine(context).files(outcomes);
      FileLedger.write(context, outcomes);
      consume(plan, context, outcomes);
      if (failure.isEmpty()) {
        // After a failure some rows are taken again, and look for their files again.
        media.forEach(landing(context)::consume);
      }
    }
    if (plan.copies().due() > 0 || outcomes.stream().anyMatch(Ingest::leavesAtOnce)) {
      destroyDueCopies(context);
    }
    destroyStrays(plan, context, outcomes);
    if (failure.isPresent()) {
      throw failure.get();
    }
    return result(context, outcomes, plan.aside());
  }

  private static Optional<RuntimeException> takeIn(
      IngestPlan plan, JobContext context, List<FileOutcome> outcomes, List<String> media) {
    LandingCopies copies = copies(context);
    Layouts layouts = layouts(context);
    plan.unknown()
        .forEach(
            file ->
                outcomes.add(
                    unknown(copies.copy(file), layouts.copyLife(file), layouts.whyUnknown(file))));
    try (Intake intake = new Intake(context, plan, new FirstTaking(context.lake()))) {
      Optional<RuntimeException> failure = intake.run(outcomes);
      media.addAll(intake.mediaTaken());
      return failure;
    }
  }

  private static FileOutcome unknown(LandedFile file, CopyLife copyLife, String reason) {
    return new FileOutcome(
        file,
        FileOutcome.UNKNOWN_TABLE,
        "unknown",
        "",
        FileOutcome.Status.QUARANTINED,
        Balance.ZERO,
        Optional.of(reason),
        copyLife);
  }

  /** Removes the dropped originals where the settings say so, once all in them is noted. */
  private static void consume(IngestPlan plan, JobContext context, List<FileOutcome> outcomes) {
    Landing landing = landing(context);
    Set<String> noted =
        outcomes.stream().map(outcome -> outcome.file().sha256()).collect(Collectors.toSet());
    Map<String, List<LandedFile>> byPath =
        Stream.concat(plan.recognised().map(Layouts.Recognised::file), plan.unknown().stream())
            .collect(Collectors.groupingBy(LandedFile::path));
    byPath.values().stream()
        .filter(files -> files.stream().allMatch(file -> noted.contains(file.sha256())))
        .forEach(files -> landing.consume(files.get(0).path()));
  }

  private static boolean leavesAtOnce(FileOutcome outcome) {
    return outcome.copyLife() == CopyLife.THIS_RUN;
  }

  private static void destroyDueCopies(JobContext context) {
    List<Row> due = FileLedger.dueCopies(context.lake(), context.asOf());
    if (due.isEmpty()) {
      return;
    }
    LandingCopies copies = copies(context);
    due.forEach(row -> copies.destroy(row.getString(1)));
    FileLedger.copiesDestroyed(context, due.stream().map(row -> row.getString(0)).toList());
  }

  /** A copy that this run noted is no stray any more. */
  private static void destroyStrays(
      IngestPlan plan, JobContext context, List<FileOutcome> outcomes) {
    LandingCopies copies = copies(context);
    Set<String> noted =
        outcomes.stream().map(outcome -> outcome.file().path()).collect(Collectors.toSet());
    plan.copies().strays().stream()
        .filter(copy -> noted.stream().noneMatch(copy::endsWith))
        .forEach(copies::destroy);
  }

  static JobResult result(JobContext context, List<FileOutcome> outcomes, Aside earlier) {
    BalanceSheet sheet = new BalanceSheet(outcomes);
    List<String> output = new ArrayList<>(sheet.lines());
    output.addAll(JoinedAnswers.notes(context, outcomes));
    earlier.line().ifPresent(output::add);
    List<Problem> problems =
        outcomes.stream()
            .filter(outcome -> outcome.status() != FileOutcome.Status.COMMITTED)
            .map(Ingest::problem)
            .toList();
    ExitCode exitCode = problems.isEmpty() ? ExitCode.DONE : ExitCode.DATA_CHECKS;
    return new JobResult(exitCode, sheet.counts(), problems, output);
  }

  /** Names the file by its hash: a sender may have put a person's name into the other one. */
  private static Problem problem(FileOutcome outcome) {
    String hash = outcome.file().sha256().substring(0, 12);
    String place =
        "landing/" + outcome.file().source() + ", file " + hash + " (" + outcome.table() + ")";
    return new Problem(
        "a file was set aside whole: " + outcome.reason().orElse("unknown reason"),
        place,
        "Ask which it is: query --operator NAME --reason TEXT \"select file_name, reason from"
            + " governance.ingested_files where file_sha256 like '"
            + hash
            + "%'\"; then mend the export and drop it again");
  }

  static Landing landing(JobContext context) {
    return new Landing(context.settings().landing(), access(context).hadoop());
  }

  static LandingCopies copies(JobContext context) {
    return new LandingCopies(context.lake().root(), access(context));
  }

  static Layouts layouts(JobContext context) {
    Sources sources = Sources.load(context.settings(), context.catalog());
    return new Layouts(context.catalog(), access(context), context.settings(), sources);
  }

  private static FileAccess access(JobContext context) {
    return new FileAccess(
        context.lake().spark().sparkContext().hadoopConfiguration(), context.protector());
  }
}
