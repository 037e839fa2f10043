package org.recordlake.model;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.recordlake.problem.Failure;

/**
 * Thrown by a {@link JavaStage} among Spark's tasks when rows must not be published; told as a
 * failed data check of the mart, which keeps its old rows.
 */
public class CheckFailedException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final Pattern MESSAGE =
      Pattern.compile("check failed for mart ([a-z0-9_]+) at ([\\w ,-]*): ([a-z -]+)");

  /**
   * @param place which figures, in words, numbers and pseudonyms, such as {@code question 2, line
   *     3}
   * @param what the problem, in lower-case words, without any value
   */
  public CheckFailedException(String mart, String place, String what) {
    super("check failed for mart " + mart + " at " + place + ": " + what);
  }

  /** The failure behind an error of Spark, if it is this one. */
  static Optional<Failure> behind(Exception error) {
    return ExceptionUtils.getThrowableList(error).stream()
        .map(cause -> String.valueOf(cause.getMessage()))
        .map(MESSAGE::matcher)
        .filter(Matcher::find)
        .findFirst()
        .map(
            found ->
                Failure.dataChecks(
                    found.group(3),
                    "marts." + found.group(1) + ", " + found.group(2),
                    "Nothing of it was published; correct the model that fills it"));
  }
}
