package org.recordlake.retention;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;

import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.recordlake.catalog.TableSpec;
import org.recordlake.lake.Lake;

/**
 * Rows that no legal hold in force on a day covers, as the check after a disposal finds them: read
 * from the holds anew, and apart from the code that keeps held rows from the deleter.
 */
final class RowsWithoutHold {
  private static final String TABLE = "table";

  private final Optional<Dataset<Row>> holds;
  private final Set<String> scopes;

  private RowsWithoutHold(Optional<Dataset<Row>> holds, Set<String> scopes) {
    this.holds = holds;
    this.scopes = scopes;
  }

  static RowsWithoutHold on(Lake lake, LocalDate day) {
    if (!lake.exists("legal_holds")) {
      return new RowsWithoutHold(Optional.empty(), Set.of());
    }
    Column started = not(col("placed_on").gt(lit(Date.valueOf(day))));
    Column ended = coalesce(col("released_on").leq(lit(Date.valueOf(day))), lit(false));
    // A handful of rows that the rows of every table are compared with, several times.
    Dataset<Row> holds = lake.read("legal_holds").where(started.and(not(ended))).localCheckpoint();
    return new RowsWithoutHold(
        Optional.of(holds),
        holds.select("scope_column").distinct().collectAsList().stream()
            .map(row -> row.getString(0))
            .collect(Collectors.toUnmodifiableSet()));
  }

  /** Those of {@code rows}, which are of {@code table}. What no hold is laid on takes no join. */
  Dataset<Row> of(TableSpec table, Dataset<Row> rows) {
    Dataset<Row> left = rows;
    if (scopes.contains(TABLE)) {
      left = except(left, lit(table.name()), valuesOf(holds.orElseThrow(), TABLE));
      left = except(left, lit("all"), valuesOf(holds.orElseThrow(), TABLE));
    }
    for (String scope : scopes) {
      if (List.of(rows.columns()).contains(scope)) {
        left = except(left, col(scope), valuesOf(covering(table), scope));
      }
    }
    return left;
  }

  private Dataset<Row> covering(TableSpec table) {
    return holds
        .orElseThrow()
        .where(col("tables").rlike("(^|,)\\s*(all|" + table.name() + ")\\s*(,|$)"));
  }

  private static Dataset<Row> valuesOf(Dataset<Row> holds, String scope) {
    return holds.where(col("scope_column").equalTo(scope)).select("scope_value");
  }

  private static Dataset<Row> except(Dataset<Row> rows, Column value, Dataset<Row> values) {
    return rows.join(broadcast(values.toDF("_held")), value.equalTo(col("_held")), "left_anti");
  }
}
