package org.recordlake.retention;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;

import java.util.HashMap;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.recordlake.catalog.Zone;
import org.recordlake.job.JobContext;
import org.recordlake.schedule.Holds;

/** How many records each hold in force covers today. */
public final class HeldRowCounts {
  private HeldRowCounts() {}

  /** Rows of records tables, by number of the hold; where there are none, nothing. */
  public static Map<String, Long> of(JobContext context) {
    Holds holds = Holds.understood(context);
    Map<String, Long> counts = new HashMap<>();
    if (holds.none()) {
      return counts;
    }
    context.catalog().tables(Zone.RECORDS).stream()
        .filter(table -> context.lake().exists(table.name()))
        .map(
            table ->
                holds
                    .heldBy(table, context.lake().read(table.name()))
                    .select(explode(col(Holds.HELD_BY)).as(Holds.HELD_BY)))
        .reduce(Dataset::union)
        .ifPresent(
            held ->
                held.groupBy(Holds.HELD_BY)
                    .count()
                    .collectAsList()
                    .forEach(row -> counts.put(row.getString(0), row.getLong(1))));
    return counts;
  }
}
