package org.recordlake.ingest.resolve;

import static org.apache.spark.sql.functions.lit;

import java.sql.Date;
import java.time.LocalDate;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.recordlake.catalog.TableSpec;
import org.recordlake.lake.Lake;

/** New files: every row of them, and nothing came later than they. */
public record NewFilesPolicy(Lake lake) implements ReplayPolicy {
  @Override
  public Dataset<Row> taken(TableSpec table, Dataset<Row> raw) {
    return raw;
  }

  @Override
  public Dataset<Row> marked(TableSpec table, Dataset<Row> rows) {
    return rows.withColumn(OVERTAKEN, lit(false));
  }

  @Override
  public Map<String, String> refused(StateCounts counts, double limit) {
    return counts.refusals(limit);
  }

  @Override
  public Column arrivedOn(LocalDate asOf) {
    return lit(Date.valueOf(asOf));
  }

  @Override
  public void quarantine(Dataset<Row> rows) {
    lake.appendNew(QUARANTINE, rows);
  }

  /** What comes for the first time was never quarantined. */
  @Override
  public void release(Dataset<Row> keys) {}
}
