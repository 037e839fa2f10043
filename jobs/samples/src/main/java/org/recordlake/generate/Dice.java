package org.recordlake.generate;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * A stream of chances that depends on its seed, its name and its keys alone. SplitMix64 (Steele,
 * Lea, Flood 2014) is written out here, and only StrictMath is used, because a library's generator
 * may change between Java versions and the bytes may not.
 */
final class Dice {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;
  private long state;

  private Dice(long state) {
    this.state = state;
  }

  static Dice of(long seed, String stream, long... keys) {
    long hash = mix(seed + GOLDEN);
    for (byte letter : stream.getBytes(StandardCharsets.UTF_8)) {
      hash = mix(hash ^ letter);
    }
    for (long key : keys) {
      hash = mix(hash + GOLDEN * (key + 1));
    }
    return new Dice(hash);
  }

  private static long mix(long value) {
    long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  long next() {
    state += GOLDEN;
    return mix(state);
  }

  int below(int bound) {
    return (int) ((next() >>> 33) % bound);
  }

  int between(int first, int last) {
    return first + below(last - first + 1);
  }

  /** A number from 0 to 1, 1 excluded. */
  double unit() {
    return (next() >>> 11) * 0x1.0p-53;
  }

  boolean chance(double probability) {
    return unit() < probability;
  }

  <T> T pick(List<T> choices) {
    return choices.get(below(choices.size()));
  }

  double normal() {
    double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - unit()));
    return radius * StrictMath.cos(2 * StrictMath.PI * unit());
  }

  /** A factor around 1: the exponential of a normal deviate of the given spread. */
  double factor(double spread) {
    return StrictMath.exp(spread * normal());
  }

  /** Knuth's method, good for the small means of this model. */
  int poisson(double mean) {
    double floor = StrictMath.exp(-StrictMath.min(mean, 30));
    int count = 0;
    for (double product = unit(); product > floor; product *= unit()) {
      count++;
    }
    return count;
  }

  /** A day from first to last, both included; the first one if they are the wrong way round. */
  LocalDate day(LocalDate first, LocalDate last) {
    long days = ChronoUnit.DAYS.between(first, last);
    return days <= 0 ? first : first.plusDays(below((int) days + 1));
  }

  String digits(int count) {
    StringBuilder digits = new StringBuilder(count);
    for (int i = 0; i < count; i++) {
      digits.append((char) ('0' + below(10)));
    }
    return digits.toString();
  }

  /** The index drawn with a chance in proportion to its weight. */
  int weighted(double... weights) {
    double total = 0;
    for (double weight : weights) {
      total += weight;
    }
    double left = unit() * total;
    for (int i = 0; i < weights.length - 1; i++) {
      left -= weights[i];
      if (left < 0) {
        return i;
      }
    }
    return weights.length - 1;
  }
}
