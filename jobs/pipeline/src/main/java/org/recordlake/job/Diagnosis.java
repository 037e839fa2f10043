package org.recordlake.job;

import com.fasterxml.jackson.core.JacksonException;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.recordlake.problem.ExitCode;
import org.recordlake.problem.Failure;
import org.recordlake.problem.Problem;

/**
 * What an exception means for the user: a failure told as such, storage that failed beneath a
 * library, or a bug. Nothing of a library's message is passed on, since it may quote a record.
 */
public record Diagnosis(ExitCode exitCode, List<Problem> problems) {
  public Diagnosis {
    problems = List.copyOf(problems);
  }

  /**
   * What {@code thrown} and everything that hangs on it as suppressed mean together.
   *
   * @param place the step or command in which {@code thrown} came up
   */
  public static Diagnosis of(Throwable thrown, String place) {
    return of(thrown, place, Collections.newSetFromMap(new IdentityHashMap<>()));
  }

  /** Both: the graver exit code, and each problem once. */
  public Diagnosis and(Diagnosis other) {
    return new Diagnosis(
        exitCode.graver(other.exitCode),
        Stream.concat(problems.stream(), other.problems.stream()).distinct().toList());
  }

  private static Diagnosis of(Throwable thrown, String place, Set<Throwable> seen) {
    List<Throwable> causes = causes(thrown);
    seen.addAll(causes);
    Diagnosis diagnosis = alone(thrown, causes, place);
    for (Throwable cause : causes) {
      for (Throwable suppressed : cause.getSuppressed()) {
        if (isFailure(suppressed) && seen.add(suppressed)) {
          diagnosis = diagnosis.and(of(suppressed, place, seen));
        }
      }
    }
    return diagnosis;
  }

  /** Spark hangs the stack of a caller on an exception in the same way; that is no failure. */
  private static boolean isFailure(Throwable suppressed) {
    return !suppressed.getClass().getSimpleName().equals("OriginalTryStackTraceException");
  }

  private static Diagnosis alone(Throwable thrown, List<Throwable> causes, String place) {
    Optional<Failure> failure = first(causes, Failure.class);
    if (failure.isPresent()) {
      return new Diagnosis(failure.get().exitCode(), failure.get().problems());
    }
    Problem bug = BugReport.of(thrown, place);
    return first(causes, IOException.class)
        .filter(Diagnosis::ofStorage)
        .map(cause -> new Diagnosis(ExitCode.STORAGE, List.of(storage(cause, place))))
        .orElseGet(() -> new Diagnosis(ExitCode.BUG, List.of(bug)));
  }

  private static Problem storage(IOException cause, String place) {
    return new Problem(
        "storage failed (" + cause.getClass().getSimpleName() + ")",
        place,
        "Check free space, access rights and the network ('recordlake doctor'), then run again");
  }

  /** Exceptions of this family that speak of content, not of storage. */
  private static boolean ofStorage(IOException cause) {
    return !(cause instanceof JacksonException
        || cause instanceof EOFException
        || cause instanceof CharacterCodingException);
  }

  private static List<Throwable> causes(Throwable thrown) {
    List<Throwable> causes = new ArrayList<>();
    for (Throwable cause = thrown;
        cause != null && !causes.contains(cause);
        cause = cause.getCause()) {
      causes.add(cause);
    }
    return causes;
  }

  private static <T extends Throwable> Optional<T> first(List<Throwable> causes, Class<T> type) {
    return causes.stream().filter(type::isInstance).map(type::cast).findFirst();
  }
}
