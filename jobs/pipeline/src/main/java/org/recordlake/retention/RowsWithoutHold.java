package org.recordlake.retention;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.arrays_overlap;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.split;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.to_json;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.FilterFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.recordlake.catalog.TableSpec;
import org.recordlake.disposal.Kinship;
import org.recordlake.job.JobContext;
import org.recordlake.schedule.HeldVersions;

/**
 * Rows that no legal hold in force on some days covers, as the check after a disposal finds them:
 * read from the holds anew, and apart from the code that keeps held rows from the deleter. Where
 * that gathers for each row the terms it leads to, this gathers for each term the rows, and counts.
 */
final class RowsWithoutHold {
  private static final String ID = "_row_id";

  private final JobContext context;
  private final HeldOrders orders;
  private final Optional<TermRows> terms;
  private final Kinship kinship;

  private RowsWithoutHold(JobContext context, HeldOrders orders) {
    this.context = context;
    this.orders = orders;
    this.kinship = new Kinship(context.catalog());
    this.terms =
        orders.numbered().isEmpty() ? Optional.empty() : Optional.of(new TermRows(context, orders));
  }

  static RowsWithoutHold on(JobContext context, LocalDate day) {
    return between(context, day, day);
  }

  /** Held on no day from {@code from} to {@code to}. */
  static RowsWithoutHold between(JobContext context, LocalDate from, LocalDate to) {
    JobContext then = context.on(to, context.runId());
    return new RowsWithoutHold(then, HeldOrders.since(from, then));
  }

  /** Those of {@code rows}, which are of {@code table}. What no hold is laid on takes no join. */
  Dataset<Row> of(TableSpec table, Dataset<Row> rows) {
    if (!orders.allUnderstood()) {
      return rows.limit(0);
    }
    if (orders.inForce().isEmpty()) {
      return rows;
    }
    return switch (table.name()) {
      case "held_versions" -> versions(rows);
      case "quarantine" -> setAside(rows);
      default -> of(table, rows, Set.of());
    };
  }

  private Dataset<Row> of(TableSpec table, Dataset<Row> rows, Set<String> below) {
    Column[] columns = Arrays.stream(rows.columns()).map(functions::col).toArray(Column[]::new);
    Dataset<Row> left = rows.withColumn(ID, id(table, rows));
    left =
        left.join(
            covered(table, left).toDF("_covered"), col(ID).equalTo(col("_covered")), "left_anti");
    for (Kinship.Hanging child : kinship.hanging(table)) {
      String name = child.table().name();
      if (List.of(rows.columns()).contains(child.by())
          && !below.contains(name)
          && context.lake().exists(name)) {
        Dataset<Row> needed =
            held(child, Stream.concat(below.stream(), Stream.of(name))).toDF("_needed");
        left = left.join(needed, col(child.by()).equalTo(col("_needed")), "left_anti");
      }
    }
    return left.select(columns);
  }

  /** Keys from which held rows of another table hang. */
  private Dataset<Row> held(Kinship.Hanging child, Stream<String> below) {
    Dataset<Row> all = context.lake().read(child.table().name());
    Dataset<Row> free = of(child.table(), all, below.collect(Collectors.toSet()));
    return all.withColumn(ID, id(child.table(), all))
        .join(
            free.select(id(child.table(), free).as("_free")),
            col(ID).equalTo(col("_free")),
            "left_anti")
        .where(col(child.by()).isNotNull())
        .select(child.by())
        .distinct();
  }

  private static Column id(TableSpec table, Dataset<Row> rows) {
    List<String> given = List.of(rows.columns());
    Stream<String> by =
        given.containsAll(table.key())
            ? Stream.concat(table.key().stream(), given.stream().filter("version_id"::equals))
            : given.stream();
    return to_json(struct(by.map(functions::col).toArray(Column[]::new)));
  }

  /** Ids of the rows that some order covers by itself. */
  private Dataset<Row> covered(TableSpec table, Dataset<Row> rows) {
    List<Dataset<Row>> covered = new ArrayList<>();
    List<HeldOrders.Order> counting = new ArrayList<>();
    for (HeldOrders.Order order : orders.inForce()) {
      if (!order.mayCover(table)) {
        continue;
      }
      if (order.terms().isEmpty()) {
        covered.add(order.within(context, table, rows).select(ID));
      } else {
        counting.add(order);
      }
    }
    if (!counting.isEmpty()) {
      covered.addAll(counted(table, rows, counting));
    }
    return covered.stream().reduce(Dataset::union).orElseGet(() -> rows.select(ID).limit(0));
  }

  /** Rows that fulfil every term of an order, one query for all orders with the same limits. */
  private List<Dataset<Row>> counted(
      TableSpec table, Dataset<Row> rows, List<HeldOrders.Order> counting) {
    Dataset<Row> fulfilled = terms.orElseThrow().of(table, rows, ID);
    Dataset<Row> whole =
        fulfilled
            .join(broadcast(orders.membership(context, counting)), "_term")
            .groupBy(col(ID), col("_order"), col("_needed_terms"))
            .agg(countDistinct("_term").as("_terms"))
            .where(col("_terms").equalTo(col("_needed_terms")));
    return counting.stream()
        .collect(Collectors.groupingBy(order -> order.limits(context, table)))
        .values()
        .stream()
        .map(
            same -> {
              Object[] ids = same.stream().map(HeldOrders.Order::id).toArray();
              Dataset<Row> theirs =
                  whole.where(col("_order").isin(ids)).select(col(ID).as("_whole")).distinct();
              return same.get(0)
                  .within(context, table, rows)
                  .join(theirs, col(ID).equalTo(col("_whole")), "left_semi")
                  .select(ID);
            })
        .toList();
  }

  private Dataset<Row> versions(Dataset<Row> versions) {
    Dataset<Row> stored =
        versions.where(
            not(
                arrays_overlap(
                    split(col("hold_ids"), ","),
                    array(
                            orders.inForce().stream()
                                .map(order -> lit(order.id()))
                                .toArray(Column[]::new))
                        .cast("array<string>"))));
    List<Dataset<Row>> free = new ArrayList<>();
    HeldVersions opener = new HeldVersions(context);
    for (String name : opener.tables()) {
      TableSpec table = context.catalog().table(name);
      free.add(of(table, opener.opened(table, stored)).select("version_id"));
    }
    return free.stream()
        .reduce(Dataset::union)
        .map(
            ids ->
                stored.join(
                    ids.toDF("_free"), col("version_id").equalTo(col("_free")), "left_semi"))
        .orElse(stored);
  }

  private Dataset<Row> setAside(Dataset<Row> rows) {
    SealedText look = SealedText.of(context, orders, terms.map(TermRows::individuals));
    FilterFunction<Row> free =
        row -> !look.isHeld(row.getAs("table_name"), row.getAs("raw_sealed"));
    return rows.filter(free);
  }
}
