package org.recordlake.disclosure;

import java.util.List;
import java.util.OptionalLong;

/**
 * The largest value of one variable of a linear program over whole numbers: by the simplex method
 * where its optimum is whole, as it is for tables of rows, columns and totals, and by branch and
 * bound (Land and Doig 1960) where it is not.
 *
 * <p>Should the search take more than {@value #NODES} programs, the best whole-number point found
 * counts. That is never more than the truth, so that a range comes out too narrow rather than too
 * wide and a table is hidden rather than shown.
 */
final class IntegerProgram {
  private static final int NODES = 300;
  private static final double WHOLE = 1e-6;

  private final int variables;
  private final List<Simplex.Row> rows;
  private final Simplex relaxed;

  IntegerProgram(int variables, List<Simplex.Row> rows) {
    this.variables = variables;
    this.rows = rows;
    this.relaxed = new Simplex(variables, rows);
  }

  boolean feasible() {
    return relaxed.feasible();
  }

  /**
   * The largest value of {@code sign × x[variable]}; {@link Interval#UNBOUNDED} if there is none,
   * empty if no whole-number point was found.
   */
  OptionalLong largest(int variable, int sign) {
    double[] objective = new double[variables];
    objective[variable] = sign;
    Simplex.Optimum optimum = relaxed.maximise(objective);
    if (!optimum.bounded()) {
      return OptionalLong.of(Interval.UNBOUNDED);
    }
    int split = split(optimum.point());
    if (split < 0) {
      return OptionalLong.of(Math.round(optimum.value()));
    }
    Search search = new Search(objective);
    search.branch(rows, optimum, split);
    return search.best;
  }

  /** A variable whose value is not whole, or -1. */
  private static int split(double[] point) {
    for (int j = 0; j < point.length; j++) {
      if (Math.abs(point[j] - Math.rint(point[j])) > WHOLE) {
        return j;
      }
    }
    return -1;
  }

  private final class Search {
    private final double[] objective;
    private OptionalLong best = OptionalLong.empty();
    private int nodes;

    Search(double[] objective) {
      this.objective = objective;
    }

    void branch(List<Simplex.Row> above, Simplex.Optimum optimum, int split) {
      double value = optimum.point()[split];
      visit(Simplex.with(above, bound(split, 1, Math.floor(value))));
      visit(Simplex.with(above, bound(split, -1, -Math.ceil(value))));
    }

    private void visit(List<Simplex.Row> program) {
      nodes++;
      if (nodes > NODES) {
        return;
      }
      Simplex simplex = new Simplex(variables, program);
      if (!simplex.feasible()) {
        return;
      }
      Simplex.Optimum optimum = simplex.maximise(objective);
      long reach = (long) Math.floor(optimum.value() + WHOLE);
      if (best.isPresent() && reach <= best.getAsLong()) {
        return;
      }
      int split = split(optimum.point());
      if (split < 0) {
        best = OptionalLong.of(reach);
      } else {
        branch(program, optimum, split);
      }
    }

    private Simplex.Row bound(int variable, int sign, double bound) {
      double[] coefficients = new double[variables];
      coefficients[variable] = sign;
      return new Simplex.Row(coefficients, false, bound);
    }
  }
}
