package org.recordlake.ingest.resolve;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.struct;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.storage.StorageLevel;
import org.recordlake.catalog.Catalog;
import org.recordlake.catalog.RetentionClause;
import org.recordlake.catalog.TableSpec;
import org.recordlake.ingest.check.CheckedRows;
import org.recordlake.lake.Lake;
import org.recordlake.schedule.DueDates.TriggerTable;

/**
 * The dates from which other tables' rows count their period, computed once a run. A row that comes
 * with this run counts even if it is itself past its day and so never stored: its dependants are
 * then past theirs.
 */
public final class TriggerDates implements AutoCloseable {
  private static final String AGE = "_age";

  private final Lake lake;
  private final Catalog catalog;
  private final Map<TriggerTable, Dataset<Row>> dates = new ConcurrentHashMap<>();

  public TriggerDates(Lake lake, Catalog catalog) {
    this.lake = lake;
    this.catalog = catalog;
  }

  /** Whether rows of other tables count their period from a date of {@code table}. */
  public static boolean isTrigger(Catalog catalog, String table) {
    return catalog.tables().stream()
        .flatMap(other -> other.retention().stream())
        .anyMatch(clause -> refersTo(clause, table));
  }

  /**
   * Makes the telling rows of {@code table} that came with this run count. Their dates are computed
   * now.
   */
  void arrived(TableSpec table, Dataset<Row> telling) {
    catalog.tables().stream()
        .flatMap(other -> other.retention().stream())
        .filter(clause -> refersTo(clause, table.name()))
        .map(RetentionClause.ByOtherTable.class::cast)
        .map(clause -> new TriggerTable(clause.table(), clause.by(), clause.column()))
        .distinct()
        .forEach(
            trigger -> {
              Dataset<Row> latest =
                  latest(trigger, stored(trigger).unionByName(columns(trigger, telling)));
              latest.count();
              dates.put(trigger, latest);
            });
  }

  /** Key and date of every row of a table, stored or arriving, the later of two. */
  public Dataset<Row> dates(TriggerTable trigger) {
    return dates.computeIfAbsent(
        trigger,
        missing -> lake.read(trigger.table()).select(trigger.key(), trigger.column()).persist());
  }

  @Override
  public void close() {
    dates.values().forEach(Dataset::unpersist);
  }

  private static boolean refersTo(RetentionClause clause, String table) {
    return clause instanceof RetentionClause.ByOtherTable other && other.table().equals(table);
  }

  private Dataset<Row> stored(TriggerTable trigger) {
    Dataset<Row> rows =
        lake.read(trigger.table())
            .withColumn(CheckedRows.FILE_NUMBER, lit(-1))
            .withColumn(CheckedRows.ROW, lit(-1L));
    return columns(trigger, rows);
  }

  private Dataset<Row> columns(TriggerTable trigger, Dataset<Row> rows) {
    Column age =
        catalog
            .table(trigger.table())
            .latestBy()
            .map(functions::col)
            .orElse(lit(null))
            .cast(DataTypes.TimestampType);
    return rows.select(
        col(trigger.key()),
        col(trigger.column()),
        age.as(AGE),
        col(CheckedRows.FILE_NUMBER),
        col(CheckedRows.ROW));
  }

  private static Dataset<Row> latest(TriggerTable trigger, Dataset<Row> candidates) {
    Column order = struct(col(AGE), col(CheckedRows.FILE_NUMBER), col(CheckedRows.ROW));
    return candidates
        .groupBy(col(trigger.key()))
        .agg(max_by(col(trigger.column()), order).as(trigger.column()))
        .persist(StorageLevel.MEMORY_AND_DISK());
  }
}
