package org.recordlake.ingest;

import static org.apache.spark.sql.functions.array_join;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.split;
import static org.apache.spark.sql.functions.udf;

import java.sql.Date;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataTypes;
import org.recordlake.job.JobContext;
import org.recordlake.lake.SparkTypes;
import org.recordlake.protect.PaymentNumbers;
import org.recordlake.protect.Protector;

/**
 * Sets rows and whole files aside in {@code governance.quarantine}, sealed, so that nothing is lost
 * and nothing is readable.
 */
final class Quarantine {
  static final String TABLE = "quarantine";

  private final JobContext context;

  Quarantine(JobContext context) {
    this.context = context;
  }

  /** Sets aside the bad rows of all {@code tables} in one commit. */
  void rows(Collection<StagedTable> tables, Taking taking) {
    tables.stream()
        .flatMap(
            table -> table.bad().map(rows -> rows(table.table().name(), rows, taking)).stream())
        .reduce(Dataset::union)
        .ifPresent(rows -> taking.setAside(sealed(rows)));
  }

  private Dataset<Row> rows(String table, Dataset<Row> badRows, Taking taking) {
    Column first = split(element_at(col(RawRows.PROBLEMS), 1), ":");
    return badRows.select(
        col(RawRows.FILE).as("file_sha256"),
        lit(table).as("table_name"),
        col(RawRows.LINE).as("line"),
        col(RawRows.ROW).as("row_no"),
        first.getItem(0).as("column_name"),
        first.getItem(1).as("reason_code"),
        array_join(col(RawRows.PROBLEMS), "; ").as("problems"),
        col(RawRows.RAW).as("raw_sealed"),
        taking.arrivedOn(context.asOf()).as("arrived_on"),
        lit(context.runId()).as("run_id"));
  }

  private Dataset<Row> sealed(Dataset<Row> rows) {
    Protector protector = context.protector();
    UDF1<String, String> seal = raw -> protector.seal(PaymentNumbers.withoutCodes(raw));
    Column sealed = udf(seal, DataTypes.StringType).asNondeterministic().apply(col("raw_sealed"));
    return rows.withColumn("raw_sealed", sealed);
  }

  /** Forgets the rows of {@code table} that were set aside before and are good now. */
  void resolve(String table, Dataset<Row> goodRows, Taking taking) {
    // Tables run side by side; two writes to one Delta table would conflict.
    synchronized (Quarantine.class) {
      taking.resolve(
          goodRows.select(
              col(RawRows.FILE).as("file_sha256"),
              lit(table).as("table_name"),
              col(RawRows.ROW).as("row_no")));
    }
  }

  /**
   * Forgets what was noted of whole files, and of their rows by runs before this one, once they are
   * taken in.
   */
  void forget(List<String> files) {
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

  /** Rows set aside, by file and table. */
  Map<String, Long> counts(List<String> files) {
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

  /** Notes whole files; they themselves lie sealed in the lake's landing zone until their day. */
  void files(List<FileOutcome> outcomes) {
    List<Row> rows =
        outcomes.stream()
            .filter(outcome -> outcome.status() != FileOutcome.Status.COMMITTED)
            .map(this::fileRow)
            .toList();
    if (!rows.isEmpty()) {
      context
          .lake()
          .appendNew(
              TABLE,
              context
                  .lake()
                  .spark()
                  .createDataFrame(rows, SparkTypes.schema(context.catalog().table(TABLE))));
    }
  }

  private Row fileRow(FileOutcome outcome) {
    String code =
        outcome.status() == FileOutcome.Status.REFUSED ? "FILE_REFUSED" : "UNKNOWN_LAYOUT";
    return RowFactory.create(
        outcome.file().sha256(),
        outcome.table(),
        0L,
        0L,
        null,
        code,
        outcome.reason().orElse(""),
        null,
        Date.valueOf(context.asOf()),
        context.runId());
  }
}
