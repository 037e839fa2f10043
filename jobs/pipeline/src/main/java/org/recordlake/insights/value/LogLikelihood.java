package org.recordlake.insights.value;

import java.io.Serializable;

/** Log-likelihood of one customer's history under a model whose parameters are settled. */
@FunctionalInterface
interface LogLikelihood extends Serializable {
  /**
   * @param history the figures that describe the history, in the model's own order
   */
  double of(double[] history);
}
