package org.recordlake.ingest;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;
import org.apache.spark.util.SerializableConfiguration;
import org.recordlake.catalog.TableSpec;
import org.recordlake.catalog.Zone;
import org.recordlake.job.JobContext;
import org.recordlake.job.Progress;
import org.recordlake.lake.ParallelTasks;
import org.recordlake.schedule.Holds;

/**
 * One run's way of all new files into their tables. A file may hold rows of several tables, and is
 * taken whole or not at all: so first every table is staged, until all agree which files are
 * refused, and only then is anything written.
 */
final class Intake implements AutoCloseable {
  private final JobContext context;
  private final IngestPlan plan;
  private final Taking taking;
  private final Progress.Bar bar;
  private final Map<String, StagedTable> staged = new ConcurrentSkipListMap<>();
  private final Map<String, RuntimeException> failures = new TreeMap<>();
  private final Map<String, LandedFile> copies = new HashMap<>();
  private final List<String> mediaTaken = new ArrayList<>();
  private Triggers triggers;

  Intake(JobContext context, IngestPlan plan, Taking taking) {
    this.context = context;
    this.plan = plan;
    this.taking = taking;
    this.triggers = new Triggers(context.lake(), context.catalog());
    this.bar = context.progress().start("tables checked, then written", plan.byTable().size() * 2);
  }

  /**
   * Takes everything in and adds what became of it to {@code outcomes}. One table's failure leaves
   * the others' work standing; its files are then not noted, so that the next run takes them again.
   */
  Optional<RuntimeException> run(List<FileOutcome> outcomes) {
    LandingCopies zone = Ingest.copies(context);
    plan.recognised().forEach(file -> copies.put(file.file().sha256(), zone.copy(file.file())));
    Map<Boolean, List<String>> holdsFirst =
        plan.byTable().keySet().stream().collect(Collectors.partitioningBy(this::isLedger));
    // What arrives under a hold must find the hold in force.
    stage(List.of(holdsFirst.get(true)));
    store();
    List<FileOutcome> noted = outcomes();
    stage(waves(holdsFirst.get(false)));
    store();
    rollUp();
    noted.addAll(outcomes());
    Set<String> unfinished = new HashSet<>();
    failures.keySet().forEach(table -> unfinished.addAll(hashes(table)));
    noted.stream()
        .filter(outcome -> !unfinished.contains(outcome.file().sha256()))
        .forEach(outcomes::add);
    return failures.values().stream().findFirst();
  }

  /** Dropped media files that are in the lake or past their day, if dropped files are to go. */
  List<String> mediaTaken() {
    return List.copyOf(mediaTaken);
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

  /**
   * Tables others count their dates from come first; those of a wave need nothing of each other.
   */
  private List<List<String>> waves(Collection<String> tables) {
    List<List<String>> waves = List.of(new ArrayList<>(), new ArrayList<>());
    tables.forEach(
        table -> waves.get(Triggers.isTrigger(context.catalog(), table) ? 0 : 1).add(table));
    return waves.stream().filter(wave -> !wave.isEmpty()).toList();
  }

  /** Stages the waves, and again wherever a later table refused a file an earlier one had taken. */
  private void stage(List<List<String>> waves) {
    Map<String, String> refused = new HashMap<>();
    boolean agreed = false;
    while (!agreed) {
      Holds holds = Holds.on(context.lake().read("legal_holds"), context.asOf());
      waves.forEach(wave -> stage(wave, holds, refused));
      staged.values().forEach(table -> refused.putAll(table.refused()));
      agreed = staged.values().stream().noneMatch(table -> table.accepts(refused));
      if (!agreed) {
        forget();
        triggers.close();
        triggers = new Triggers(context.lake(), context.catalog());
      }
    }
  }

  private void stage(List<String> wave, Holds holds, Map<String, String> refused) {
    sideBySide(wave, table -> staged.put(table, ingest(table, holds).stage(refused)));
  }

  private void store() {
    sideBySide(List.copyOf(staged.keySet()), table -> staged.get(table).store());
    new Quarantine(context).rows(staged.values(), taking);
  }

  /** Contracts follow from their actions, those of earlier files included. */
  private void rollUp() {
    ContractRollup.of(context).ifPresent(this::rollUp);
  }

  private void rollUp(ContractRollup contracts) {
    Set<String> touched = new HashSet<>();
    List<String> tables = contracts.tables();
    tables.stream().filter(staged::containsKey).forEach(table -> touched.addAll(hashes(table)));
    if (!touched.isEmpty() && tables.stream().noneMatch(failures::containsKey)) {
      try {
        contracts.run(touched);
      } catch (RuntimeException e) {
        failures.put(tables.get(0), e);
      }
    }
  }

  private List<FileOutcome> outcomes() {
    List<FileOutcome> outcomes = new ArrayList<>();
    staged.forEach(
        (table, rows) -> {
          if (!failures.containsKey(table)) {
            outcomes.addAll(rows.outcomes());
            if (context.settings().landing().consume()) {
              rows.mediaTaken().forEach(name -> mediaTaken.add(rows.media().dropped(name)));
            }
          }
        });
    forget();
    return outcomes;
  }

  private void forget() {
    staged.values().forEach(StagedTable::close);
    staged.clear();
  }

  private TableIngest ingest(String name, Holds holds) {
    TableSpec table = context.catalog().table(name);
    List<Layouts.Recognised> files =
        plan.byTable().get(name).stream()
            .map(file -> file.at(copies.get(file.file().sha256())))
            .toList();
    MediaFolder media =
        new MediaFolder(
            Ingest.landing(context).mediaFolder(files.get(0).file().source()),
            context.lake().root() + "/media",
            SerializableConfiguration.broadcast(context.lake().spark().sparkContext()));
    return new TableIngest(context, table, files, triggers, holds, media, taking);
  }

  private Set<String> hashes(String table) {
    Set<String> hashes = new HashSet<>();
    plan.byTable().get(table).forEach(file -> hashes.add(file.file().sha256()));
    return hashes;
  }

  /** A step of one table's work. */
  private interface TableWork {
    void run(String table);
  }

  private void sideBySide(List<String> tables, TableWork work) {
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

  private Optional<RuntimeException> tried(String table, TableWork work) {
    try {
      work.run(table);
      bar.step();
      return Optional.empty();
    } catch (RuntimeException e) {
      return Optional.of(e);
    }
  }
}
