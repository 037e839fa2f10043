package org.recordlake.ingest;

import java.util.Arrays;

/**
 * The keys and contents of the rows a task has written, as two hashes of 64 bits each, of a bounded
 * number of rows: what is not remembered is merely not known to be a copy.
 */
final class SeenRows {
  /** Rows remembered at most: 32 MB of hashes. */
  private static final int MOST = 1 << 20;

  private static final int FIRST = 1 << 12;

  /** Key and content of the row in each slot, side by side; both 0 in a free one. */
  private long[] slots = new long[2 * FIRST];

  private int size;

  /** Whether the row is not known to be a copy of one already seen. */
  boolean add(long key, long content) {
    if (key == 0 && content == 0) {
      return true;
    }
    int slot = slot(slots, key, content);
    if (slots[slot] == key && slots[slot + 1] == content) {
      return false;
    }
    if (size < MOST) {
      slots[slot] = key;
      slots[slot + 1] = content;
      size++;
      if (size * 4 > slots.length) {
        grow();
      }
    }
    return true;
  }

  void clear() {
    slots = new long[2 * FIRST];
    size = 0;
  }

  /** Where the row lies or, if it does not, the free slot for it. */
  private static int slot(long[] slots, long key, long content) {
    int mask = slots.length - 2;
    long mixed = (key ^ Long.rotateLeft(content, 32)) * 0x9E37_79B9_7F4A_7C15L;
    int slot = (int) (mixed >>> 32) << 1 & mask;
    while ((slots[slot] != 0 || slots[slot + 1] != 0)
        && (slots[slot] != key || slots[slot + 1] != content)) {
      slot = slot + 2 & mask;
    }
    return slot;
  }

  private void grow() {
    long[] old = Arrays.copyOf(slots, slots.length);
    long[] wider = new long[old.length * 2];
    for (int i = 0; i < old.length; i += 2) {
      if (old[i] != 0 || old[i + 1] != 0) {
        int slot = slot(wider, old[i], old[i + 1]);
        wider[slot] = old[i];
        wider[slot + 1] = old[i + 1];
      }
    }
    slots = wider;
  }
}
