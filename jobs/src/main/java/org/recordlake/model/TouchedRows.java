package org.recordlake.model;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.call_function;
import static org.apache.spark.sql.functions.col;

import java.util.List;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.recordlake.job.JobContext;
import org.recordlake.lake.Lake;

/**
 * Brings a mart up to date by its touched customers: their rows are made anew from their records
 * alone and put in the place of the old ones, all in one commit. Rows that only come are appended;
 * where rows go or change, the other rows are copied, as pseudonyms lie scattered over all files in
 * any case.
 */
final class TouchedRows {
  /** Customers up to whom every task gets the list of them. */
  private static final long LISTED = 1_000_000;

  private final ModelPlan.Step step;
  private final Scope.Touched scope;
  private final Lake lake;

  TouchedRows(ModelPlan.Step step, Scope.Touched scope, JobContext context) {
    this.step = step;
    this.scope = scope;
    this.lake = context.lake();
  }

  /**
   * @param model gives the mart's rows for given rows of the tables it reads
   */
  void write(Function<Function<String, Dataset<Row>>, Dataset<Row>> model) {
    Dataset<Row> customers = customers();
    if (customers.isEmpty()) {
      lake.append(step.mart(), lake.read(step.mart()).limit(0), step.fingerprint());
      return;
    }
    boolean listed = customers.count() <= LISTED;
    Function<Dataset<Row>, Dataset<Row>> hint = rows -> listed ? broadcast(rows) : rows;
    Dataset<Row> made =
        model
            .apply(table -> among(lake.read(table), hint.apply(customers), "left_semi"))
            .localCheckpoint();
    replace(made, hint.apply(pseudonyms(customers)));
  }

  private void replace(Dataset<Row> made, Dataset<Row> keys) {
    Dataset<Row> mart = lake.read(step.mart());
    Dataset<Row> held = among(mart, keys, "left_semi").localCheckpoint();
    if (held.exceptAll(made).isEmpty()) {
      lake.append(step.mart(), made.exceptAll(held), step.fingerprint());
    } else {
      lake.replace(step.mart(), among(mart, keys, "left_anti").unionAll(made), step.fingerprint());
    }
  }

  private Dataset<Row> customers() {
    String by = scope.how().by();
    return scope.since().entrySet().stream()
        .map(changed -> lake.changesSince(changed.getKey(), changed.getValue()).orElseThrow())
        .map(changes -> changes.valuesOf(by))
        .reduce(Dataset::unionAll)
        .orElseThrow()
        .where(col(by).isNotNull())
        .distinct()
        .localCheckpoint();
  }

  private Dataset<Row> pseudonyms(Dataset<Row> customers) {
    return customers
        .select(call_function("pseudonym", col(scope.how().by())).as(scope.how().key()))
        .localCheckpoint();
  }

  private static Dataset<Row> among(Dataset<Row> rows, Dataset<Row> keys, String join) {
    return rows.join(
        keys,
        scala.jdk.javaapi.CollectionConverters.asScala(List.of(keys.columns())).toSeq(),
        join);
  }
}
