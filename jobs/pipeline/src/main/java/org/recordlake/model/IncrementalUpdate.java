package org.recordlake.model;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.call_function;
import static org.apache.spark.sql.functions.col;

import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.recordlake.lake.Lake;

/**
 * Brings a mart up to date by its touched customers: their rows are made anew from their records
 * alone and put in the place of the old ones, all in one commit. Rows that only come are appended;
 * where rows go or change, the other rows are copied, as pseudonyms lie scattered over all files in
 * any case.
 */
final class IncrementalUpdate {
  /** Customers up to whom every task gets the list of them. */
  private static final long LISTED = 1_000_000;

  private final ModelPlan.Step step;
  private final RebuildScope.Touched scope;
  private final Lake lake;

  IncrementalUpdate(ModelPlan.Step step, RebuildScope.Touched scope, Lake lake) {
    this.step = step;
    this.scope = scope;
    this.lake = lake;
  }

  /**
   * @param model gives the mart's rows for given rows of the tables it reads
   */
  void write(Function<Function<String, Dataset<Row>>, Dataset<Row>> model) {
    TouchedIndividuals touched = new TouchedIndividuals(scope, lake);
    Dataset<Row> customers = touched.find().localCheckpoint();
    if (customers.isEmpty()) {
      lake.append(step.mart(), lake.read(step.mart()).limit(0), step.fingerprint());
      return;
    }
    boolean listed = customers.count() <= LISTED;
    UnaryOperator<Dataset<Row>> hint = rows -> listed ? broadcast(rows) : rows;
    Dataset<Row> keys = hint.apply(pseudonyms(customers));
    Dataset<Row> made =
        KeyJoin.semi(model.apply(table -> touched.records(table, hint.apply(customers))), keys)
            .localCheckpoint();
    replace(made, keys);
  }

  private void replace(Dataset<Row> made, Dataset<Row> keys) {
    Dataset<Row> mart = lake.read(step.mart());
    Dataset<Row> held = KeyJoin.semi(mart, keys).localCheckpoint();
    if (held.exceptAll(made).isEmpty()) {
      lake.append(step.mart(), made.exceptAll(held), step.fingerprint());
    } else {
      lake.replace(step.mart(), KeyJoin.anti(mart, keys).unionAll(made), step.fingerprint());
    }
  }

  private Dataset<Row> pseudonyms(Dataset<Row> customers) {
    return customers
        .select(call_function("pseudonym", col(scope.how().by())).as(scope.how().key()))
        .localCheckpoint();
  }
}
