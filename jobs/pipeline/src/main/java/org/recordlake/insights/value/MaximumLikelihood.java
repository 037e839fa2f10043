package org.recordlake.insights.value;

import java.util.Arrays;
import java.util.function.Function;
import org.apache.commons.math3.analysis.MultivariateFunction;
import org.apache.commons.math3.exception.TooManyEvaluationsException;
import org.apache.commons.math3.optim.InitialGuess;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.PointValuePair;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.nonlinear.scalar.ObjectiveFunction;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.NelderMeadSimplex;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.SimplexOptimizer;

/**
 * Finds the positive parameters under which the histories are likeliest: the simplex method of
 * Nelder and Mead (1965) on the logarithms of the parameters. It is begun again from where it ends
 * until that gains nothing, since a simplex may collapse on a slope.
 */
final class MaximumLikelihood {
  private static final int EVALUATIONS = 5_000;
  private static final double RELATIVE_GAIN = 1e-12;
  private static final double ABSOLUTE_GAIN = 1e-9;
  private static final double WORTH_ANOTHER_START = 1e-6;

  /** Beyond it, a logarithm tells of a parameter without bound: the data do not settle it. */
  private static final double EDGE = 16;

  private final Histories histories;
  private final Function<double[], LogLikelihood> model;
  private int evaluations;

  private MaximumLikelihood(Histories histories, Function<double[], LogLikelihood> model) {
    this.histories = histories;
    this.model = model;
  }

  /**
   * @param parameters the likeliest ones
   * @param logLikelihood of all histories under them
   * @param evaluations how often that was worked out
   * @param converged whether a fresh start gained nothing; the parameters are of no use without
   */
  record Fit(double[] parameters, double logLikelihood, int evaluations, boolean converged) {}

  /**
   * @param model the likelihood of a history under given parameters
   * @param start where to begin, all above zero
   */
  static Fit fit(Histories histories, Function<double[], LogLikelihood> model, double... start) {
    return new MaximumLikelihood(histories, model)
        .climb(Arrays.stream(start).map(Math::log).toArray());
  }

  private Fit climb(double[] start) {
    double[] place = start;
    double height = at(place);
    try {
      while (true) {
        PointValuePair top = simplex(place);
        double gain = top.getValue() - height;
        place = top.getPoint();
        height = top.getValue();
        if (!(gain > WORTH_ANOTHER_START)) {
          return fit(place, height, Double.isFinite(height));
        }
      }
    } catch (TooManyEvaluationsException e) {
      return fit(place, height, false);
    }
  }

  private Fit fit(double[] place, double height, boolean converged) {
    return new Fit(Arrays.stream(place).map(Math::exp).toArray(), height, evaluations, converged);
  }

  private PointValuePair simplex(double[] place) {
    MultivariateFunction objective = this::at;
    return new SimplexOptimizer(RELATIVE_GAIN, ABSOLUTE_GAIN)
        .optimize(
            new MaxEval(EVALUATIONS - evaluations),
            new ObjectiveFunction(objective),
            GoalType.MAXIMIZE,
            new InitialGuess(place),
            new NelderMeadSimplex(place.length, 0.5));
  }

  private double at(double[] logarithms) {
    if (Arrays.stream(logarithms).anyMatch(value -> Math.abs(value) > EDGE)) {
      return Double.NEGATIVE_INFINITY;
    }
    evaluations++;
    double total = histories.total(model.apply(Arrays.stream(logarithms).map(Math::exp).toArray()));
    return Double.isNaN(total) ? Double.NEGATIVE_INFINITY : total;
  }
}
