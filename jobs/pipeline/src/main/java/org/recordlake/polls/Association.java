package org.recordlake.polls;

import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.apache.commons.math3.distribution.HypergeometricDistribution;

/**
 * Whether the answers of a split differ between its values by more than chance, and by how much.
 *
 * @param test chi-squared, or Fisher's exact test
 * @param pValue chance of a difference at least as large if there were none
 * @param cramersV size of the difference, 0 none to 1 (Cramér 1946)
 */
record Association(String test, double pValue, double cramersV) {
  /** Smallest expected count for which the chi-squared distribution serves (Cochran 1954). */
  private static final double LEAST_EXPECTED = 5;

  private static final double ROUNDING = 1e-7;

  /**
   * Of people by value and answer; empty if there are too few to claim anything.
   *
   * @param table one row per value, one column per answer, no row and no column of zeros only
   */
  static Optional<Association> test(long[][] table) {
    if (table.length < 2 || table[0].length < 2) {
      return Optional.empty();
    }
    double[][] expected = expected(table);
    double statistic = statistic(table, expected);
    int shorter = Math.min(table.length, table[0].length) - 1;
    double effect = Math.sqrt(statistic / (total(table) * shorter));
    if (least(expected) >= LEAST_EXPECTED) {
      int freedom = (table.length - 1) * (table[0].length - 1);
      double chance =
          1 - new ChiSquaredDistribution(null, freedom).cumulativeProbability(statistic);
      return Optional.of(new Association("chi-squared", Math.max(0, chance), effect));
    }
    return table.length == 2 && table[0].length == 2
        ? Optional.of(new Association("Fisher's exact", fisher(table), effect))
        : Optional.empty();
  }

  /** Two-sided: all tables of the same margins that are no more likely than this one. */
  private static double fisher(long[][] table) {
    int first = Math.toIntExact(table[0][0] + table[0][1]);
    int column = Math.toIntExact(table[0][0] + table[1][0]);
    int all = Math.toIntExact(total(table));
    HypergeometricDistribution chances = new HypergeometricDistribution(null, all, column, first);
    double here = chances.probability(Math.toIntExact(table[0][0]));
    return Math.min(
        1,
        IntStream.rangeClosed(chances.getSupportLowerBound(), chances.getSupportUpperBound())
            .mapToDouble(chances::probability)
            .filter(chance -> chance <= here * (1 + ROUNDING))
            .sum());
  }

  private static double[][] expected(long[][] table) {
    double total = total(table);
    double[][] expected = new double[table.length][table[0].length];
    for (int row = 0; row < table.length; row++) {
      double sum = IntStream.range(0, table[row].length).mapToLong(column(table, row)).sum();
      for (int column = 0; column < table[row].length; column++) {
        int place = column;
        long down = IntStream.range(0, table.length).mapToLong(r -> table[r][place]).sum();
        expected[row][column] = sum * down / total;
      }
    }
    return expected;
  }

  private static java.util.function.IntToLongFunction column(long[][] table, int row) {
    return column -> table[row][column];
  }

  private static double statistic(long[][] table, double[][] expected) {
    double sum = 0;
    for (int row = 0; row < table.length; row++) {
      for (int column = 0; column < table[row].length; column++) {
        double off = table[row][column] - expected[row][column];
        sum += off * off / expected[row][column];
      }
    }
    return sum;
  }

  private static double least(double[][] expected) {
    return java.util.Arrays.stream(expected)
        .flatMapToDouble(java.util.Arrays::stream)
        .min()
        .orElse(0);
  }

  private static long total(long[][] table) {
    return java.util.Arrays.stream(table).flatMapToLong(java.util.Arrays::stream).sum();
  }
}
