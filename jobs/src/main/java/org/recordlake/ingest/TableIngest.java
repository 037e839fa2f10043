package org.recordlake.ingest;

import static org.apache.spark.sql.functions.array_contains;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.when;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;
import org.recordlake.catalog.TableSpec;
import org.recordlake.ingest.format.RawRow;
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
      MediaFolder media) {
    this.context = context;
    this.table = table;
    this.files = files;
    this.triggers = triggers;
    this.holds = holds;
    this.media = media;
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

  DueDates dueDates() {
    return dueDates;
  }

  /**
   * Reads and judges every row, writes nothing.
   *
   * @param refused SHA-256 of files already refused for another table, with the reason
   */
  StagedTable stage(Map<String, String> refused) {
    double limit = context.settings().ingest().maxQuarantinedShare();
    StagedTable staged = staged(refused);
    Map<String, String> more = new HashMap<>(staged.tally().refusals(limit));
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
    Dataset<Row> rows = staged(refused.keySet()).persist(StorageLevel.MEMORY_AND_DISK());
    return new StagedTable(this, rows, Tally.of(rows), refused);
  }

  private Dataset<Row> staged(Set<String> refused) {
    Dataset<Row> dated = dueDates.ruled(table, rawRows(), triggers::dates);
    Dataset<Row> live = holds.marked(table, dated).withColumn(Arrivals.STATE, state(refused));
    boolean filling = files.stream().anyMatch(file -> file.reader().partial());
    return new Arrivals(table, context.lake(), filling).judged(live);
  }

  private Dataset<Row> rawRows() {
    return RawRows.read(
        context.lake().spark(),
        table,
        files,
        context.settings().zone(),
        new CellProtection(context.protector(), media));
  }

  private Column state(Set<String> refused) {
    Column bad = size(col(RawRows.PROBLEMS)).gt(0);
    Column expired = DueDates.isPast(col(DueDates.DUE), context.asOf()).and(not(col(Holds.HELD)));
    Column outside = array_contains(col(RawRows.PROBLEMS), "row:" + RawRow.OUTSIDE);
    return when(outside, lit(RowState.OUTSIDE.name()))
        .when(bad, lit(RowState.BAD.name()))
        .when(
            refused.isEmpty() ? lit(false) : col(RawRows.FILE).isin(refused.toArray()),
            lit(RowState.REFUSED.name()))
        .when(expired, lit(RowState.EXPIRED.name()))
        .otherwise(lit(RowState.LIVE.name()));
  }
}
