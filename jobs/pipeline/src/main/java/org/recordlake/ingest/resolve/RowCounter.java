package org.recordlake.ingest.resolve;

import static org.apache.spark.sql.functions.array_contains;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;

import java.util.HashMap;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.api.java.UDF5;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.util.AccumulatorV2;
import org.recordlake.format.RawRow;
import org.recordlake.ingest.check.CheckedRows;

/**
 * Counts the rows of each file by state while they are written. Spark adds what a task counted
 * once, however often the task had to be tried, so long as the job's last stage counts.
 */
final class RowCounter extends AccumulatorV2<RowCounter, StateCounts> {
  private static final long serialVersionUID = 1L;

  private final HashMap<String, long[]> counts = new HashMap<>();
  private final HashMap<String, String> unreadable = new HashMap<>();

  /**
   * Lets live rows pass, and counts them and the others. A row that says word for word what another
   * of its file said is counted as a duplicate, as far as the task remembers.
   *
   * @param key hash of the row's key
   * @param content hash of what the row says
   */
  Column passing(Column key, Column content) {
    SeenRows seen = new SeenRows();
    UDF5<String, String, String, Long, Long, Boolean> count =
        (file, state, reason, ofKey, ofContent) -> {
          if (!counts.containsKey(file)) {
            // Only a copy in the same file says nothing new whatever stands between the two.
            seen.clear();
          }
          boolean live = RowState.LIVE.name().equals(state);
          boolean passes = live && seen.add(ofKey, ofContent);
          RowState counted =
              passes ? RowState.STORED : live ? RowState.DUPLICATE : RowState.valueOf(state);
          add(file, counted.ordinal(), 1);
          if (reason != null) {
            unreadable.merge(file, reason, RowCounter::later);
          }
          return passes;
        };
    Column broken = array_contains(col(CheckedRows.PROBLEMS), "row:" + RawRow.UNREADABLE);
    return udf(count, DataTypes.BooleanType)
        .asNondeterministic()
        .apply(
            col(CheckedRows.FILE),
            col(RowState.COLUMN),
            when(broken, col(CheckedRows.RAW)),
            key,
            content);
  }

  private void add(String file, int state, long rows) {
    counts.computeIfAbsent(file, any -> new long[RowState.values().length])[state] += rows;
  }

  @Override
  public boolean isZero() {
    return counts.isEmpty();
  }

  @Override
  public RowCounter copy() {
    RowCounter copy = new RowCounter();
    copy.add(this);
    return copy;
  }

  @Override
  public void reset() {
    counts.clear();
    unreadable.clear();
  }

  @Override
  public void add(RowCounter more) {
    more.counts.forEach(
        (file, rows) -> {
          for (int state = 0; state < rows.length; state++) {
            add(file, state, rows[state]);
          }
        });
    more.unreadable.forEach((file, reason) -> unreadable.merge(file, reason, RowCounter::later));
  }

  @Override
  public void merge(AccumulatorV2<RowCounter, StateCounts> other) {
    add((RowCounter) other);
  }

  @Override
  public StateCounts value() {
    Map<String, Map<RowState, Long>> states = new HashMap<>();
    counts.forEach(
        (file, rows) -> {
          Map<RowState, Long> some = states.computeIfAbsent(file, any -> new HashMap<>());
          for (RowState state : RowState.values()) {
            if (rows[state.ordinal()] > 0) {
              some.put(state, rows[state.ordinal()]);
            }
          }
        });
    long stored =
        states.values().stream().mapToLong(rows -> rows.getOrDefault(RowState.STORED, 0L)).sum();
    return new StateCounts(states, Map.copyOf(unreadable), stored, 0);
  }

  private static String later(String one, String other) {
    return one.compareTo(other) >= 0 ? one : other;
  }
}
