package org.recordlake.ingest;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.struct;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.recordlake.catalog.TableSpec;
import org.recordlake.lake.Lake;
import org.recordlake.schedule.DueDates.TriggerTable;

/**
 * The dates from which other tables' rows count their period. A row that comes with this run counts
 * even if it is itself past its day and so never stored: its dependants are then past theirs.
 */
final class Triggers {
  private final Lake lake;
  private final Map<String, Dataset<Row>> arriving = new ConcurrentHashMap<>();

  Triggers(Lake lake) {
    this.lake = lake;
  }

  /** Makes the good rows of {@code table} known to the tables that come after it. */
  void arrived(TableSpec table, Dataset<Row> goodRows) {
    arriving.put(table.name(), goodRows.withColumn("_age", age(table)));
  }

  /** Key and date of every row of a table, stored or arriving, the later of two. */
  Dataset<Row> dates(TableSpec owner, TriggerTable trigger) {
    Column key = col(trigger.key());
    Column date = col(trigger.column());
    Dataset<Row> stored =
        lake.read(trigger.table())
            .select(
                key,
                date,
                age(owner).as("_age"),
                lit(-1).as(RawRows.FILE_NUMBER),
                lit(-1L).as(RawRows.LINE));
    Dataset<Row> fresh = arriving.get(trigger.table());
    if (fresh == null) {
      return stored.select(key, date);
    }
    return stored
        .unionByName(
            fresh.select(key, date, col("_age"), col(RawRows.FILE_NUMBER), col(RawRows.LINE)))
        .groupBy(key)
        .agg(
            max_by(date, struct(col("_age"), col(RawRows.FILE_NUMBER), col(RawRows.LINE)))
                .as(trigger.column()));
  }

  private static Column age(TableSpec table) {
    return table
        .latestBy()
        .map(name -> col(name).cast(DataTypes.TimestampType))
        .orElse(lit(null).cast(DataTypes.TimestampType));
  }
}
