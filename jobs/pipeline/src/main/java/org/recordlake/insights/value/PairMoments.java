package org.recordlake.insights.value;

import java.util.Optional;

/** How the first two figures of histories spread and hang together, over customers. */
record PairMoments(
    double customers, double first, double second, double squares, double squares2, double both) {

  static PairMoments of(Histories histories) {
    return new PairMoments(
        histories.total(history -> 1),
        histories.total(history -> history[0]),
        histories.total(history -> history[1]),
        histories.total(history -> history[0] * history[0]),
        histories.total(history -> history[1] * history[1]),
        histories.total(history -> history[0] * history[1]));
  }

  double meanOfSecond() {
    return second / customers;
  }

  /** Pearson's; empty where one of the figures is the same for all. */
  Optional<Double> correlation() {
    double spread =
        (customers * squares - first * first) * (customers * squares2 - second * second);
    return spread > 0
        ? Optional.of((customers * both - first * second) / Math.sqrt(spread))
        : Optional.empty();
  }
}
