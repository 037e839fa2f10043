package org.recordlake.ingest.resolve;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.recordlake.catalog.Protection;
import org.recordlake.catalog.TableSpec;
import org.recordlake.ingest.recognise.TableFiles;
import org.recordlake.lake.Lake;
import org.recordlake.lake.engine.StagedFiles;

/**
 * Resolves big files in the hope that every key comes once: their rows are written as they are read
 * and counted on the way, into files that belong to no version of the table yet. Only then is
 * looked whether keys repeat. Where one does, the files are destroyed and the rows go the way of
 * {@link UpsertResolver}. A copy of a line in the same file is no repetition: it is left out on the
 * way.
 */
final class OptimisticResolver {
  private static final String KEY = "_key";

  private final Lake lake;
  private final TableFiles files;
  private final UpsertResolver upserts;

  OptimisticResolver(Lake lake, TableFiles files, UpsertResolver upserts) {
    this.lake = lake;
    this.files = files;
    this.upserts = upserts;
  }

  /** Whether rows of {@code table} can be written before all of them are resolved. */
  static boolean suits(TableSpec table) {
    // A media file is taken in with its row, not before.
    return table.columns().stream().noneMatch(column -> column.protection() == Protection.MEDIA);
  }

  /**
   * The rows of {@code live}, written but for the commit; empty, and nothing left of them, if a key
   * repeats.
   *
   * @param live rows with all columns the table stores
   * @param refused SHA-256 of files refused whole, with the reason
   */
  Optional<ResolvedTable> staged(Dataset<Row> live, Map<String, String> refused) {
    RowCounter counter = new RowCounter();
    lake.spark().sparkContext().register(counter, "rows by state");
    StagedFiles staged =
        lake.stage(
            files.table().name(),
            live.where(counter.passing(upserts.keyHash(), upserts.content())));
    boolean kept = false;
    try {
      kept = !repeats(staged, live, counter.value());
    } finally {
      if (!kept) {
        staged.close();
      }
    }
    return kept
        ? Optional.of(
            new ResolvedTable(
                files, stored(live), live, counter.value(), refused, Optional.of(staged)))
        : Optional.empty();
  }

  /** Whether a key comes twice, or is held already. */
  private boolean repeats(StagedFiles staged, Dataset<Row> live, StateCounts counts) {
    Dataset<Row> keys = hashes(staged.rows()).union(hashes(lake.read(files.table().name())));
    if (isAny(keys.groupBy(KEY).count().where(col("count").gt(1)))) {
      return true;
    }
    // A row past its day matters only where its key is held.
    return counts.rows(RowState.EXPIRED) > 0
        && isAny(
            keys.join(
                hashes(live.where(RowState.isAny(RowState.EXPIRED))),
                new String[] {KEY},
                "left_semi"));
  }

  private static boolean isAny(Dataset<Row> rows) {
    return !rows.isEmpty();
  }

  /**
   * Equal keys have equal hashes; two keys that share one by chance are compared by value later.
   */
  private Dataset<Row> hashes(Dataset<Row> rows) {
    return rows.select(upserts.keyHash().as(KEY));
  }

  /** As every row is alone with its key, what is live is stored. */
  private static Dataset<Row> stored(Dataset<Row> live) {
    Column stored = RowState.isAny(RowState.LIVE);
    return live.withColumn(UpsertResolver.WRITE, stored)
        .withColumn(UpsertResolver.KNOWN, lit(false))
        .withColumn(
            RowState.COLUMN,
            when(stored, lit(RowState.STORED.name())).otherwise(col(RowState.COLUMN)));
  }
}
