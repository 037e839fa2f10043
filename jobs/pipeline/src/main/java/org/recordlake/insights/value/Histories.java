package org.recordlake.insights.value;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The histories of all customers as a likelihood needs them: equal histories are one row of figures
 * with the number of customers who share it as its last. That loses nothing, since a likelihood is
 * a sum over customers. Up to {@link #COLLECTED} different histories, some hundred kilobytes, are
 * taken to the driver, where a sum costs no job; more stay where they are and only sums travel.
 */
sealed interface Histories extends AutoCloseable permits CollectedHistories, DistributedHistories {
  /** Different histories up to which they are taken to the driver. */
  int COLLECTED = 20_000;

  /** The sum of {@code term} over all customers, the same on every run. */
  double total(LogLikelihood term);

  /** How many different histories there are. */
  long size();

  /** Gives back the memory they take. */
  @Override
  void close();

  /**
   * @param groups only columns of numbers, the last of them the number of customers
   * @param collected different histories up to which they are taken to the driver
   */
  static Histories of(Dataset<Row> groups, int collected) {
    List<Row> first = groups.limit(collected + 1).collectAsList();
    return first.size() <= collected
        ? new CollectedHistories(sorted(first))
        : DistributedHistories.of(groups);
  }

  /** Rows as figures, in an order that does not depend on how Spark delivered them. */
  static double[][] sorted(List<Row> rows) {
    return rows.stream()
        .map(Histories::figures)
        .sorted(Comparator.comparing(figures -> figures, Arrays::compare))
        .toArray(double[][]::new);
  }

  static double sum(double[][] histories, LogLikelihood term) {
    double sum = 0;
    for (double[] history : histories) {
      sum += history[history.length - 1] * term.of(history);
    }
    return sum;
  }

  private static double[] figures(Row row) {
    double[] figures = new double[row.size()];
    for (int i = 0; i < figures.length; i++) {
      figures[i] = ((Number) row.get(i)).doubleValue();
    }
    return figures;
  }
}
