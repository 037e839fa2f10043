package org.recordlake.insights.value;

import java.io.Serializable;
import java.util.Arrays;

/**
 * A function of a number of purchases that is dear to work out and asked for the same few numbers
 * over and over: each value is worked out once. Not for several threads at a time.
 */
final class PerCount implements Serializable {
  private static final long serialVersionUID = 1;

  /** Numbers from here on are worked out each time. */
  private static final int REMEMBERED = 10_000;

  private final Function function;
  private double[] known = new double[0];

  PerCount(Function function) {
    this.function = function;
  }

  /** What is worked out; never NaN. */
  @FunctionalInterface
  interface Function extends Serializable {
    double of(double count);
  }

  double at(double count) {
    if (count >= REMEMBERED) {
      return function.of(count);
    }
    int place = (int) count;
    if (place >= known.length) {
      int length = known.length;
      known = Arrays.copyOf(known, Math.max(2 * length, place + 1));
      Arrays.fill(known, length, known.length, Double.NaN);
    }
    if (Double.isNaN(known[place])) {
      known[place] = function.of(place);
    }
    return known[place];
  }
}
