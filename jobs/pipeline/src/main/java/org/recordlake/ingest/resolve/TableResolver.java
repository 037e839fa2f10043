package org.recordlake.ingest.resolve;

import static org.apache.spark.sql.functions.array_contains;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.when;

import java.sql.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;
import org.recordlake.catalog.TableSpec;
import org.recordlake.catalog.Zone;
import org.recordlake.format.RawRow;
import org.recordlake.ingest.check.CheckedRows;
import org.recordlake.ingest.recognise.TableFiles;
import org.recordlake.job.JobContext;
import org.recordlake.schedule.DisposedKeys;
import org.recordlake.schedule.DueDates;
import org.recordlake.schedule.Holds;

/**
 * Decides what becomes of every row of one table's new files, and writes nothing to the table: a
 * checked row gets its due date, is looked for among the holds and among what was destroyed, and is
 * compared with the rows of its key.
 */
public final class TableResolver {
  private final JobContext context;
  private final TableFiles files;
  private final TableSpec table;
  private final TriggerDates triggers;
  private final Holds holds;
  private final DisposedKeys disposed;
  private final ReplayPolicy replay;
  private final Consents consents;
  private final DueDates dueDates;

  public TableResolver(
      JobContext context,
      TableFiles files,
      TriggerDates triggers,
      Holds holds,
      DisposedKeys disposed,
      ReplayPolicy replay,
      Consents consents) {
    this.context = context;
    this.files = files;
    this.table = files.table();
    this.triggers = triggers;
    this.holds = holds;
    this.replay = replay;
    this.consents = consents;
    this.disposed = disposed;
    this.dueDates = DueDates.on(context);
  }

  /**
   * Reads and resolves every row; a second time where too many rows of a file turn out to be bad,
   * since then none of its rows counts.
   *
   * @param refused SHA-256 of files already refused for another table, with the reason
   */
  public ResolvedTable resolve(Map<String, String> refused) {
    double limit = context.settings().ingest().maxQuarantinedShare();
    ResolvedTable resolved = resolved(refused);
    Map<String, String> more = new HashMap<>(replay.refused(resolved.counts(), limit));
    more.keySet().removeAll(refused.keySet());
    if (!more.isEmpty()) {
      resolved.close();
      more.putAll(refused);
      resolved = resolved(more);
    }
    triggers.arrived(table, resolved.telling());
    return resolved;
  }

  private ResolvedTable resolved(Map<String, String> refused) {
    Dataset<Row> live = live(refused.keySet());
    UpsertResolver upserts = new UpsertResolver(table, context.lake(), files.partial());
    Optional<ResolvedTable> staged =
        isBig() && OptimisticResolver.suits(table)
            ? new OptimisticResolver(context.lake(), files, upserts).staged(complete(live), refused)
            : Optional.empty();
    return staged.orElseGet(
        () -> {
          Dataset<Row> kept = upserts.resolved(live).persist(StorageLevel.MEMORY_AND_DISK());
          return new ResolvedTable(
              files, complete(kept), kept, StateCounts.of(kept), refused, Optional.empty());
        });
  }

  private boolean isBig() {
    return files.bytes() >> 20 >= context.settings().ingest().onePassFromMb();
  }

  /**
   * The checked rows that this run takes, each with the state it has before its key is compared.
   */
  private Dataset<Row> live(Set<String> refused) {
    Dataset<Row> taken = replay.taken(table, CheckedRows.of(context, files));
    Dataset<Row> dated = dueDates.ruled(table, taken, triggers::dates);
    Dataset<Row> marked = replay.marked(table, disposed.marked(table, holds.marked(table, dated)));
    Dataset<Row> stated = consents.asked(table, marked).withColumn(RowState.COLUMN, state(refused));
    return Consents.noted(table, stated)
        .drop(
            ReplayPolicy.OVERTAKEN,
            DisposedKeys.DISPOSED,
            DisposedKeys.PARENT_DISPOSED,
            Consents.PROBLEM);
  }

  /** Paper that comes too late is there all the same: it is taken in, so that it is listed. */
  private Column state(Set<String> refused) {
    Column bad = size(col(CheckedRows.PROBLEMS)).gt(0);
    Column unheld = not(col(Holds.HELD));
    Column mayExpire = unheld.and(lit(!table.isPaper()));
    Column expired = dueDates.expired(context.asOf()).and(mayExpire);
    Column disposed =
        col(DisposedKeys.DISPOSED).and(unheld).or(col(DisposedKeys.PARENT_DISPOSED).and(mayExpire));
    Column outside = array_contains(col(CheckedRows.PROBLEMS), "row:" + RawRow.OUTSIDE);
    return when(outside, lit(RowState.OUTSIDE.name()))
        .when(bad, lit(RowState.BAD.name()))
        .when(
            refused.isEmpty() ? lit(false) : col(CheckedRows.FILE).isin(refused.toArray()),
            lit(RowState.REFUSED.name()))
        .when(col(ReplayPolicy.OVERTAKEN), lit(RowState.DUPLICATE.name()))
        // An old copy tells nothing of the row its key has today: its day is not asked for.
        .when(disposed, lit(RowState.DISPOSED.name()))
        .when(expired, lit(RowState.EXPIRED.name()))
        .when(col(Consents.PROBLEM).isNotNull(), lit(RowState.BAD.name()))
        .otherwise(lit(RowState.LIVE.name()));
  }

  /** {@code rows} with all columns the table stores. */
  private Dataset<Row> complete(Dataset<Row> rows) {
    return table.zone() == Zone.RECORDS
        ? rows.withColumn(TableSpec.INGESTED_FILE, col(CheckedRows.FILE))
            .withColumn(TableSpec.RECORDED_ON, lit(Date.valueOf(context.asOf())))
            .withColumn(TableSpec.DUE_ON, dueDates.ownDueOn(table))
        : rows;
  }
}
