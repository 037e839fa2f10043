package org.recordlake.retention;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.recordlake.catalog.Notice;
import org.recordlake.catalog.TableSpec;
import org.recordlake.certificate.Certificate;
import org.recordlake.job.JobContext;
import org.recordlake.job.MeetingSheets;
import org.recordlake.job.Progress;
import org.recordlake.lake.ParallelTasks;
import org.recordlake.scan.token.ResidueTokens;
import org.recordlake.scan.token.TokenMaker;
import org.recordlake.schedule.DisposedKeys;

/**
 * The destruction of what some dispositions say, in steps that may be interrupted between any two:
 * {@link #take} the keys, {@link #begin} in the ledger, {@link #destroy}, {@link #finish} in the
 * ledger.
 */
final class Disposal implements AutoCloseable {
  private final JobContext context;
  private final DispositionLedger ledger;
  private final Map<String, DisposalKeys> keys = new LinkedHashMap<>();
  private List<Disposition> dispositions;

  private Disposal(JobContext context, List<Disposition> dispositions) {
    this.context = context;
    this.ledger = new DispositionLedger(context);
    this.dispositions = dispositions;
  }

  /** Takes the keys of all tables before the first row goes. */
  static Disposal take(JobContext context, List<Disposition> dispositions, DueRows due) {
    Instant now = context.clock().instant().truncatedTo(ChronoUnit.MICROS);
    Disposal disposal =
        new Disposal(context, dispositions.stream().map(each -> each.holdsChecked(now)).toList());
    if (dispositions.isEmpty()) {
      return disposal;
    }
    Map<String, List<Disposition>> tables =
        dispositions.stream().collect(groupingBy(Disposition::table, LinkedHashMap::new, toList()));
    List<Callable<DisposalKeys>> tasks = new ArrayList<>();
    tables.forEach(
        (table, own) ->
            tasks.add(
                () -> DisposalKeys.take(context.lake(), due, context.catalog().table(table), own)));
    disposal.sideBySide(tasks).forEach(taken -> disposal.keys.put(taken.table().name(), taken));
    disposal.keys.computeIfPresent(
        DisposedKeys.TABLE,
        (table, taken) ->
            disposal.tokens(DisposedKeys.of(context)).map(taken::without).orElse(taken));
    return disposal;
  }

  /** Notes, before anything is destroyed, what is about to be. */
  void begin() {
    dispositions =
        dispositions.stream()
            .map(
                disposition -> {
                  DisposalKeys taken = keys.get(disposition.table());
                  DisposalKeys.Count count = taken.under(disposition);
                  return disposition
                      .deleting(context.asOf(), count.rows(), count.media(), taken.version())
                      .paper(paper(count));
                })
            .toList();
    ledger.update(dispositions);
    remember();
  }

  private Optional<Certificate.Paper> paper(DisposalKeys.Count count) {
    Optional<String> citation =
        context.catalog().notice().scheduleOn(context.asOf()).mediaRule().map(Notice.Item::title);
    return count.paper().isEmpty()
        ? Optional.empty()
        : Optional.of(new Certificate.Paper(citation, count.paper()));
  }

  /** Before a row goes, so that none comes back whenever the run dies. */
  private void remember() {
    rememberValues();
    DisposedKeys disposed = DisposedKeys.of(context);
    tokens(disposed).ifPresent(disposed::remember);
  }

  /** Tokens of what goes; one that is due itself begins anew, and stays. */
  private Optional<Dataset<Row>> tokens(DisposedKeys disposed) {
    return keys.values().stream()
        .flatMap(taken -> taken.noted(disposed, context.asOf()).stream())
        .reduce(Dataset::unionByName);
  }

  private void rememberValues() {
    ErasedTokens store = new ErasedTokens(context);
    TokenMaker maker = new TokenMaker(store.salt());
    ErasedValues values = new ErasedValues(context, maker);
    keys.values()
        .forEach(
            taken -> taken.rows(context.lake()).ifPresent(all -> values.take(taken.table(), all)));
    ResidueTokens tokens = maker.made();
    if (!tokens.tokens().isEmpty()) {
      store.write(tokens);
    }
  }

  /** Destroys sheets, files and rows, group after group of {@link DeletionOrder}. */
  void destroy() {
    if (MeetingSheets.tables(context.catalog()).stream().anyMatch(keys::containsKey)) {
      MeetingSheets.of(context).destroy();
    }
    List<TableSpec> tables = keys.values().stream().map(DisposalKeys::table).toList();
    try (Progress.Bar bar = context.progress().start("Destroying records", tables.size())) {
      for (List<TableSpec> group : DeletionOrder.groups(tables)) {
        sideBySide(
            group.stream()
                .map(
                    table ->
                        (Callable<Void>)
                            () -> {
                              keys.get(table.name()).destroy(context.lake());
                              bar.step();
                              return null;
                            })
                .toList());
      }
    }
  }

  /** Notes that the rows are gone. */
  void finish() {
    dispositions =
        dispositions.stream()
            .map(
                disposition ->
                    disposition.deleted(
                        context.lake().version(disposition.table()), context.clock().instant()))
            .toList();
    ledger.update(dispositions);
  }

  List<Disposition> dispositions() {
    return dispositions;
  }

  @Override
  public void close() {
    keys.values().forEach(DisposalKeys::close);
  }

  private <T> List<T> sideBySide(List<Callable<T>> tasks) {
    return ParallelTasks.run(
        context.lake().spark(), context.settings().ingest().parallelTables(), tasks);
  }
}
