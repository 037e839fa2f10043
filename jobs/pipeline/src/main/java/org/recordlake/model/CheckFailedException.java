package org.recordlake.model;

import java.util.Optional;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.recordlake.problem.Problem;

/**
 * Thrown among Spark's tasks when rows must not be published; told as a failed data check of the
 * mart, which keeps its old rows.
 */
public class CheckFailedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Problem problem;

  /**
   * @param place which figures, in words, numbers and pseudonyms, such as {@code question 2, line
   *     3}
   * @param what the problem, without any value
   */
  public CheckFailedException(String mart, String place, String what) {
    this(
        new Problem(
            what,
            "marts." + mart + ", " + place,
            "Nothing of it was published; correct the model that fills it"));
  }

  private CheckFailedException(Problem problem) {
    super(problem.toString());
    this.problem = problem;
  }

  /** Of a value that is missing where the catalogue allows none. */
  static CheckFailedException missingValue(String mart, String column) {
    return new CheckFailedException(
        new Problem(
            "a value is missing in column " + column,
            "marts." + mart,
            "Correct the model sql/marts/"
                + mart
                + ".sql, or let the column be empty in its catalogue file"));
  }

  /** The one behind an error of Spark, which wraps what its tasks throw. */
  static Optional<CheckFailedException> behind(Throwable error) {
    return ExceptionUtils.getThrowableList(error).stream()
        .filter(CheckFailedException.class::isInstance)
        .map(CheckFailedException.class::cast)
        .findFirst();
  }

  /** What failed, where and how to mend it. */
  public Problem problem() {
    return problem;
  }
}
