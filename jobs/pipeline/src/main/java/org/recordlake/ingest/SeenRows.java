package org.recordlake.ingest;

import java.util.Arrays;

/**
 * The keys and contents of the rows a task has written, as two hashes of 64 bits each, of a bounded
 * number of rows: what is not remembered is merely not known to be a copy.
 */
final class SeenRows {
  /** Rows remembered at most: their places fit beside the tags; 16 MB of hashes. */
  private static final int MOST = (1 << 20) - 1;

  private static final int PLACE = MOST;
  private static final int FIRST = 1 << 12;

  /**
   * For each remembered row 12 bits of its hashes, a tag, above its place, from 1; 0 in a free
   * slot. Most rows are new, which the tags alone nearly always tell, and they fit a near cache.
   */
  private int[] slots = new int[FIRST];

  /** Key and content of the rows, side by side in the order in which they came. */
  private long[] rows = new long[FIRST];

  private int size;

  /** Whether the row is not known to be a copy of one already seen. */
  boolean add(long key, long content) {
    long mixed = mixed(key, content);
    int slot = slot(mixed);
    while (slots[slot] != 0) {
      if (tag(mixed) == (slots[slot] & ~PLACE) && holds(slots[slot] & PLACE, key, content)) {
        return false;
      }
      slot = next(slot);
    }
    if (size < MOST) {
      remember(slot, key, content, mixed);
    }
    return true;
  }

  void clear() {
    slots = new int[FIRST];
    rows = new long[FIRST];
    size = 0;
  }

  private boolean holds(int place, long key, long content) {
    return rows[2 * place - 2] == key && rows[2 * place - 1] == content;
  }

  private void remember(int slot, long key, long content, long mixed) {
    if (2 * size == rows.length) {
      rows = Arrays.copyOf(rows, 2 * rows.length);
    }
    rows[2 * size] = key;
    rows[2 * size + 1] = content;
    size++;
    slots[slot] = tag(mixed) | size;
    if (2 * size > slots.length) {
      widen();
    }
  }

  private void widen() {
    slots = new int[4 * slots.length];
    for (int place = 1; place <= size; place++) {
      long mixed = mixed(rows[2 * place - 2], rows[2 * place - 1]);
      int slot = slot(mixed);
      while (slots[slot] != 0) {
        slot = next(slot);
      }
      slots[slot] = tag(mixed) | place;
    }
  }

  private static long mixed(long key, long content) {
    return (key ^ Long.rotateLeft(content, 32)) * 0x9E37_79B9_7F4A_7C15L;
  }

  private static int tag(long mixed) {
    return (int) (mixed >>> 52) << 20;
  }

  private int slot(long mixed) {
    return (int) (mixed >>> 24) & slots.length - 1;
  }

  private int next(int slot) {
    return slot + 1 & slots.length - 1;
  }
}
