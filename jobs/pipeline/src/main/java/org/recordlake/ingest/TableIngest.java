package org.recordlake.ingest;

import static org.apache.spark.sql.functions.array_contains;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.when;

import java.sql.Date;
import java.util.HashMap;
import java.util.List;
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
import org.recordlake.job.JobContext;
import org.recordlake.schedule.DueDates;
import org.recordlake.schedule.Holds;

/**
 * Takes the new files of one table in. The rows go one way without turning back: read, check,
 * protect, date, hold, judge; kept once in between and counted by {@link #stage}, then written or
 * set aside by {@link StagedTable#store}.
 */
final class TableIngest {
  private final JobContext context;
  private final TableSpec table;
  private final List<Layouts.Recognised> files;
  private final Triggers triggers;
  private final Holds holds;
  private final MediaFolder media;
  private final Taking taking;
  private final DueDates dueDates;

  /**
   * @param files files that hold rows of {@code table}, in the order in which they count
   */
  TableIngest(
      JobContext context,
      TableSpec table,
      List<Layouts.Recognised> files,
      Triggers triggers,
      Holds holds,
      MediaFolder media,
      Taking taking) {
    this.context = context;
    this.table = table;
    this.files = files;
    this.triggers = triggers;
    this.holds = holds;
    this.media = media;
    this.taking = taking;
    this.dueDates =
        new DueDates(
            context.catalog().notice().scheduleOn(context.asOf()), context.settings().zone());
  }

  JobContext context() {
    return context;
  }

  TableSpec table() {
    return table;
  }

  List<Layouts.Recognised> files() {
    return files;
  }

  MediaFolder media() {
    return media;
  }

  Taking taking() {
    return taking;
  }

  /** {@code rows} with all columns the table stores. */
  Dataset<Row> complete(Dataset<Row> rows) {
    return table.zone() == Zone.RECORDS
        ? rows.withColumn(TableSpec.INGESTED_FILE, col(RawRows.FILE))
            .withColumn(TableSpec.RECORDED_ON, lit(Date.valueOf(context.asOf())))
            .withColumn(TableSpec.DUE_ON, dueDates.ownDueOn(table))
        : rows;
  }

  /**
   * Reads and judges every row, writes nothing.
   *
   * @param refused SHA-256 of files already refused for another table, with the reason
   */
  StagedTable stage(Map<String, String> refused) {
    double limit = context.settings().ingest().maxQuarantinedShare();
    StagedTable staged = staged(refused);
    Map<String, String> more = new HashMap<>(taking.refused(staged.tally(), limit));
    more.keySet().removeAll(refused.keySet());
    if (!more.isEmpty()) {
      staged.close();
      more.putAll(refused);
      staged = staged(more);
    }
    if (Triggers.isTrigger(context.catalog(), table.name())) {
      triggers.arrived(table, staged.good());
    }
    return staged;
  }

  private StagedTable staged(Map<String, String> refused) {
    Dataset<Row> live = live(refused.keySet());
    boolean filling = files.stream().anyMatch(file -> file.reader().partial());
    Arrivals arrivals = new Arrivals(table, context.lake(), filling);
    if (!isBig()) {
      Dataset<Row> kept = kept(arrivals.judged(live));
      return staged(kept, kept, refused);
    }
    Optional<StagedTable> written =
        OnePass.suits(table) ? new OnePass(this, arrivals).staged(live, refused) : Optional.empty();
    return written.orElseGet(
        () -> {
          Dataset<Row> kept = kept(live);
          return staged(arrivals.judgedApart(kept), kept, refused);
        });
  }

  /** Whether there is so much that sorting all rows costs more than looking twice. */
  private boolean isBig() {
    long megabytes = files.stream().mapToLong(file -> file.file().size()).sum() >> 20;
    return megabytes >= context.settings().ingest().onePassFromMb();
  }

  private StagedTable staged(Dataset<Row> judged, Dataset<Row> kept, Map<String, String> refused) {
    return new StagedTable(this, judged, kept, Tally.of(judged), refused, Optional.empty());
  }

  private static Dataset<Row> kept(Dataset<Row> rows) {
    return rows.persist(StorageLevel.MEMORY_AND_DISK());
  }

  private Dataset<Row> live(Set<String> refused) {
    Dataset<Row> taken = taking.taken(table, rawRows());
    Dataset<Row> dated = dueDates.ruled(table, taken, triggers::dates);
    Dataset<Row> marked = taking.marked(table, holds.marked(table, dated));
    return marked.withColumn(Arrivals.STATE, state(refused)).drop(Taking.OVERTAKEN);
  }

  private Dataset<Row> rawRows() {
    RowGate gate =
        new RowGate(
            table,
            context.catalog().notice().recordSourceIds(),
            new CellProtection(context.protector(), media));
    return RawRows.read(context.lake().spark(), table, files, gate, context.protector());
  }

  private Column state(Set<String> refused) {
    Column bad = size(col(RawRows.PROBLEMS)).gt(0);
    Column expired = dueDates.expired(context.asOf()).and(not(col(Holds.HELD)));
    Column outside = array_contains(col(RawRows.PROBLEMS), "row:" + RawRow.OUTSIDE);
    return when(outside, lit(RowState.OUTSIDE.name()))
        .when(bad, lit(RowState.BAD.name()))
        .when(
            refused.isEmpty() ? lit(false) : col(RawRows.FILE).isin(refused.toArray()),
            lit(RowState.REFUSED.name()))
        .when(col(Taking.OVERTAKEN), lit(RowState.DUPLICATE.name()))
        .when(expired, lit(RowState.EXPIRED.name()))
        .otherwise(lit(RowState.LIVE.name()));
  }
}
