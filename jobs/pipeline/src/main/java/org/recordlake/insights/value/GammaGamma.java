package org.recordlake.insights.value;

import static org.apache.commons.math3.special.Gamma.logGamma;

import java.io.Serializable;

/**
 * The Gamma-Gamma model of spending: Fader and Hardie (2013), The Gamma-Gamma Model of Monetary
 * Value. The amounts of a customer's purchases are gamma distributed (shape {@code p}) around a
 * mean of its own, which is inverse gamma distributed over customers (shape {@code q}, scale {@code
 * p} times {@code v}). It supposes that how much is spent does not depend on how often.
 *
 * @param v in US dollars
 */
record GammaGamma(double p, double q, double v) implements Serializable {

  static GammaGamma of(double... parameters) {
    return new GammaGamma(parameters[0], parameters[1], parameters[2]);
  }

  /**
   * Likelihood of histories given as x, the repeat purchases (one at least), and their mean amount
   * in dollars.
   */
  LogLikelihood logLikelihood() {
    double constant = q * Math.log(v) - logGamma(q);
    PerCount common = new PerCount(x -> constant + logGamma(p * x + q) - logGamma(p * x));
    return history -> {
      double px = p * history[0];
      double total = history[0] * history[1];
      return common.at(history[0])
          + px * Math.log(total)
          - Math.log(history[1])
          - (px + q) * Math.log(total + v);
    };
  }

  /** Whether customers have a mean at all; the mean of an inverse gamma needs q above 1. */
  boolean hasMean() {
    return q > 1;
  }

  /**
   * Amount to be expected of the customer's next purchase: its own mean and that of all customers,
   * weighted by how much is known of it. Without a repeat purchase it is the mean of all.
   */
  double expectedAmount(double x, double meanAmount) {
    return p * (v + x * meanAmount) / (p * x + q - 1);
  }
}
