package org.recordlake.reporting;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.sql.Date;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.recordlake.catalog.RetentionRule;
import org.recordlake.disposal.Clearance;
import org.recordlake.job.JobContext;

/**
 * Rows that the latest retention run found past their last day and could not destroy, although
 * neither a hold nor a standing notice keeps them.
 */
record OverdueRows(long rows, int tables) {
  static OverdueRows of(JobContext context) {
    long rows = 0;
    Set<String> tables = new HashSet<>();
    for (Row row :
        context
            .lake()
            .read("dispositions")
            .where(col("state").isin("planned", "noticed", "approved"))
            .select("table_name", "rule", "as_of", "noticed_at", "rows_due", "rows_held")
            .collectAsList()) {
      long left = row.getLong(4) - row.getLong(5) - listed(row, context);
      if (left > 0 && !stands(row, context)) {
        rows += left;
        tables.add(row.getString(0));
      }
    }
    return new OverdueRows(rows, tables.size());
  }

  /** Files of paper that people still have days to destroy. */
  private static long listed(Row row, JobContext context) {
    boolean paper =
        context
            .catalog()
            .paper()
            .filter(index -> index.table().name().equals(row.getString(0)))
            .isPresent();
    if (!paper) {
      return 0;
    }
    LocalDate since = context.asOf().minusDays(Clearance.DAYS_FOR_PAPER);
    return context
        .lake()
        .read("destruction_lists")
        .where(
            col("table_name")
                .equalTo(row.getString(0))
                .and(col("rule").equalTo(row.getString(1)))
                .and(col("method").isNull())
                .and(col("listed_on").gt(lit(Date.valueOf(since)))))
        .count();
  }

  private static boolean stands(Row row, JobContext context) {
    return context
        .catalog()
        .notice()
        .scheduleOn(context.asOf())
        .rule(row.getString(1))
        .map(RetentionRule::destruction)
        .filter(
            asked ->
                !row.isNullAt(3)
                    && new Clearance(
                            asked, Optional.of(row.<Date>getAs("as_of").toLocalDate()), List.of())
                        .stands(context.asOf()))
        .isPresent();
  }

  /** Such as {@code 12 rows in 2 tables}; empty if there are none. */
  Optional<String> text() {
    return rows == 0
        ? Optional.empty()
        : Optional.of(
            String.format(
                Locale.US,
                "%,d row%s in %d table%s",
                rows,
                rows == 1 ? "" : "s",
                tables,
                tables == 1 ? "" : "s"));
  }
}
