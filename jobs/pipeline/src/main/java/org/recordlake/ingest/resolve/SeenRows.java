package org.recordlake.ingest.resolve;

import java.io.Serializable;

/**
 * The keys and contents of the rows a task has let pass, as two hashes of 64 bits each, of a
 * bounded number of rows: what is not remembered is merely not known to be a copy.
 */
final class SeenRows implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Rows remembered at most: 32 MB of hashes and of room between them. */
  private static final int MOST = 1 << 20;

  private static final int FIRST = 1 << 12;

  /** Key and content side by side, where their hash says or in the next free place. */
  private long[] slots = new long[2 * FIRST];

  private int size;

  /** Whether the row is not known to be a copy of one already seen. */
  boolean add(long key, long content) {
    // An empty slot holds two zeros.
    long told = key == 0 && content == 0 ? 1 : content;
    int slot = slot(key, told);
    if (slots[slot] == key && slots[slot + 1] == told) {
      return false;
    }
    if (size < MOST) {
      slots[slot] = key;
      slots[slot + 1] = told;
      size++;
      if (4 * size > slots.length) {
        widen();
      }
    }
    return true;
  }

  void clear() {
    slots = new long[2 * FIRST];
    size = 0;
  }

  /** Where the row lies, or where it would. */
  private int slot(long key, long content) {
    long mixed = (key ^ Long.rotateLeft(content, 32)) * 0x9E37_79B9_7F4A_7C15L;
    int slot = 2 * (int) (mixed >>> 32) & slots.length - 1;
    while ((slots[slot] != 0 || slots[slot + 1] != 0)
        && (slots[slot] != key || slots[slot + 1] != content)) {
      slot = slot + 2 & slots.length - 1;
    }
    return slot;
  }

  private void widen() {
    long[] seen = slots;
    slots = new long[2 * seen.length];
    for (int i = 0; i < seen.length; i += 2) {
      if (seen[i] != 0 || seen[i + 1] != 0) {
        int slot = slot(seen[i], seen[i + 1]);
        slots[slot] = seen[i];
        slots[slot + 1] = seen[i + 1];
      }
    }
  }
}
