package org.recordlake.identity;

import java.util.Locale;

/**
 * How links compare with the truth.
 *
 * @param pairs pairs there are
 * @param linked links there are
 * @param right links that are pairs
 * @param toReview pairs among the links to review
 * @param namesKept share of the pairs whose name was not perturbed, 0 to 1
 */
record Score(long pairs, long linked, long right, long toReview, double namesKept) {
  double precision() {
    return (double) right / linked;
  }

  double recall() {
    return (double) right / pairs;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%,d pairs, %,d links, %,d right, %,d to review: precision %.4f, recall %.4f",
        pairs,
        linked,
        right,
        toReview,
        precision(),
        recall());
  }
}
