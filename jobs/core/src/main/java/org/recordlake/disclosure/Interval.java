package org.recordlake.disclosure;

/**
 * The values a count can have for all that is published, both ends included.
 *
 * @param high {@link #UNBOUNDED} if nothing bounds it from above
 */
public record Interval(long low, long high) {
  public static final long UNBOUNDED = Long.MAX_VALUE;

  public Interval {
    if (low > high) {
      throw new IllegalArgumentException("an interval needs low <= high");
    }
  }

  /** People between the ends; {@link #UNBOUNDED} if there is no upper end. */
  public long width() {
    return high == UNBOUNDED ? UNBOUNDED : high - low;
  }
}
