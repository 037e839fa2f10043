package org.recordlake.doctor;

import java.util.Optional;
import org.recordlake.problem.ExitCode;
import org.recordlake.problem.Failure;
import org.recordlake.problem.Problem;

/** What was found out about one thing a run needs. */
public sealed interface Finding {
  /** The thing looked at. */
  String subject();

  /** One line for people, or two with the mend. */
  String line();

  /** How a run would end for it. */
  default Optional<ExitCode> failure() {
    return Optional.empty();
  }

  /** As it should be. */
  record Fine(String subject, String text) implements Finding {
    @Override
    public String line() {
      return Finding.line("ok", subject, text);
    }
  }

  /** A run can be made, but somebody should know. */
  record Warning(String subject, String text, String mend) implements Finding {
    @Override
    public String line() {
      return Finding.line("warn", subject, text) + Finding.mend(mend);
    }
  }

  /** A run would end with {@code exitCode}. */
  record Fault(String subject, String text, String mend, ExitCode exitCode) implements Finding {
    /** {@code failure} as a finding. */
    static Fault of(String subject, Failure failure) {
      return of(subject, failure.problems().get(0), failure.exitCode());
    }

    static Fault of(String subject, Problem problem, ExitCode exitCode) {
      return new Fault(subject, problem.place() + ": " + problem.what(), problem.mend(), exitCode);
    }

    @Override
    public String line() {
      return Finding.line("FAIL", subject, text) + Finding.mend(mend);
    }

    @Override
    public Optional<ExitCode> failure() {
      return Optional.of(exitCode);
    }
  }

  private static String line(String level, String subject, String text) {
    return String.format(java.util.Locale.ROOT, "%-5s %-10s %s", level, subject, text);
  }

  private static String mend(String mend) {
    return System.lineSeparator() + " ".repeat(17) + "→ " + mend + ".";
  }
}
