package org.recordlake.ingest.resolve;

import static org.apache.spark.sql.functions.array_contains;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;

import java.util.HashMap;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.api.java.UDF3;
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

  /** Lets live rows pass, and counts them and the others. */
  Column passing() {
    UDF3<String, String, String, Boolean> count = this::passes;
    Column broken = array_contains(col(CheckedRows.PROBLEMS), "row:" + RawRow.UNREADABLE);
    return udf(count, DataTypes.BooleanType)
        .asNondeterministic()
        .apply(col(CheckedRows.FILE), col(RowState.COLUMN), when(broken, col(CheckedRows.RAW)));
  }

  /** A live row is counted as what it becomes if no other has its key. */
  private boolean passes(String file, String name, String reason) {
    RowState state = RowState.valueOf(name);
    RowState counted = state == RowState.LIVE ? RowState.STORED : state;
    add(file, counted.ordinal(), 1);
    if (reason != null) {
      unreadable.merge(file, reason, RowCounter::later);
    }
    return state == RowState.LIVE;
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
