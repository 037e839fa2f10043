package org.recordlake.ingest.write;

import static org.apache.spark.sql.functions.array_join;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.split;
import static org.apache.spark.sql.functions.udf;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataTypes;
import org.recordlake.ingest.check.CheckedRows;
import org.recordlake.ingest.resolve.ReplayPolicy;
import org.recordlake.ingest.resolve.ResolvedTable;
import org.recordlake.job.JobContext;
import org.recordlake.protect.PaymentNumbers;
import org.recordlake.protect.Protector;

/**
 * {@code governance.quarantine}: bad rows and what is noted of whole files, sealed, so that nothing
 * is lost and nothing is readable.
 */
public final class Quarantine {
  private static final String TABLE = ReplayPolicy.QUARANTINE;

  private final JobContext context;

  public Quarantine(JobContext context) {
    this.context = context;
  }

  /** Adds the bad rows of all {@code tables} in one commit. */
  public void rows(Collection<ResolvedTable> tables, ReplayPolicy replay) {
    tables.stream()
        .flatMap(
            table -> table.bad().map(rows -> rows(table.table().name(), rows, replay)).stream())
        .reduce(Dataset::union)
        .ifPresent(rows -> replay.quarantine(sealed(rows)));
  }

  private Dataset<Row> rows(String table, Dataset<Row> badRows, ReplayPolicy replay) {
    Column first = split(element_at(col(CheckedRows.PROBLEMS), 1), ":");
    return badRows.select(
        col(CheckedRows.FILE).as("file_sha256"),
        lit(table).as("table_name"),
        col(CheckedRows.LINE).as("line"),
        col(CheckedRows.ROW).as("row_no"),
        first.getItem(0).as("column_name"),
        first.getItem(1).as("reason_code"),
        array_join(col(CheckedRows.PROBLEMS), "; ").as("problems"),
        col(CheckedRows.RAW).as("raw_sealed"),
        replay.arrivedOn(context.asOf()).as("arrived_on"),
        lit(context.runId()).as("run_id"));
  }

  private Dataset<Row> sealed(Dataset<Row> rows) {
    Protector protector = context.protector();
    UDF1<String, String> seal = raw -> protector.seal(PaymentNumbers.withoutCodes(raw));
    Column sealed = udf(seal, DataTypes.StringType).asNondeterministic().apply(col("raw_sealed"));
    return rows.withColumn("raw_sealed", sealed);
  }

  /** Forgets the rows of {@code table} that were quarantined before and are good now. */
  void release(String table, Dataset<Row> goodRows, ReplayPolicy replay) {
    // Tables run side by side; two writes to one Delta table would conflict.
    synchronized (Quarantine.class) {
      replay.release(
          goodRows.select(
              col(CheckedRows.FILE).as("file_sha256"),
              lit(table).as("table_name"),
              col(CheckedRows.ROW).as("row_no")));
    }
  }

  /**
   * Forgets what was noted of whole files, and of their rows by runs before this one, once they are
   * taken in.
   */
  public void forget(List<String> files) {
    Dataset<Row> noted =
        context
            .lake()
            .read(TABLE)
            .where(
                col("file_sha256")
                    .isin(files.toArray())
                    .and(col("run_id").notEqual(context.runId())))
            .select("file_sha256", "table_name", "row_no");
    if (!files.isEmpty() && context.lake().exists(TABLE)) {
      context.lake().deleteByKeys(TABLE, noted);
    }
  }

  /** Quarantined rows, by file and table. */
  public Map<String, Long> counts(List<String> files) {
    Map<String, Long> counts = new HashMap<>();
    context
        .lake()
        .read(TABLE)
        .where(col("file_sha256").isin(files.toArray()).and(col("row_no").gt(0)))
        .groupBy("file_sha256", "table_name")
        .count()
        .collectAsList()
        .forEach(row -> counts.put(row.getString(0) + row.getString(1), row.getLong(2)));
    return counts;
  }

  /**
   * Adds rows that say of whole files why they were not taken in; they themselves lie sealed in the
   * lake's landing zone until their day.
   *
   * @param files rows of the quarantine
   */
  public void wholeFiles(List<Row> files) {
    if (!files.isEmpty()) {
      context.lake().ledger(TABLE).appendNew(files);
    }
  }
}
