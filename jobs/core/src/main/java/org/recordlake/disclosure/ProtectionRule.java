package org.recordlake.disclosure;

import java.io.Serializable;

/**
 * When a count may be shown, and when a hidden one is hidden well enough.
 *
 * <p>With threshold t a count from 1 to t − 1 is small and is never shown; zero and counts from t
 * on may be. A hidden count is protected if, for all that is published, it could be t or more and
 * could be any of at least t values, the lowest and the highest t − 1 apart. The first half keeps a
 * reader from knowing that the count is small, the second from knowing it nearly. A single hidden
 * cell of a row with a known total fails both; two that add up to t + 1 or more pass.
 *
 * @param threshold people from which on a count may be shown, at least 1
 */
public record ProtectionRule(int threshold) implements Serializable {
  public ProtectionRule {
    if (threshold < 1) {
      throw new IllegalArgumentException("a threshold is at least 1");
    }
  }

  public boolean isSmall(long count) {
    return count > 0 && count < threshold;
  }

  /** Whether a hidden count that can lie anywhere in {@code range} is protected. */
  public boolean protects(Interval range) {
    return range.high() >= threshold && range.width() >= threshold - 1;
  }
}
