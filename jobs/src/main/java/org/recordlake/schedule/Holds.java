package org.recordlake.schedule;

import static org.apache.spark.sql.functions.array_contains;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.split;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.recordlake.catalog.TableSpec;

/**
 * The legal holds in force on a day. A hold beats the schedule: what it covers is neither destroyed
 * nor refused on arrival. The values held are joined, never written into a plan as literals.
 */
public final class Holds {
  /** Added by {@link #marked}: whether a hold covers the row. */
  public static final String HELD = "_held";

  private static final List<String> SCOPES =
      List.of("customer_id", "meeting_id", "event_id", "campaign_id", "award_key");
  private static final String TABLE_SCOPE = "table";

  private final Dataset<Row> active;
  private final List<String> scopesInUse;

  private Holds(Dataset<Row> active, List<String> scopesInUse) {
    this.active = active;
    this.scopesInUse = scopesInUse;
  }

  /**
   * @param legalHolds the rows of {@code governance.legal_holds}
   * @param asOf the day: a hold counts from the day it is placed, released or not, until the day
   *     before its release
   */
  public static Holds on(Dataset<Row> legalHolds, LocalDate asOf) {
    Column day = lit(java.sql.Date.valueOf(asOf));
    Dataset<Row> active =
        legalHolds
            .where(col("placed_on").leq(day).and(coalesce(col("released_on").gt(day), lit(true))))
            .select(
                col("scope_column"),
                col("scope_value"),
                split(functions.regexp_replace(col("tables"), "\\s", ""), ",").as("tables"));
    List<String> scopes =
        active.select("scope_column").distinct().collectAsList().stream()
            .map(row -> row.getString(0))
            .toList();
    return new Holds(active, scopes);
  }

  /** Whether nothing at all is held. */
  public boolean none() {
    return scopesInUse.isEmpty();
  }

  /** Adds {@link #HELD} to rows of {@code table}. */
  public Dataset<Row> marked(TableSpec table, Dataset<Row> rows) {
    List<String> columns =
        SCOPES.stream()
            .filter(scopesInUse::contains)
            .filter(scope -> table.storedColumn(scope).isPresent())
            .toList();
    Column held = lit(tableHeld(table));
    Dataset<Row> joined = rows;
    for (String scope : columns) {
      String key = "_hold_" + scope;
      Dataset<Row> values =
          broadcast(
              active
                  .where(col("scope_column").equalTo(scope).and(covers(table)))
                  .select(col("scope_value").as(key))
                  .distinct());
      joined = joined.join(values, joined.col(scope).equalTo(values.col(key)), "left_outer");
      held = held.or(col(key).isNotNull());
    }
    List<Column> kept =
        Arrays.stream(rows.columns()).map(functions::col).collect(Collectors.toList());
    kept.add(held.as(HELD));
    return joined.select(kept.toArray(Column[]::new));
  }

  private boolean tableHeld(TableSpec table) {
    if (!scopesInUse.contains(TABLE_SCOPE)) {
      return false;
    }
    return !active
        .where(
            col("scope_column")
                .equalTo(TABLE_SCOPE)
                .and(col("scope_value").isin(table.name(), "all")))
        .isEmpty();
  }

  private static Column covers(TableSpec table) {
    return array_contains(col("tables"), "all").or(array_contains(col("tables"), table.name()));
  }
}
