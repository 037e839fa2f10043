package org.recordlake.schedule;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_distinct;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.concat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.recordlake.catalog.PiiClass;
import org.recordlake.catalog.TableSpec;

/** One table's rows on their way through the joins. */
final class TermMatching {
  private final HoldReach reach;
  private final HoldTerms terms;
  private final TableSpec table;
  private final Set<String> columns;
  private final List<Column> kept;
  private final List<Column> found = new ArrayList<>();
  private Dataset<Row> rows;

  TermMatching(HoldReach reach, TableSpec table, Dataset<Row> rows) {
    this.reach = reach;
    this.terms = reach.terms();
    this.table = table;
    this.rows = rows;
    this.columns = Set.of(rows.columns());
    this.kept = Arrays.stream(rows.columns()).map(functions::col).toList();
  }

  Dataset<Row> result() {
    Column none = array().cast("array<int>");
    Column all = found.isEmpty() ? none : array_distinct(concat(found.toArray(Column[]::new)));
    return rows.select(
        Stream.concat(kept.stream(), Stream.of(all.as(HoldReach.TERMS))).toArray(Column[]::new));
  }

  void own() {
    for (String column : terms.columns()) {
      boolean individual = reach.individualColumn().filter(column::equals).isPresent();
      if (has(column) && !individual) {
        boolean fold = isText(column);
        Column value = fold ? HoldReach.folded(col(column)) : col(column);
        join(value.cast(DataTypes.StringType), broadcast(terms.values(column, fold)));
      }
    }
    reach
        .individualColumn()
        .filter(column -> has(column) && reach.linked().any())
        .ifPresent(column -> join(col(column), reach.linked().individuals()));
    emails();
  }

  void emails() {
    if (terms.hasEmails()) {
      HoldReach.addresses(table).stream()
          .filter(this::has)
          .forEach(column -> join(HoldReach.folded(col(column)), broadcast(terms.emails())));
    }
  }

  void linked() {
    if (reach.linked().any() && HoldReach.isLinked(table) && columns.containsAll(table.rowName())) {
      join(HoldReach.rowName(table), reach.linked().rows(table));
    }
  }

  void owned(TableSpec owner) {
    if (columns.containsAll(owner.rowName()) && reach.mayTellMore(owner)) {
      join(HoldReach.rowName(owner), reach.owning(owner));
    }
  }

  private boolean has(String column) {
    return columns.contains(column) && table.storedColumn(column).isPresent();
  }

  private boolean isText(String column) {
    PiiClass pii = table.storedColumn(column).orElseThrow().pii();
    return pii == PiiClass.NAME || pii == PiiClass.CONTACT;
  }

  private void join(Column value, Dataset<Row> wanted) {
    String name = "_led" + found.size();
    Dataset<Row> grouped =
        wanted
            .groupBy(col(wanted.columns()[0]).as(name + "_by"))
            .agg(collect_set(col(wanted.columns()[1])).as(name));
    rows = rows.join(grouped, value.equalTo(col(name + "_by")), "left_outer");
    found.add(coalesce(col(name), array().cast("array<int>")));
  }
}
