package org.recordlake.model;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.lit;

import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.recordlake.catalog.Incremental;
import org.recordlake.lake.Lake;

/**
 * The customers whose rows in a mart may no longer be what they were: those of records that came,
 * went or changed, of records linked to somebody else, and of records whose dates the day has
 * passed. Their records are those that name them and those linked to them.
 */
final class TouchedIndividuals {
  private static final String ROW_KEY = "row_key";
  private static final String TABLE_NAME = "table_name";

  private final RebuildScope.Touched scope;
  private final Lake lake;
  private final String by;

  TouchedIndividuals(RebuildScope.Touched scope, Lake lake) {
    this.scope = scope;
    this.lake = lake;
    this.by = scope.how().by();
  }

  /** Each of them once, in the column {@code by}. */
  Dataset<Row> find() {
    return Stream.concat(
            scope.since().keySet().stream().map(this::ofChanges),
            scope.passed().stream()
                .flatMap(days -> scope.how().windows().stream().map(window -> of(window, days))))
        .reduce(Dataset::unionAll)
        .orElseThrow()
        .where(col(by).isNotNull())
        .distinct();
  }

  /**
   * Those rows of {@code table} that may be about one of {@code customers}.
   *
   * @param customers who, in the column {@code by}
   */
  Dataset<Row> records(String table, Dataset<Row> customers) {
    if (table.equals(Incremental.LINKS)) {
      return lake.read(table);
    }
    Dataset<Row> all = lake.read(table);
    Dataset<Row> own = KeyJoin.semi(all, customers);
    if (!scope.how().links().containsKey(table)) {
      return own;
    }
    Dataset<Row> linked = KeyJoin.semi(links(table), customers).select(ROW_KEY).distinct();
    return own.unionAll(
        KeyJoin.semi(KeyJoin.anti(all, customers).withColumn(ROW_KEY, rowKey(table)), linked)
            .drop(ROW_KEY));
  }

  private Dataset<Row> ofChanges(String table) {
    if (table.equals(Incremental.LINKS)) {
      return ofChangedLinks();
    }
    Set<String> columns = new LinkedHashSet<>(List.of(by));
    columns.addAll(scope.how().links().getOrDefault(table, List.of()));
    Dataset<Row> rows = changes(table, List.copyOf(columns));
    Dataset<Row> named = rows.select(by);
    return scope.how().links().containsKey(table)
        ? named.unionAll(
            KeyJoin.semi(links(table), rows.select(rowKey(table).as(ROW_KEY)).distinct())
                .select(by))
        : named;
  }

  /** To whom links lead or led, and whom the linked rows name themselves. */
  private Dataset<Row> ofChangedLinks() {
    Dataset<Row> changed =
        changes(Incremental.LINKS, List.of(by, TABLE_NAME, ROW_KEY)).localCheckpoint();
    List<Dataset<Row>> customers = new ArrayList<>(List.of(changed.select(by)));
    scope
        .how()
        .links()
        .keySet()
        .forEach(
            table ->
                customers.add(
                    KeyJoin.semi(
                            lake.read(table).select(col(by), rowKey(table).as(ROW_KEY)),
                            changed
                                .where(col(TABLE_NAME).equalTo(table))
                                .select(ROW_KEY)
                                .distinct())
                        .select(by)));
    return customers.stream().reduce(Dataset::unionAll).orElseThrow();
  }

  private Dataset<Row> changes(String table, List<String> columns) {
    return lake.changesSince(table, scope.since().get(table)).orElseThrow().valuesOf(columns);
  }

  private Dataset<Row> of(Incremental.Window window, RebuildScope.Passed days) {
    Column passed =
        window.months().stream()
            .map(
                months ->
                    col(window.column())
                        .gt(day(days.earlier().minusMonths(months)))
                        .and(col(window.column()).leq(day(days.later().minusMonths(months)))))
            .reduce(Column::or)
            .orElse(lit(false));
    return lake.read(window.table()).where(passed).select(by);
  }

  private Dataset<Row> links(String table) {
    return lake.read(Incremental.LINKS).where(col(TABLE_NAME).equalTo(table)).select(ROW_KEY, by);
  }

  private Column rowKey(String table) {
    return concat_ws(
        "/", scope.how().links().get(table).stream().map(functions::col).toArray(Column[]::new));
  }

  private static Column day(LocalDate date) {
    return lit(Date.valueOf(date));
  }
}
