package org.recordlake.ingest.resolve;

import static org.apache.spark.sql.functions.array_contains;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.recordlake.format.RawRow;
import org.recordlake.ingest.check.CheckedRows;

/**
 * Counts of resolved rows.
 *
 * @param states rows of each file by state
 * @param unreadable files of which nothing more could be read after some line, with the reason
 * @param toWrite rows to be written, {@code replacing} of them over a row of the same key
 */
public record StateCounts(
    Map<String, Map<RowState, Long>> states,
    Map<String, String> unreadable,
    long toWrite,
    long replacing) {

  public static StateCounts of(Dataset<Row> resolved) {
    Column broken = array_contains(col(CheckedRows.PROBLEMS), "row:" + RawRow.UNREADABLE);
    List<Row> counts =
        resolved
            .groupBy(CheckedRows.FILE, RowState.COLUMN)
            .agg(
                count(lit(1)),
                sum(col(UpsertResolver.WRITE).cast("long")),
                sum(col(UpsertResolver.WRITE).and(col(UpsertResolver.KNOWN)).cast("long")),
                max(when(broken, col(CheckedRows.RAW))))
            .collectAsList();
    Map<String, Map<RowState, Long>> states = new HashMap<>();
    counts.forEach(
        row ->
            states
                .computeIfAbsent(row.getString(0), file -> new HashMap<>())
                .put(RowState.valueOf(row.getString(1)), row.getLong(2)));
    Map<String, String> unreadable =
        counts.stream()
            .filter(row -> !row.isNullAt(5))
            .collect(Collectors.toMap(row -> row.getString(0), row -> row.getString(5)));
    long toWrite = counts.stream().mapToLong(row -> row.getLong(3)).sum();
    long replacing = counts.stream().mapToLong(row -> row.getLong(4)).sum();
    return new StateCounts(states, unreadable, toWrite, replacing);
  }

  public long rows(RowState state) {
    return states.values().stream().mapToLong(file -> file.getOrDefault(state, 0L)).sum();
  }

  /** Why files are refused whole, by SHA-256. */
  Map<String, String> refusals(double limit) {
    Map<String, String> refusals = new HashMap<>();
    states.forEach(
        (file, rows) -> {
          long all = rows.values().stream().mapToLong(Long::longValue).sum();
          long bad = rows.getOrDefault(RowState.BAD, 0L);
          if (bad > limit * all) {
            refusals.put(
                file,
                String.format(
                    Locale.ROOT,
                    "%d of %d rows are bad, more than the limit of %.0f %%",
                    bad,
                    all,
                    limit * 100));
          }
        });
    unreadable.forEach(
        (file, reason) -> refusals.put(file, "the file cannot be read to its end: " + reason));
    return refusals;
  }
}
