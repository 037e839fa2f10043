package org.recordlake.schedule;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.from_utc_timestamp;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.to_date;

import java.sql.Date;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.recordlake.catalog.Catalog;
import org.recordlake.catalog.TableSpec;
import org.recordlake.disposal.HoldPredicate;
import org.recordlake.disposal.HoldTerm;
import org.recordlake.job.JobContext;

/**
 * What of a table's rows an order may cover, whatever they lead to. A row that does not say its day
 * is within every range of days.
 *
 * @param dates ranges its day must lie in
 * @param about tables one of which it must be about, if it says so; empty for any
 */
record Limits(List<HoldTerm.Dates> dates, Optional<List<String>> about) {
  /** Those of an order that admits {@code table}, or of whatever order for rows about tables. */
  static Limits of(HoldPredicate predicate, TableSpec table, Catalog catalog) {
    if (!HoldOrders.isAboutTables(table) || named(predicate, table)) {
      return new Limits(predicate.dates(), Optional.empty());
    }
    // A row about another is kept with it, whatever day it tells of itself.
    return new Limits(
        List.of(), Optional.of(predicate.tables(catalog).stream().map(TableSpec::name).toList()));
  }

  private static boolean named(HoldPredicate predicate, TableSpec table) {
    return predicate.subjects().isEmpty()
        && predicate.terms().stream()
            .anyMatch(
                term ->
                    term instanceof HoldTerm.Tables tables
                        && (tables.names().contains(table.name())
                            || tables.names().contains("all")))
        && predicate.admits(table);
  }

  /** Whether a row of {@code table} is within them. */
  Column fit(JobContext context, TableSpec table, Dataset<Row> rows) {
    Column fit = lit(true);
    List<String> columns = List.of(rows.columns());
    if (about.isPresent() && columns.contains("table_name")) {
      fit = fit.and(col("table_name").isin(about.get().toArray()));
    }
    Optional<String> column = table.recordDate().filter(columns::contains);
    if (column.isPresent()) {
      boolean instant =
          rows.schema().apply(column.get()).dataType().equals(DataTypes.TimestampType);
      Column day =
          instant
              ? to_date(from_utc_timestamp(col(column.get()), context.settings().zone().getId()))
              : col(column.get());
      for (HoldTerm.Dates range : dates) {
        fit = range.from().isPresent() ? fit.and(not(day.lt(date(range.from().get())))) : fit;
        fit = range.to().isPresent() ? fit.and(not(day.gt(date(range.to().get())))) : fit;
      }
    }
    return fit;
  }

  private static Column not(Column outside) {
    return coalesce(org.apache.spark.sql.functions.not(outside), lit(true));
  }

  private static Column date(java.time.LocalDate day) {
    return lit(Date.valueOf(day));
  }
}
