package org.recordlake.schedule;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_contains;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.split;
import static org.apache.spark.sql.functions.when;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
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

  private static final String TABLE_SCOPE = "table";

  private static final String ALL = "all";

  private final Dataset<Row> active;
  private final Set<Scope> scopes;

  private Holds(Dataset<Row> active, Set<Scope> scopes) {
    this.active = active;
    this.scopes = scopes;
  }

  /**
   * What some hold is laid on, without the number held.
   *
   * @param column the scope column, or {@code table}
   * @param table a table it covers, or {@code all}
   */
  private record Scope(String column, String table) {
    boolean covers(TableSpec spec) {
      return table.equals(ALL) || table.equals(spec.name());
    }
  }

  /**
   * @param legalHolds the rows of {@code governance.legal_holds}
   * @param asOf the day: a hold counts from the day it is placed, released or not, until the day
   *     before its release
   */
  public static Holds on(Dataset<Row> legalHolds, LocalDate asOf) {
    Column day = lit(java.sql.Date.valueOf(asOf));
    Column tables = split(functions.regexp_replace(col("tables"), "\\s", ""), ",");
    Dataset<Row> active =
        legalHolds
            .where(col("placed_on").leq(day).and(coalesce(col("released_on").gt(day), lit(true))))
            .withColumn("tables", tables)
            // Few rows that every table is joined with: read once, not once for each of them.
            .localCheckpoint();
    Set<Scope> scopes =
        active
            .select(
                col("scope_column"),
                explode(
                    when(col("scope_column").equalTo(TABLE_SCOPE), array(col("scope_value")))
                        .otherwise(col("tables"))))
            .distinct()
            .collectAsList()
            .stream()
            .map(row -> new Scope(row.getString(0), row.getString(1)))
            .collect(Collectors.toUnmodifiableSet());
    return new Holds(active.select("scope_column", "scope_value", "tables"), scopes);
  }

  /** Whether nothing at all is held. */
  public boolean none() {
    return scopes.isEmpty();
  }

  /** Adds {@link #HELD} to rows of {@code table}. */
  public Dataset<Row> marked(TableSpec table, Dataset<Row> rows) {
    List<String> columns =
        scopes.stream()
            .filter(scope -> !scope.column().equals(TABLE_SCOPE) && scope.covers(table))
            .map(Scope::column)
            .filter(column -> table.storedColumn(column).isPresent())
            .distinct()
            .sorted()
            .toList();
    Column held = lit(covers(TABLE_SCOPE, table));
    Dataset<Row> joined = rows;
    for (String scope : columns) {
      String key = "_hold_" + scope;
      Dataset<Row> values = broadcast(held(scope, table).select(col("scope_value").as(key)));
      joined = joined.join(values, joined.col(scope).equalTo(values.col(key)), "left_outer");
      held = held.or(col(key).isNotNull());
    }
    List<Column> kept =
        Arrays.stream(rows.columns()).map(functions::col).collect(Collectors.toList());
    kept.add(held.as(HELD));
    return joined.select(kept.toArray(Column[]::new));
  }

  private boolean covers(String scopeColumn, TableSpec table) {
    return scopes.stream()
        .anyMatch(scope -> scope.column().equals(scopeColumn) && scope.covers(table));
  }

  private Dataset<Row> held(String scopeColumn, TableSpec table) {
    Column covered =
        array_contains(col("tables"), ALL).or(array_contains(col("tables"), table.name()));
    return active
        .where(col("scope_column").equalTo(scopeColumn).and(covered))
        .select("scope_value")
        .distinct();
  }
}
