package org.recordlake.model;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.apache.spark.SparkThrowable;
import org.recordlake.problem.Failure;

/**
 * A value missing where a mart allows none: raised among Spark's tasks, told as a failed data
 * check.
 */
final class MissingValue {
  private static final Pattern MESSAGE =
      Pattern.compile("mart ([a-z0-9_]+) has no value in column ([a-z0-9_]+)");

  private MissingValue() {}

  static String message(String mart, String column) {
    return "mart " + mart + " has no value in column " + column;
  }

  /** The failure behind an error of Spark, if it is this one. */
  static Optional<Failure> behind(Exception error) {
    return ExceptionUtils.getThrowableList(error).stream()
        .filter(SparkThrowable.class::isInstance)
        .map(Throwable::getMessage)
        .map(MESSAGE::matcher)
        .filter(Matcher::find)
        .findFirst()
        .map(
            found ->
                Failure.dataChecks(
                    "a value is missing in column " + found.group(2),
                    "marts." + found.group(1),
                    "Correct the model sql/marts/"
                        + found.group(1)
                        + ".sql, or let the column be empty in its catalogue file"));
  }
}
