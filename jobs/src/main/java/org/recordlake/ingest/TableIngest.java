package org.recordlake.ingest;

import static org.apache.spark.sql.functions.array_contains;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.sql.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.api.java.function.ForeachPartitionFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;
import org.recordlake.catalog.TableSpec;
import org.recordlake.catalog.Zone;
import org.recordlake.job.JobContext;
import org.recordlake.schedule.DueDates;
import org.recordlake.schedule.Holds;

/**
 * Takes the new files of one table in. The rows go one way without turning back: read, check,
 * protect, date, hold, judge; kept once in between, counted, then written or set aside.
 */
final class TableIngest {
  private final JobContext context;
  private final TableSpec table;
  private final Triggers triggers;
  private final Holds holds;
  private final MediaFolder media;
  private final DueDates dueDates;

  TableIngest(
      JobContext context, TableSpec table, Triggers triggers, Holds holds, MediaFolder media) {
    this.context = context;
    this.table = table;
    this.triggers = triggers;
    this.holds = holds;
    this.media = media;
    this.dueDates =
        new DueDates(
            context.catalog().notice().scheduleOn(context.asOf()), context.settings().zone());
  }

  /**
   * @param files files of this table, in the order in which they count
   * @return one outcome for each file
   */
  List<FileOutcome> run(List<Layouts.Recognised> files) {
    Dataset<Row> staged = staged(files, Set.of()).persist(StorageLevel.MEMORY_AND_DISK());
    Tally tally = Tally.of(staged);
    Map<String, String> refusals =
        tally.refusals(context.settings().ingest().maxQuarantinedShare());
    if (!refusals.isEmpty()) {
      staged.unpersist();
      staged = staged(files, refusals.keySet()).persist(StorageLevel.MEMORY_AND_DISK());
      tally = Tally.of(staged);
    }
    try {
      store(staged, tally);
      Map<String, Balance> balances = tally.balances();
      return files.stream().map(file -> outcome(file, balances, refusals)).toList();
    } finally {
      staged.unpersist();
    }
  }

  private Dataset<Row> staged(List<Layouts.Recognised> files, Set<String> refused) {
    ProtectedColumns protection = new ProtectedColumns(table, context.protector(), media);
    Dataset<Row> checked =
        new RowChecks(table, protection).apply(RawRows.read(context.lake().spark(), files));
    Dataset<Row> dated = dueDates.ruled(table, protection.apply(checked), triggers::dates);
    Dataset<Row> live = holds.marked(table, dated).withColumn(Arrivals.STATE, state(refused));
    return new Arrivals(table, context.lake()).judged(live);
  }

  private Column state(Set<String> refused) {
    Column bad = size(col(RowChecks.PROBLEMS)).gt(0);
    Column expired = DueDates.isPast(col(DueDates.DUE), context.asOf()).and(not(col(Holds.HELD)));
    return when(bad, lit(RowState.BAD.name()))
        .when(
            refused.isEmpty() ? lit(false) : col(RawRows.FILE).isin(refused.toArray()),
            lit(RowState.REFUSED.name()))
        .when(expired, lit(RowState.EXPIRED.name()))
        .otherwise(lit(RowState.LIVE.name()));
  }

  private void store(Dataset<Row> staged, Tally tally) {
    if (tally.toWrite() > 0) {
      write(staged.where(col(Arrivals.WRITE)), tally.replacing() > 0);
    }
    if (tally.rows(RowState.BAD) > 0) {
      new Quarantine(context).rows(table.name(), staged.where(is(RowState.BAD)));
    }
    if (Triggers.isTrigger(context.catalog(), table.name())) {
      triggers.arrived(table, staged.where(not(is(RowState.BAD).or(is(RowState.REFUSED)))));
    }
  }

  private static Column is(RowState state) {
    return col(Arrivals.STATE).equalTo(state.name());
  }

  private void write(Dataset<Row> rows, boolean replacing) {
    ProtectedColumns.mediaColumn(table).ifPresent(column -> storeMedia(rows, column));
    Dataset<Row> complete = table.zone() == Zone.RECORDS ? withSystemColumns(rows) : rows;
    if (replacing) {
      context.lake().merge(table.name(), complete);
    } else {
      context.lake().append(table.name(), complete);
    }
  }

  private Dataset<Row> withSystemColumns(Dataset<Row> rows) {
    return rows.withColumn(TableSpec.INGESTED_FILE, col(RawRows.FILE))
        .withColumn(TableSpec.RECORDED_ON, lit(Date.valueOf(context.asOf())))
        .withColumn(TableSpec.DUE_ON, dueDates.ownDueOn(table));
  }

  private void storeMedia(Dataset<Row> rows, String column) {
    MediaFolder folder = media;
    rows.select(ProtectedColumns.MEDIA_SOURCE, column)
        .where(col(column).isNotNull())
        .foreachPartition(
            (ForeachPartitionFunction<Row>)
                files ->
                    files.forEachRemaining(
                        row -> folder.store(row.getString(0), row.getString(1))));
  }

  private FileOutcome outcome(
      Layouts.Recognised recognised, Map<String, Balance> balances, Map<String, String> refusals) {
    String hash = recognised.file().sha256();
    Balance balance = balances.getOrDefault(hash, Balance.ZERO);
    if (!balance.balances()) {
      throw new IllegalStateException(
          "the balance of a file of " + table.name() + " does not add up: " + balance);
    }
    Optional<String> refusal = Optional.ofNullable(refusals.get(hash));
    FileOutcome.Status status =
        refusal.isPresent() ? FileOutcome.Status.REFUSED : FileOutcome.Status.COMMITTED;
    return new FileOutcome(
        recognised.file(), table.name(), recognised.reader().format(), status, balance, refusal);
  }

  /**
   * Counts of the staged rows.
   *
   * @param states rows of each file by state
   * @param unreadable files that break off
   * @param toWrite rows to be written, {@code replacing} of them over a row of the same key
   */
  private record Tally(
      Map<String, Map<RowState, Long>> states,
      Set<String> unreadable,
      long toWrite,
      long replacing) {

    static Tally of(Dataset<Row> staged) {
      Column broken = array_contains(col(RowChecks.PROBLEMS), "row:" + RawRow.UNREADABLE);
      List<Row> counts =
          staged
              .groupBy(RawRows.FILE, Arrivals.STATE)
              .agg(
                  count(lit(1)),
                  sum(col(Arrivals.WRITE).cast("long")),
                  sum(col(Arrivals.WRITE).and(col(Arrivals.KNOWN)).cast("long")),
                  max(broken))
              .collectAsList();
      Map<String, Map<RowState, Long>> states = new HashMap<>();
      counts.forEach(
          row ->
              states
                  .computeIfAbsent(row.getString(0), file -> new HashMap<>())
                  .put(RowState.valueOf(row.getString(1)), row.getLong(2)));
      Set<String> unreadable =
          counts.stream()
              .filter(row -> row.getBoolean(5))
              .map(row -> row.getString(0))
              .collect(Collectors.toSet());
      long toWrite = counts.stream().mapToLong(row -> row.getLong(3)).sum();
      long replacing = counts.stream().mapToLong(row -> row.getLong(4)).sum();
      return new Tally(states, unreadable, toWrite, replacing);
    }

    long rows(RowState state) {
      return states.values().stream().mapToLong(file -> file.getOrDefault(state, 0L)).sum();
    }

    Map<String, Balance> balances() {
      Map<String, Balance> balances = new HashMap<>();
      states.forEach(
          (file, rows) ->
              rows.forEach(
                  (state, count) -> balances.merge(file, state.balance(count), Balance::plus)));
      return balances;
    }

    /** Why files are refused whole, by SHA-256. */
    Map<String, String> refusals(double limit) {
      Map<String, String> refusals = new HashMap<>();
      states.forEach(
          (file, rows) -> {
            long all = rows.values().stream().mapToLong(Long::longValue).sum();
            long bad = rows.getOrDefault(RowState.BAD, 0L);
            if (bad > limit * all) {
              refusals.put(
                  file,
                  String.format(
                      Locale.ROOT,
                      "%d of %d rows are bad, more than the limit of %.0f %%",
                      bad,
                      all,
                      limit * 100));
            }
          });
      unreadable.forEach(
          file ->
              refusals.put(
                  file,
                  "the file breaks off: nothing can be read after some line, as after a quote that never closes"));
      return refusals;
    }
  }
}
