package org.recordlake.ingest.resolve;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.when;

import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.recordlake.catalog.Consent;
import org.recordlake.catalog.TableSpec;
import org.recordlake.ingest.check.CheckedRows;
import org.recordlake.lake.Lake;
import org.recordlake.schedule.Choices;

/**
 * Sets rows aside that show a person who did not agree, or of whom nobody knows it: by what the
 * lake holds and what comes with this run.
 *
 * @param resolved tables of this run by name, as far as they are resolved
 */
public record Consents(Lake lake, Map<String, ResolvedTable> resolved) {
  static final String PROBLEM = "_consent";

  /** {@code rows} with {@link #PROBLEM}: {@code column:CODE}, or null. */
  Dataset<Row> asked(TableSpec table, Dataset<Row> rows) {
    return table
        .consent()
        .map(consent -> asked(consent, rows))
        .orElseGet(() -> rows.withColumn(PROBLEM, lit(null).cast("string")));
  }

  /** Rows whose state is known, those set aside for a consent with their problem. */
  static Dataset<Row> noted(TableSpec table, Dataset<Row> rows) {
    Column alone = size(col(CheckedRows.PROBLEMS)).equalTo(0);
    Column bad = RowState.isAny(RowState.BAD).and(alone);
    Column problems = when(bad, array(col(PROBLEM))).otherwise(col(CheckedRows.PROBLEMS));
    return table.consent().isPresent() ? rows.withColumn(CheckedRows.PROBLEMS, problems) : rows;
  }

  private Dataset<Row> asked(Consent consent, Dataset<Row> rows) {
    Choices choices = new Choices(consent);
    return choices
        .told(rows, choosers(consent.table()))
        .withColumn(PROBLEM, choices.problem())
        .drop(Choices.CHOICE);
  }

  /** The rows of a table as they will be after this run. */
  private Dataset<Row> choosers(String table) {
    Dataset<Row> stored = lake.read(table);
    ResolvedTable arriving = resolved.get(table);
    if (arriving == null) {
      return stored;
    }
    Column[] columns =
        arriving.table().contentColumns().stream().map(functions::col).toArray(Column[]::new);
    Dataset<Row> fresh = arriving.toWrite().select(columns);
    String[] key = arriving.table().key().toArray(String[]::new);
    Column[] keys = arriving.table().key().stream().map(functions::col).toArray(Column[]::new);
    return stored.select(columns).join(fresh.select(keys), key, "left_anti").unionByName(fresh);
  }
}
