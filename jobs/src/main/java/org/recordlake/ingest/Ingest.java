package org.recordlake.ingest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Row;
import org.apache.spark.util.SerializableConfiguration;
import org.recordlake.catalog.TableSpec;
import org.recordlake.catalog.Zone;
import org.recordlake.job.Job;
import org.recordlake.job.JobContext;
import org.recordlake.job.JobResult;
import org.recordlake.job.Progress;
import org.recordlake.lake.SideBySide;
import org.recordlake.problem.ExitCode;
import org.recordlake.problem.Problem;
import org.recordlake.schedule.Holds;

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
    Layouts layouts = new Layouts(context.catalog(), hadoop(context));
    Map<String, List<Layouts.Recognised>> byTable = new TreeMap<>();
    Map<String, LandedFile> unknown = new LinkedHashMap<>();
    Map<String, LandedFile> distinct = new LinkedHashMap<>();
    landing(context).newFiles(ledger).forEach(file -> distinct.putIfAbsent(file.sha256(), file));
    for (LandedFile file : distinct.values()) {
      Optional<Layouts.Recognised> recognised = layouts.recognise(file);
      recognised.ifPresentOrElse(
          found ->
              byTable.computeIfAbsent(found.table().name(), name -> new ArrayList<>()).add(found),
          () -> unknown.put(file.sha256(), file));
    }
    int dueCopies = FileLedger.dueCopies(context.lake(), context.asOf()).size();
    return new IngestPlan(byTable, List.copyOf(unknown.values()), ledger.size(), dueCopies);
  }

  @Override
  public JobResult execute(IngestPlan plan, JobContext context) {
    List<FileOutcome> outcomes = new ArrayList<>();
    Optional<RuntimeException> failure = Optional.empty();
    if (plan.files() > 0) {
      failure = takeIn(plan, context, outcomes);
      new Quarantine(context).files(outcomes);
      FileLedger.write(context, outcomes);
      consume(plan, context, outcomes);
    }
    destroyDueCopies(context);
    if (failure.isPresent()) {
      throw failure.get();
    }
    return result(outcomes);
  }

  private static Optional<RuntimeException> takeIn(
      IngestPlan plan, JobContext context, List<FileOutcome> outcomes) {
    Landing landing = landing(context);
    plan.unknown().forEach(file -> outcomes.add(unknown(landing.copy(file))));
    Optional<RuntimeException> failure = Optional.empty();
    try (Triggers triggers = new Triggers(context.lake(), context.catalog());
        Progress.Bar bar = context.progress().start("ingest", plan.byTable().size())) {
      for (List<String> wave : waves(context, plan)) {
        Holds holds = Holds.on(context.lake().read("legal_holds"), context.asOf());
        List<Callable<TableOutcome>> tasks = new ArrayList<>();
        wave.forEach(
            table ->
                tasks.add(
                    () -> {
                      TableOutcome outcome =
                          table(context, plan.byTable().get(table), landing, triggers, holds);
                      bar.step();
                      return outcome;
                    }));
        for (TableOutcome outcome :
            SideBySide.run(
                context.lake().spark(), context.settings().ingest().parallelTables(), tasks)) {
          outcomes.addAll(outcome.files());
          failure = failure.or(outcome::failure);
        }
      }
    }
    return failure;
  }

  /**
   * Tables side by side that need nothing of each other: holds first, then those whose dates others
   * count from.
   */
  private static List<List<String>> waves(JobContext context, IngestPlan plan) {
    List<List<String>> waves = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    for (String table : plan.byTable().keySet()) {
      boolean hold = context.catalog().table(table).zone() == Zone.GOVERNANCE;
      waves.get(hold ? 0 : Triggers.isTrigger(context.catalog(), table) ? 1 : 2).add(table);
    }
    return waves.stream().filter(wave -> !wave.isEmpty()).toList();
  }

  /** What one table's ingest came to; one table's failure leaves the others' work standing. */
  private record TableOutcome(List<FileOutcome> files, Optional<RuntimeException> failure) {}

  private static TableOutcome table(
      JobContext context,
      List<Layouts.Recognised> files,
      Landing landing,
      Triggers triggers,
      Holds holds) {
    try {
      TableSpec table = files.get(0).table();
      List<Layouts.Recognised> copied =
          files.stream()
              .map(file -> new Layouts.Recognised(landing.copy(file.file()), file.reader(), table))
              .toList();
      String mediaFrom = landing.mediaFolder(files.get(0).file().source());
      MediaFolder media =
          new MediaFolder(
              mediaFrom,
              context.lake().root() + "/media",
              SerializableConfiguration.broadcast(context.lake().spark().sparkContext()));
      return new TableOutcome(
          new TableIngest(context, table, triggers, holds, media).run(copied), Optional.empty());
    } catch (RuntimeException e) {
      return new TableOutcome(List.of(), Optional.of(e));
    }
  }

  private static FileOutcome unknown(LandedFile file) {
    return new FileOutcome(
        file,
        FileOutcome.UNKNOWN_TABLE,
        "unknown",
        FileOutcome.Status.QUARANTINED,
        Balance.ZERO,
        Optional.of("no known layout: the names in its beginning fit no table, or several"));
  }

  /** Removes the dropped originals where the settings say so; only files the ledger has noted. */
  private static void consume(IngestPlan plan, JobContext context, List<FileOutcome> outcomes) {
    Landing landing = landing(context);
    List<String> noted = outcomes.stream().map(outcome -> outcome.file().sha256()).toList();
    plan.unknown().forEach(landing::consume);
    plan.byTable().values().stream()
        .flatMap(List::stream)
        .map(Layouts.Recognised::file)
        .filter(file -> noted.contains(file.sha256()))
        .forEach(landing::consume);
  }

  private static void destroyDueCopies(JobContext context) {
    List<Row> due = FileLedger.dueCopies(context.lake(), context.asOf());
    if (due.isEmpty()) {
      return;
    }
    Landing landing = landing(context);
    due.forEach(row -> landing.destroy(row.getString(1)));
    FileLedger.copiesDestroyed(context, due.stream().map(row -> row.getString(0)).toList());
  }

  private static JobResult result(List<FileOutcome> outcomes) {
    BalanceSheet sheet = new BalanceSheet(outcomes);
    List<Problem> problems =
        outcomes.stream()
            .filter(outcome -> outcome.status() != FileOutcome.Status.COMMITTED)
            .map(Ingest::problem)
            .toList();
    ExitCode exitCode = problems.isEmpty() ? ExitCode.DONE : ExitCode.DATA_CHECKS;
    return new JobResult(exitCode, sheet.counts(outcomes.size()), problems, sheet.lines());
  }

  private static Problem problem(FileOutcome outcome) {
    String place =
        "landing/"
            + outcome.file().source()
            + ", file "
            + outcome.file().sha256().substring(0, 12)
            + " ("
            + outcome.table()
            + ")";
    return new Problem(
        "a file was set aside whole: " + outcome.reason().orElse("unknown reason"),
        place,
        "See governance.ingested_files and governance.quarantine for it, mend the export and drop it again");
  }

  private static Landing landing(JobContext context) {
    return new Landing(context.settings().landing(), context.lake().root(), hadoop(context));
  }

  private static Configuration hadoop(JobContext context) {
    return context.lake().spark().sparkContext().hadoopConfiguration();
  }
}
