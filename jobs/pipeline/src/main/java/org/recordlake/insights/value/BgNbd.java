package org.recordlake.insights.value;

import static org.apache.commons.math3.special.Gamma.logGamma;

import java.io.Serializable;

/**
 * The BG/NBD model of Fader, Hardie and Lee (2005), "Counting Your Customers" the Easy Way: An
 * Alternative to the Pareto/NBD Model, Marketing Science 24(2): while alive a customer buys at a
 * rate of its own, gamma distributed (shape {@code r}, rate {@code alpha} weeks) over customers;
 * after each purchase it is lost with a chance of its own, beta distributed ({@code a}, {@code b}).
 *
 * <p>A history is {@code x} purchases after the first one, the last of them {@code tx} weeks and
 * the present {@code age} weeks after the first.
 *
 * @param alpha in weeks
 */
record BgNbd(double r, double alpha, double a, double b) implements Serializable {
  private static final double SMALL_TERM = 1e-16;
  private static final double MOST_ALIKE = 100;
  private static final int TERMS = 1_000_000;

  static BgNbd of(double... parameters) {
    return new BgNbd(parameters[0], parameters[1], parameters[2], parameters[3]);
  }

  /**
   * Whether customers differ enough in their rates. Above a shape of 100 they hardly do, and the
   * series behind {@link #expectedPurchases} begins to lose its digits.
   */
  boolean ratesDiffer() {
    return r <= MOST_ALIKE;
  }

  /** Likelihood of histories given as x, tx in weeks, age in weeks; equation 6 of the paper. */
  LogLikelihood logLikelihood() {
    double constant = r * Math.log(alpha) - logGamma(r) + logGamma(a + b) - logGamma(b);
    PerCount common =
        new PerCount(x -> constant + logGamma(r + x) + logGamma(b + x) - logGamma(a + b + x));
    return history -> {
      double x = history[0];
      double alive = -(r + x) * Math.log(alpha + history[2]);
      double lost = x > 0 ? logOfOnePlusExp(logOddsLost(x, history[1], history[2])) : 0;
      return common.at(x) + alive + lost;
    };
  }

  /**
   * The chance that the customer still buys; 1 without a repeat purchase, as the model lets nobody
   * go before one (Fader and Hardie 2008, Computing P(alive) Using the BG/NBD Model).
   */
  double alive(double x, double tx, double age) {
    return x > 0 ? 1 / (1 + Math.exp(logOddsLost(x, tx, age))) : 1;
  }

  /**
   * Purchases to be expected within the next {@code weeks}, equation 10 of the paper.
   *
   * <p>The paper's form subtracts two numbers that are nearly equal for small {@code weeks} and
   * cannot be worked out at a = 1 or, without a repeat purchase, at a + b = 1. Here Euler's
   * transformation of the Gaussian hypergeometric function comes first (Abramowitz and Stegun
   * 15.3.3), so that its series always converges for z = weeks / (alpha + age + weeks), and both
   * the difference and the divisions are done term by term: none of the cases is special.
   */
  double expectedPurchases(double x, double tx, double age, double weeks) {
    double z = weeks / (alpha + age + weeks);
    double logRest = Math.log1p(-z);
    double c = a + b + x - 1;
    double power = (a - 1) * logRest;
    double first = power == 0 ? -logRest : -Math.expm1(power) / (a - 1);
    double expected = c * first - Math.exp(power) * series(a + b - 1 - r, c, z);
    return alive(x, tx, age) * expected;
  }

  /**
   * Sum over n from 1 of (e)_n (a)_(n-1) / (c + 1)_(n-1) z^n / n!, where (y)_n is the rising
   * factorial: c (F - 1) / (a - 1) with F the hypergeometric function of e, a - 1; c; z.
   */
  private double series(double e, double c, double z) {
    double term = e * z;
    double sum = term;
    for (int n = 1; n < TERMS && Math.abs(term) > SMALL_TERM * Math.abs(sum); n++) {
      term *= (e + n) * (a + n - 1) / ((c + n) * (n + 1)) * z;
      sum += term;
    }
    return sum;
  }

  private double logOddsLost(double x, double tx, double age) {
    return Math.log(a / (b + x - 1)) + (r + x) * Math.log((alpha + age) / (alpha + tx));
  }

  private static double logOfOnePlusExp(double value) {
    return Math.max(value, 0) + Math.log1p(Math.exp(-Math.abs(value)));
  }
}
