package org.recordlake.ingest.resolve;

import java.time.LocalDate;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.recordlake.catalog.TableSpec;

/** Which rows of a run's files are taken, and how those that stay bad are quarantined. */
public interface ReplayPolicy {
  /** Rows among {@code raw} that this run takes. */
  Dataset<Row> taken(TableSpec table, Dataset<Row> raw);

  /**
   * {@code rows} with {@link #OVERTAKEN}: whether a file that came later holds the row's key
   * already, so that the row says nothing new.
   */
  Dataset<Row> marked(TableSpec table, Dataset<Row> rows);

  /**
   * Files refused whole, by SHA-256, with the reason.
   *
   * @param limit share of bad rows, 0 to 1, above which a new file is refused
   */
  Map<String, String> refused(StateCounts counts, double limit);

  /** The day a row of the quarantine arrived on; its period there runs from it. */
  Column arrivedOn(LocalDate asOf);

  /** Notes bad rows in the quarantine. */
  void quarantine(Dataset<Row> rows);

  /**
   * Forgets rows of the quarantine that turned out good.
   *
   * @param keys the quarantine's key columns
   */
  void release(Dataset<Row> keys);

  /** The table of quarantined rows and files. */
  String QUARANTINE = "quarantine";

  /** Name of the column {@link #marked} adds. */
  String OVERTAKEN = "_overtaken";
}
