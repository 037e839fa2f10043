package org.recordlake.problem;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Ends a command with problems the user can act on. Every failure that is not a bug is thrown as
 * this type, through one of the factories, so that its exit code and its wording are decided in one
 * place.
 */
public final class Failure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ExitCode exitCode;
  private final List<Problem> problems;

  private Failure(ExitCode exitCode, List<Problem> problems, Throwable cause) {
    super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")), cause);
    this.exitCode = exitCode;
    this.problems = List.copyOf(problems);
  }

  public static Failure usage(String what, String place, String mend) {
    return new Failure(ExitCode.USAGE, List.of(new Problem(what, place, mend)), null);
  }

  public static Failure configuration(String what, String place, String mend) {
    return configuration(List.of(new Problem(what, place, mend)));
  }

  public static Failure configuration(List<Problem> problems) {
    return new Failure(ExitCode.CONFIGURATION, problems, null);
  }

  /** With the error of a library that told of it, for the log. */
  public static Failure configuration(Problem problem, Throwable cause) {
    return new Failure(ExitCode.CONFIGURATION, List.of(problem), cause);
  }

  public static Failure dataChecks(String what, String place, String mend) {
    return dataChecks(List.of(new Problem(what, place, mend)));
  }

  public static Failure dataChecks(List<Problem> problems) {
    return new Failure(ExitCode.DATA_CHECKS, problems, null);
  }

  public static Failure storage(String what, String place, String mend, Throwable cause) {
    return new Failure(ExitCode.STORAGE, List.of(new Problem(what, place, mend)), cause);
  }

  public static Failure locked(String what, String place, String mend) {
    return new Failure(ExitCode.LOCKED, List.of(new Problem(what, place, mend)), null);
  }

  public ExitCode exitCode() {
    return exitCode;
  }

  public List<Problem> problems() {
    return problems;
  }
}
