package org.recordlake.retention;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.from_utc_timestamp;
import static org.apache.spark.sql.functions.lit;

import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.recordlake.catalog.TableSpec;
import org.recordlake.catalog.Zone;
import org.recordlake.disposal.Hold;
import org.recordlake.disposal.HoldPredicate;
import org.recordlake.disposal.HoldTerm;
import org.recordlake.job.JobContext;

/**
 * The orders in force on some days, as {@link RowsWithoutHold} counts their terms.
 *
 * @param allUnderstood whether every order not yet released is
 */
record HeldOrders(List<Order> inForce, boolean allUnderstood) {
  HeldOrders {
    inForce = List.copyOf(inForce);
  }

  /** Reads those of any day from {@code from} to the context's from the table of holds. */
  static HeldOrders since(LocalDate from, JobContext context) {
    List<Order> inForce = new ArrayList<>();
    boolean understood = true;
    LocalDate day = context.asOf();
    int next = 1;
    for (Hold hold : new HoldList(context).all()) {
      boolean over = hold.releasedOn().map(end -> !end.isAfter(from)).orElse(false);
      try {
        if (!over) {
          HoldPredicate predicate = HoldPredicate.of(hold.scope(), context.catalog());
          Map<Integer, HoldTerm> terms = new HashMap<>();
          for (HoldTerm term : predicate.subjects()) {
            terms.put(next++, term);
          }
          if (!hold.placedOn().isAfter(day)) {
            inForce.add(new Order(hold.id(), predicate, Map.copyOf(terms)));
          }
        }
      } catch (HoldPredicate.Unreadable e) {
        understood = false;
      }
    }
    return new HeldOrders(inForce, understood);
  }

  /** All terms, by number. */
  Map<Integer, HoldTerm> numbered() {
    Map<Integer, HoldTerm> all = new HashMap<>();
    inForce.forEach(order -> all.putAll(order.terms()));
    return all;
  }

  /** Which term is of which of {@code orders}, and how many each needs. */
  Dataset<Row> membership(JobContext context, List<Order> orders) {
    List<Row> rows = new ArrayList<>();
    for (Order order : orders) {
      for (Integer term : order.terms().keySet()) {
        rows.add(RowFactory.create(term, order.id(), (long) order.terms().size()));
      }
    }
    return context
        .lake()
        .spark()
        .createDataFrame(
            rows,
            new StructType()
                .add("_term", DataTypes.IntegerType)
                .add("_order", DataTypes.StringType)
                .add("_needed_terms", DataTypes.LongType));
  }

  /**
   * An order.
   *
   * @param terms its terms that say whom or what records are about, by number
   */
  record Order(String id, HoldPredicate predicate, Map<Integer, HoldTerm> terms) {
    boolean mayCover(TableSpec table) {
      return tellsTable(table) || predicate.admits(table);
    }

    /** What of the rows of {@code table} it may cover, whatever they are about. */
    Dataset<Row> within(JobContext context, TableSpec table, Dataset<Row> rows) {
      Limit limit = limits(context, table);
      Dataset<Row> left = rows;
      List<String> given = List.of(rows.columns());
      if (!limit.tables().isEmpty() && given.contains("table_name")) {
        left = left.where(col("table_name").isin(limit.tables().toArray()));
      }
      String day = table.recordDate().orElse("");
      if (given.contains(day)) {
        for (HoldTerm.Dates range : limit.dates()) {
          Column own = day(context, rows, day);
          Column early = range.from().map(from -> own.lt(date(from))).orElse(lit(false));
          Column late = range.to().map(to -> own.gt(date(to))).orElse(lit(false));
          left = left.where(own.isNull().or(early.or(late).equalTo(false)));
        }
      }
      return left;
    }

    /** Its limits, the same for orders that admit the same rows. */
    Limit limits(JobContext context, TableSpec table) {
      boolean whole = terms.isEmpty() && predicate.admits(table);
      if (!tellsTable(table) || (whole && namesTables())) {
        return new Limit(predicate.dates(), Set.of());
      }
      return new Limit(
          List.of(),
          predicate.tables(context.catalog()).stream()
              .map(TableSpec::name)
              .collect(Collectors.toSet()));
    }

    private boolean namesTables() {
      return predicate.terms().stream().anyMatch(HoldTerm.Tables.class::isInstance);
    }

    private static boolean tellsTable(TableSpec table) {
      return table.zone() == Zone.GOVERNANCE && table.column("table_name").isPresent();
    }

    private static Column day(JobContext context, Dataset<Row> rows, String column) {
      boolean instant = rows.schema().apply(column).dataType().equals(DataTypes.TimestampType);
      return instant
          ? from_utc_timestamp(col(column), context.settings().zone().getId()).cast("date")
          : col(column);
    }

    private static Column date(LocalDate day) {
      return lit(Date.valueOf(day));
    }
  }

  /**
   * What limits an order.
   *
   * @param tables tables one of which a row must say it is about; empty for any
   */
  record Limit(List<HoldTerm.Dates> dates, Set<String> tables) {}
}
