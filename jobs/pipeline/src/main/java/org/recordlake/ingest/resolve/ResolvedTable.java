package org.recordlake.ingest.resolve;

import static org.apache.spark.sql.functions.col;

import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.recordlake.catalog.TableSpec;
import org.recordlake.ingest.recognise.TableFiles;
import org.recordlake.lake.engine.StagedFiles;

/**
 * The rows of one table's new files, each in its final state, held until they are written.
 *
 * @param rows with all columns the table stores
 * @param kept what holds them in memory or on disk
 * @param refused SHA-256 of files refused whole, for whatever table, with the reason
 * @param staged the rows to be written, where they are already but for the commit; {@code rows} are
 *     then read anew each time they are asked for
 */
public record ResolvedTable(
    TableFiles files,
    Dataset<Row> rows,
    Dataset<Row> kept,
    StateCounts counts,
    Map<String, String> refused,
    Optional<StagedFiles> staged)
    implements AutoCloseable {

  public TableSpec table() {
    return files.table();
  }

  /** The rows that are neither bad nor of a refused file. */
  public Dataset<Row> good() {
    return rows.where(
        RowState.isAny(
            RowState.STORED,
            RowState.UPDATED,
            RowState.DUPLICATE,
            RowState.EXPIRED,
            RowState.DISPOSED));
  }

  /** The rows whose dates count for what hangs from them: no duplicates, and no old copies. */
  public Dataset<Row> telling() {
    return rows.where(RowState.isAny(RowState.STORED, RowState.UPDATED, RowState.EXPIRED));
  }

  /** The rows that are stored, and those a later one of this run replaces. */
  public Dataset<Row> taken() {
    return rows.where(RowState.isAny(RowState.STORED, RowState.UPDATED));
  }

  /** The rows past their day when they came. */
  public Dataset<Row> expired() {
    return rows.where(RowState.isAny(RowState.EXPIRED));
  }

  /** The rows to quarantine; empty if there are none. */
  public Optional<Dataset<Row>> bad() {
    return counts.rows(RowState.BAD) > 0
        ? Optional.of(rows.where(RowState.isAny(RowState.BAD)))
        : Optional.empty();
  }

  /** The rows to write: of each key the last that counts, if it says something new. */
  public Dataset<Row> toWrite() {
    return rows.where(col(UpsertResolver.WRITE));
  }

  /** Whether one of the files {@code others} lists counts here as not refused. */
  public boolean accepts(Map<String, String> others) {
    return files.files().stream()
        .map(file -> file.file().sha256())
        .anyMatch(hash -> others.containsKey(hash) && !refused.containsKey(hash));
  }

  @Override
  public void close() {
    kept.unpersist();
    staged.ifPresent(StagedFiles::close);
  }
}
