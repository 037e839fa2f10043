package org.recordlake.ingest;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.util.AccumulatorV2;

/**
 * Counts the rows of each file by state while they are written. Spark adds what a task counted
 * once, however often the task had to be tried, so long as the job's last stage counts.
 */
final class PassTally extends AccumulatorV2<PassTally.Counted, Tally> {
  private static final long serialVersionUID = 1L;

  private final HashMap<String, long[]> counts = new HashMap<>();
  private final HashMap<String, String> unreadable = new HashMap<>();

  /**
   * What one task saw of one file.
   *
   * @param rows by ordinal of {@link RowState}
   * @param unreadable why nothing more of it could be read; null if all could
   */
  record Counted(String file, long[] rows, String unreadable) {}

  @Override
  public boolean isZero() {
    return counts.isEmpty();
  }

  @Override
  public PassTally copy() {
    PassTally copy = new PassTally();
    copy.merge(this);
    return copy;
  }

  @Override
  public void reset() {
    counts.clear();
    unreadable.clear();
  }

  @Override
  public void add(Counted counted) {
    long[] all = counts.computeIfAbsent(counted.file(), file -> new long[RowState.values().length]);
    for (int i = 0; i < all.length; i++) {
      all[i] += counted.rows()[i];
    }
    if (counted.unreadable() != null) {
      unreadable.merge(counted.file(), counted.unreadable(), PassTally::later);
    }
  }

  @Override
  public void merge(AccumulatorV2<Counted, Tally> other) {
    PassTally more = (PassTally) other;
    more.counts.forEach((file, rows) -> add(new Counted(file, rows, more.unreadable.get(file))));
  }

  @Override
  public Tally value() {
    Map<String, Map<RowState, Long>> states = new HashMap<>();
    long stored = 0;
    for (Map.Entry<String, long[]> file : counts.entrySet()) {
      Map<RowState, Long> rows = new TreeMap<>();
      for (RowState state : RowState.values()) {
        long count = file.getValue()[state.ordinal()];
        if (count > 0) {
          rows.put(state, count);
        }
      }
      states.put(file.getKey(), rows);
      stored += rows.getOrDefault(RowState.STORED, 0L);
    }
    return new Tally(states, Map.copyOf(unreadable), stored, 0);
  }

  private static String later(String one, String other) {
    return one.compareTo(other) >= 0 ? one : other;
  }
}
