package org.recordlake.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A dense linear program {@code max c·x, A·x <= or = b, x >= 0}, solved by the primal simplex
 * method in two phases (Dantzig 1947; against cycling Bland 1977). The first phase is done once;
 * any number of objectives then start from where the last one ended.
 */
final class Simplex {
  private static final double EPSILON = 1e-9;
  private static final double FEASIBLE = 1e-6;

  /** One line of the program. */
  record Row(double[] coefficients, boolean equal, double bound) {}

  private final int variables;
  private final double[][] tableau;
  private final int[] basis;
  private int columns;
  private final boolean feasible;

  Simplex(int variables, List<Row> rows) {
    this.variables = variables;
    int slacks = (int) rows.stream().filter(row -> !row.equal()).count();
    this.columns = variables + slacks + rows.size();
    this.tableau = new double[rows.size()][columns + 1];
    this.basis = new int[rows.size()];
    fill(rows, slacks);
    this.feasible = firstPhase(variables + slacks);
  }

  boolean feasible() {
    return feasible;
  }

  /** Where an objective ends. */
  record Optimum(double value, double[] point) {
    boolean bounded() {
      return value != Double.POSITIVE_INFINITY;
    }
  }

  /** The largest value of the objective; infinite if nothing bounds it. */
  Optimum maximise(double[] objective) {
    double[] costs = Arrays.copyOf(objective, columns);
    boolean bounded = climb(costs);
    double[] point = point();
    return new Optimum(bounded ? dot(objective, point) : Double.POSITIVE_INFINITY, point);
  }

  private void fill(List<Row> rows, int slacks) {
    int slack = variables;
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      double sign = row.bound() < 0 ? -1 : 1;
      for (int j = 0; j < variables; j++) {
        tableau[i][j] = sign * row.coefficients()[j];
      }
      tableau[i][columns] = sign * row.bound();
      basis[i] = variables + slacks + i;
      if (!row.equal()) {
        tableau[i][slack] = sign;
        if (sign > 0) {
          basis[i] = slack;
        }
        slack++;
      }
      tableau[i][variables + slacks + i] = 1;
    }
  }

  /** Drives the artificial variables, those from {@code first} on, to zero and cuts them off. */
  private boolean firstPhase(int first) {
    double[] costs = new double[columns];
    Arrays.fill(costs, first, columns, -1);
    climb(costs);
    double rest = 0;
    for (int i = 0; i < basis.length; i++) {
      if (basis[i] >= first) {
        rest += tableau[i][columns];
      }
    }
    for (int i = 0; i < basis.length; i++) {
      if (basis[i] >= first) {
        replace(i, first);
      }
    }
    cut(first);
    return rest <= FEASIBLE;
  }

  /** A row in which no real variable is left says nothing new; it stays as 0 = 0. */
  private void replace(int row, int first) {
    for (int j = 0; j < first; j++) {
      if (Math.abs(tableau[row][j]) > FEASIBLE) {
        pivot(row, j);
        return;
      }
    }
  }

  private void cut(int first) {
    for (int i = 0; i < tableau.length; i++) {
      double bound = tableau[i][columns];
      tableau[i] = Arrays.copyOf(tableau[i], first + 1);
      tableau[i][first] = bound;
      if (basis[i] >= first) {
        Arrays.fill(tableau[i], 0);
        basis[i] = -1;
      }
    }
    columns = first;
  }

  private boolean climb(double[] costs) {
    double[] gains = gains(costs);
    int patience = tableau.length + columns;
    for (int step = 0; ; step++) {
      int entering = entering(gains, step > patience);
      if (entering < 0) {
        return true;
      }
      int leaving = leaving(entering);
      if (leaving < 0) {
        return false;
      }
      pivot(leaving, entering);
      double gain = gains[entering];
      for (int j = 0; j < columns; j++) {
        gains[j] -= gain * tableau[leaving][j];
      }
      gains[entering] = 0;
    }
  }

  private double[] gains(double[] costs) {
    double[] gains = Arrays.copyOf(costs, columns);
    for (int i = 0; i < basis.length; i++) {
      double cost = basis[i] < 0 ? 0 : costs[basis[i]];
      if (cost != 0) {
        for (int j = 0; j < columns; j++) {
          gains[j] -= cost * tableau[i][j];
        }
      }
    }
    return gains;
  }

  private int entering(double[] gains, boolean lowestFirst) {
    int best = -1;
    for (int j = 0; j < columns; j++) {
      if (gains[j] > EPSILON && (best < 0 || gains[j] > gains[best])) {
        best = j;
        if (lowestFirst) {
          return best;
        }
      }
    }
    return best;
  }

  private int leaving(int entering) {
    int best = -1;
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < tableau.length; i++) {
      if (tableau[i][entering] > EPSILON) {
        double ratio = tableau[i][columns] / tableau[i][entering];
        boolean tie = Math.abs(ratio - least) <= EPSILON;
        if (ratio < least - EPSILON || (tie && basis[i] < basis[best])) {
          least = Math.min(least, ratio);
          best = i;
        }
      }
    }
    return best;
  }

  private void pivot(int row, int column) {
    double[] line = tableau[row];
    double factor = 1 / line[column];
    for (int j = 0; j <= columns; j++) {
      line[j] *= factor;
    }
    line[column] = 1;
    for (int i = 0; i < tableau.length; i++) {
      double multiple = tableau[i][column];
      if (i != row && multiple != 0) {
        double[] other = tableau[i];
        for (int j = 0; j <= columns; j++) {
          other[j] -= multiple * line[j];
        }
        other[column] = 0;
      }
    }
    basis[row] = column;
  }

  private double[] point() {
    double[] point = new double[variables];
    for (int i = 0; i < basis.length; i++) {
      if (basis[i] >= 0 && basis[i] < variables) {
        point[basis[i]] = tableau[i][columns];
      }
    }
    return point;
  }

  private static double dot(double[] one, double[] other) {
    double sum = 0;
    for (int j = 0; j < other.length; j++) {
      sum += one[j] * other[j];
    }
    return sum;
  }

  /** A copy of {@code rows} with one more. */
  static List<Row> with(List<Row> rows, Row more) {
    List<Row> all = new ArrayList<>(rows);
    all.add(more);
    return all;
  }
}
