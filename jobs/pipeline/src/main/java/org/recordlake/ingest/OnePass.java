package org.recordlake.ingest;

import static org.apache.spark.sql.functions.col;

import java.util.Map;
import java.util.Optional;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.StructType;
import org.recordlake.catalog.Protection;
import org.recordlake.catalog.TableSpec;
import org.recordlake.lake.Lake;
import org.recordlake.lake.engine.StagedFiles;

/**
 * Big files in one pass: their rows are written as they are read and counted on the way, in the
 * hope that every key comes once. Only then is looked whether keys meet, in the files written.
 * Where some do, the files are destroyed and the rows go the long way, on which {@link Arrivals}
 * judges them one against another. A copy of a line in the same file is no meeting: it is left out
 * on the way.
 */
final class OnePass {
  private static final String KEY = "_key";
  private static final String CONTENT = "_content";

  /** Bytes a stored row takes at the very least. */
  private static final long STORED_ROW = 16;

  private final TableIngest how;
  private final Lake lake;
  private final Arrivals arrivals;

  OnePass(TableIngest how, Arrivals arrivals) {
    this.how = how;
    this.lake = how.context().lake();
    this.arrivals = arrivals;
  }

  /** Whether rows of {@code table} can be written before all of them are judged. */
  static boolean suits(TableSpec table) {
    // A media file is taken in with its row, not before.
    return table.columns().stream().noneMatch(column -> column.protection() == Protection.MEDIA);
  }

  /**
   * The rows of {@code live}, written but for the commit; empty, and nothing left of them, if their
   * keys meet.
   *
   * @param refused SHA-256 of files refused whole, with the reason
   */
  Optional<StagedTable> staged(Dataset<Row> live, Map<String, String> refused) {
    PassTally tally = new PassTally();
    lake.spark().sparkContext().register(tally, "rows by state");
    StagedFiles files = lake.stage(how.table().name(), how.complete(passing(live, tally)));
    boolean kept = false;
    try {
      kept = !meets(files, live, tally.value());
    } finally {
      if (!kept) {
        files.close();
      }
    }
    return kept
        ? Optional.of(
            new StagedTable(
                how, Arrivals.alone(live), live, tally.value(), refused, Optional.of(files)))
        : Optional.empty();
  }

  /** The rows to write, in the order in which they are read. */
  private Dataset<Row> passing(Dataset<Row> live, PassTally tally) {
    Dataset<Row> hashed =
        live.withColumn(KEY, arrivals.keyHash()).withColumn(CONTENT, arrivals.content());
    StructType schema = hashed.schema();
    PassRows.Places places = PassRows.Places.of(schema, KEY, CONTENT);
    JavaRDD<InternalRow> passing =
        hashed
            .queryExecution()
            .toRdd()
            .toJavaRDD()
            .mapPartitions(
                (FlatMapFunction<java.util.Iterator<InternalRow>, InternalRow>)
                    rows -> new PassRows(rows, places, tally));
    return InternalRows.frame(lake.spark(), passing, schema);
  }

  private boolean meets(StagedFiles files, Dataset<Row> live, Tally tally) {
    Dataset<Row> written = hashes(files.rows());
    Dataset<Row> stored = hashes(lake.read(how.table().name()));
    long rows = tally.toWrite() + lake.bytes(how.table().name()) / STORED_ROW;
    if (KeyHashes.of(written, rows).repeatOrMeet(stored)) {
      return true;
    }
    if (tally.rows(RowState.EXPIRED) == 0) {
      return false;
    }
    // A row past its day matters only where its key is held.
    Column expired = col(Arrivals.STATE).equalTo(RowState.EXPIRED.name());
    return KeyHashes.of(written.union(stored), rows).meet(hashes(live.where(expired)));
  }

  private Dataset<Row> hashes(Dataset<Row> rows) {
    return rows.select(arrivals.keyHash().as(KEY));
  }
}
