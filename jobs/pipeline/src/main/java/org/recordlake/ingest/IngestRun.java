package org.recordlake.ingest;

import java.sql.Date;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.recordlake.catalog.TableSpec;
import org.recordlake.catalog.Zone;
import org.recordlake.ingest.account.FileOutcome;
import org.recordlake.ingest.land.LandedFile;
import org.recordlake.ingest.land.LandingCopies;
import org.recordlake.ingest.land.MediaFolder;
import org.recordlake.ingest.recognise.RecognisedFile;
import org.recordlake.ingest.recognise.TableFiles;
import org.recordlake.ingest.resolve.Consents;
import org.recordlake.ingest.resolve.ReplayPolicy;
import org.recordlake.ingest.resolve.ResolvedTable;
import org.recordlake.ingest.resolve.RowState;
import org.recordlake.ingest.resolve.TableResolver;
import org.recordlake.ingest.resolve.TriggerDates;
import org.recordlake.ingest.write.ContractRollup;
import org.recordlake.ingest.write.Quarantine;
import org.recordlake.ingest.write.TableWriter;
import org.recordlake.ingest.write.Withdrawn;
import org.recordlake.job.JobContext;
import org.recordlake.job.Progress;
import org.recordlake.lake.ParallelTasks;
import org.recordlake.problem.Problem;
import org.recordlake.schedule.DisposedKeys;
import org.recordlake.schedule.HeldVersions;
import org.recordlake.schedule.Holds;

/**
 * One run's way of all new files into their tables. A file may hold rows of several tables, and is
 * taken whole or not at all: so first every table is resolved, until all agree which files are
 * refused, and only then is anything written.
 */
final class IngestRun implements AutoCloseable {
  private final JobContext context;
  private final IngestPlan plan;
  private final ReplayPolicy replay;
  private final TableWriter writer;
  private final Progress.Bar bar;
  private final Map<String, LandedFile> copies = new HashMap<>();
  private final Map<String, ResolvedTable> resolved = new ConcurrentSkipListMap<>();
  private final List<FileOutcome> outcomes = new ArrayList<>();
  private final List<String> media = new ArrayList<>();
  private final Map<String, RuntimeException> failures = new TreeMap<>();
  private final DisposedKeys disposed;
  private TriggerDates triggers;
  private Holds holds;

  /**
   * How the run ended.
   *
   * @param outcomes of the files that all their tables took or refused
   * @param media dropped media files that are in the lake or past their day, if dropped files are
   *     to go
   * @param withdrawn rows and files destroyed because the person shown does not agree any more
   * @param failure of the first table that failed, those of the others suppressed in it
   */
  record Result(
      List<FileOutcome> outcomes,
      List<String> media,
      long withdrawn,
      Optional<RuntimeException> failure) {
    /** Nothing came in; what holds kept may be free today all the same. */
    static Result withoutFiles(JobContext context) {
      long withdrawn =
          holdsWereEver(context)
              ? destroyed(context, Holds.on(context), context.catalog().tables())
              : 0;
      return new Result(List.of(), List.of(), withdrawn, Optional.empty());
    }

    /**
     * Does what is to be done even after a failure, and then fails with all that went wrong.
     *
     * @throws RuntimeException the run's own failure, that of {@code work} suppressed in it; or
     *     that of {@code work}
     */
    void afterwards(Runnable work) {
      try {
        work.run();
      } catch (RuntimeException e) {
        failure.ifPresent(first -> first.addSuppressed(e));
        throw failure.orElse(e);
      }
      failure.ifPresent(
          first -> {
            throw first;
          });
    }
  }

  private IngestRun(JobContext context, IngestPlan plan, ReplayPolicy replay) {
    this.context = context;
    this.plan = plan;
    this.replay = replay;
    this.writer = new TableWriter(context, replay);
    this.disposed = DisposedKeys.of(context);
    this.triggers = new TriggerDates(context.lake(), context.catalog());
    this.holds = Holds.understood(context);
    this.bar = context.progress().start("tables checked, then written", plan.byTable().size() * 2);
  }

  /**
   * Takes everything in. One table's failure leaves the others' work standing; its files are then
   * not noted, so that the next run takes them again.
   */
  static Result of(JobContext context, IngestPlan plan, ReplayPolicy replay) {
    try (IngestRun run = new IngestRun(context, plan, replay)) {
      return run.takeIn();
    }
  }

  private Result takeIn() {
    LandingCopies zone = LandingCopies.of(context);
    plan.recognised().forEach(file -> copies.put(file.file().sha256(), zone.copy(file.file())));
    Map<Boolean, List<String>> holdsFirst =
        plan.byTable().keySet().stream().collect(Collectors.partitioningBy(this::isLedger));
    // What arrives under a hold must find the hold in force.
    resolve(List.of(holdsFirst.get(true)));
    write();
    List<Problem> unread =
        ArrivedOrders.unread(
            context, plan, Optional.ofNullable(resolved.get(ArrivedOrders.TABLE)), failures);
    account();
    holds = Holds.on(context, unread);
    resolve(waves(holdsFirst.get(false)));
    write();
    rollUp();
    new HeldVersions(context).followRows();
    account();
    Set<String> unfinished = new HashSet<>();
    failures.keySet().forEach(table -> unfinished.addAll(hashes(table)));
    outcomes.removeIf(outcome -> unfinished.contains(outcome.file().sha256()));
    return new Result(List.copyOf(outcomes), List.copyOf(media), withdrawn(), failure());
  }

  /** A withdrawal comes with this run, or could not be followed before for a hold. */
  private long withdrawn() {
    boolean everywhere = holdsWereEver(context);
    List<TableSpec> touched =
        context.catalog().tables().stream()
            .filter(
                table ->
                    everywhere
                        || table
                            .consent()
                            .filter(consent -> plan.byTable().containsKey(consent.table()))
                            .isPresent())
            .toList();
    return destroyed(context, holds, touched);
  }

  private static boolean holdsWereEver(JobContext context) {
    return context.lake().bytes(ArrivedOrders.TABLE) > 0;
  }

  private static long destroyed(JobContext context, Holds holds, List<TableSpec> tables) {
    Withdrawn withdrawn = new Withdrawn(context, holds);
    return tables.stream().mapToLong(withdrawn::destroy).sum();
  }

  private Optional<RuntimeException> failure() {
    Optional<RuntimeException> first = failures.values().stream().findFirst();
    first.ifPresent(failure -> failures.values().stream().skip(1).forEach(failure::addSuppressed));
    return first;
  }

  @Override
  public void close() {
    forget();
    triggers.close();
    bar.close();
  }

  private boolean isLedger(String table) {
    return context.catalog().table(table).zone() == Zone.GOVERNANCE;
  }

  private List<List<String>> waves(List<String> tables) {
    return holds.none()
        ? Waves.of(context.catalog(), tables)
        : Waves.underHolds(context.catalog(), tables);
  }

  /**
   * Resolves the waves, and again wherever a later table refused a file an earlier one had taken.
   */
  private void resolve(List<List<String>> waves) {
    Map<String, String> refused = new HashMap<>();
    boolean agreed = false;
    while (!agreed) {
      waves.forEach(wave -> resolve(wave, refused));
      resolved.values().forEach(table -> refused.putAll(table.refused()));
      agreed = resolved.values().stream().noneMatch(table -> table.accepts(refused));
      if (!agreed) {
        forget();
        triggers.close();
        triggers = new TriggerDates(context.lake(), context.catalog());
      }
    }
  }

  private void resolve(List<String> wave, Map<String, String> refused) {
    Holds leading = holds.none() ? holds : holds.leadingOn(arriving());
    sideBySide(wave, table -> resolved.put(table, resolved(table, refused, leading)));
  }

  private Map<String, Dataset<Row>> arriving() {
    return resolved.values().stream()
        .filter(each -> each.counts().toWrite() > 0)
        .collect(Collectors.toMap(each -> each.table().name(), ResolvedTable::taken));
  }

  private ResolvedTable resolved(String table, Map<String, String> refused, Holds leading) {
    Consents consents = new Consents(context.lake(), resolved);
    return new TableResolver(context, files(table), triggers, leading, disposed, replay, consents)
        .resolve(refused);
  }

  private TableFiles files(String table) {
    List<RecognisedFile> files =
        plan.byTable().get(table).stream()
            .map(file -> file.at(copies.get(file.file().sha256())))
            .toList();
    MediaFolder media = MediaFolder.of(context, files.get(0).file().source());
    return new TableFiles(context.catalog().table(table), files, media);
  }

  private void write() {
    sideBySide(List.copyOf(resolved.keySet()), table -> writer.write(resolved.get(table), holds));
    new Quarantine(context).rows(resolved.values(), replay);
    rememberExpired();
  }

  /** What hangs from a row that came past its day may come later than that row. */
  private void rememberExpired() {
    Date day = Date.valueOf(context.asOf());
    resolved.values().stream()
        .filter(each -> TriggerDates.isTrigger(context.catalog(), each.table().name()))
        .filter(each -> each.counts().rows(RowState.EXPIRED) > 0)
        .map(
            each ->
                disposed.noted(
                    each.table(), each.expired(), false, disposed.age(each.table()), day))
        .reduce(Dataset::unionByName)
        .ifPresent(disposed::remember);
  }

  /** Contracts follow from their actions, those of earlier files included. */
  private void rollUp() {
    ContractRollup.of(context).ifPresent(this::rollUp);
  }

  private void rollUp(ContractRollup contracts) {
    Set<String> touched = new HashSet<>();
    List<String> tables = contracts.tables();
    tables.stream().filter(resolved::containsKey).forEach(table -> touched.addAll(hashes(table)));
    if (!touched.isEmpty() && tables.stream().noneMatch(failures::containsKey)) {
      try {
        contracts.run(touched, holds);
      } catch (RuntimeException e) {
        failures.put(tables.get(0), e);
      }
    }
  }

  /** Notes what became of the files, and lets go of their rows. */
  private void account() {
    resolved.forEach(
        (name, table) -> {
          if (!failures.containsKey(name)) {
            outcomes.addAll(FileOutcome.of(table));
            if (context.settings().landing().consume()) {
              media.addAll(writer.mediaTaken(table));
            }
          }
        });
    forget();
  }

  private void forget() {
    resolved.values().forEach(ResolvedTable::close);
    resolved.clear();
  }

  private Set<String> hashes(String table) {
    return plan.byTable().get(table).stream()
        .map(file -> file.file().sha256())
        .collect(Collectors.toSet());
  }

  /** Does a step of each table's work; a table that fails keeps its first failure. */
  private void sideBySide(List<String> tables, Consumer<String> work) {
    List<Callable<Optional<RuntimeException>>> tasks = new ArrayList<>();
    tables.forEach(table -> tasks.add(() -> tried(table, work)));
    List<Optional<RuntimeException>> ended =
        ParallelTasks.run(
            context.lake().spark(), context.settings().ingest().parallelTables(), tasks);
    for (int i = 0; i < tables.size(); i++) {
      String table = tables.get(i);
      ended.get(i).ifPresent(failure -> failures.putIfAbsent(table, failure));
    }
  }

  private Optional<RuntimeException> tried(String table, Consumer<String> work) {
    try {
      work.accept(table);
      bar.step();
      return Optional.empty();
    } catch (RuntimeException e) {
      return Optional.of(e);
    }
  }
}
