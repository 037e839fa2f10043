package org.recordlake.format;

/** Which numbers of fields the records of a text have that stand on a line each. */
final class Widths {
  private static final int MOST = 1 << 10;

  private final int[] counts = new int[MOST];
  private int usual = 1;
  private int last;

  void add(int width) {
    if (width < MOST) {
      last = width;
      counts[width]++;
      usual = counts[width] > counts[usual] ? width : usual;
    }
  }

  /** The number most records have. */
  int usual() {
    return usual;
  }

  /** Whether a line of so many fields may be a record, ragged or not. */
  boolean isRow(int width) {
    return width > 1 && (width >= usual || width == last);
  }

  boolean isKnown(int width) {
    return width > 1 && (width == usual || width == last);
  }
}
