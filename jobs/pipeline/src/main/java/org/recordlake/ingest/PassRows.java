package org.recordlake.ingest;

import java.io.Serializable;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.util.ArrayData;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;
import org.recordlake.format.RawRow;

/** The live rows of one task, each counted by its state as it passes; copies are left out. */
final class PassRows implements Iterator<InternalRow> {
  private static final UTF8String LIVE = UTF8String.fromString(RowState.LIVE.name());
  private static final UTF8String UNREADABLE = UTF8String.fromString("row:" + RawRow.UNREADABLE);

  private final Iterator<InternalRow> rows;
  private final Places places;
  private final PassTally tally;
  private final SeenRows seen = new SeenRows();
  private UTF8String file;
  private String unreadable;
  private long[] counts;
  private InternalRow next;

  /** Where the columns lie that are looked at. */
  record Places(int file, int state, int problems, int raw, int key, int content)
      implements Serializable {
    static Places of(StructType schema, String key, String content) {
      return new Places(
          schema.fieldIndex(RawRows.FILE),
          schema.fieldIndex(Arrivals.STATE),
          schema.fieldIndex(RawRows.PROBLEMS),
          schema.fieldIndex(RawRows.RAW),
          schema.fieldIndex(key),
          schema.fieldIndex(content));
    }
  }

  PassRows(Iterator<InternalRow> rows, Places places, PassTally tally) {
    this.rows = rows;
    this.places = places;
    this.tally = tally;
  }

  @Override
  public boolean hasNext() {
    while (next == null && rows.hasNext()) {
      InternalRow row = rows.next();
      next = passes(row) ? row : null;
    }
    if (next == null) {
      note();
    }
    return next != null;
  }

  @Override
  public InternalRow next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    InternalRow row = next;
    next = null;
    return row;
  }

  private boolean passes(InternalRow row) {
    UTF8String of = row.getUTF8String(places.file());
    if (!of.equals(file)) {
      note();
      file = of.clone();
      counts = new long[RowState.values().length];
      // Only a copy in the same file says nothing new whatever stands between the two.
      seen.clear();
    }
    RowState state = state(row);
    counts[state.ordinal()]++;
    return state == RowState.STORED;
  }

  private RowState state(InternalRow row) {
    UTF8String state = row.getUTF8String(places.state());
    if (state.equals(LIVE)) {
      boolean first = seen.add(row.getLong(places.key()), row.getLong(places.content()));
      return first ? RowState.STORED : RowState.DUPLICATE;
    }
    RowState other = RowState.valueOf(state.toString());
    if (other == RowState.BAD && isUnreadable(row.getArray(places.problems()))) {
      unreadable = String.valueOf(row.getUTF8String(places.raw()));
    }
    return other;
  }

  private static boolean isUnreadable(ArrayData problems) {
    for (int i = 0; i < problems.numElements(); i++) {
      if (problems.getUTF8String(i).equals(UNREADABLE)) {
        return true;
      }
    }
    return false;
  }

  private void note() {
    if (file != null) {
      tally.add(new PassTally.Counted(file.toString(), counts, unreadable));
      file = null;
      unreadable = null;
    }
  }
}
