package org.recordlake.problem;

import java.util.List;

/**
 * How a command ended, the same for every command, so that a scheduler can act on the number alone.
 */
public enum ExitCode {
  DONE(0, "done"),
  BUG(1, "a bug in Recordlake"),
  USAGE(2, "wrong use of the command line"),
  CONFIGURATION(3, "a mistake in the configuration or the catalogue"),
  DATA_CHECKS(4, "data checks failed"),
  PARTLY(5, "partly done"),
  STORAGE(6, "storage failed"),
  LOCKED(7, "another run holds the lake");

  private static final List<ExitCode> GRAVEST_FIRST =
      List.of(BUG, STORAGE, CONFIGURATION, LOCKED, USAGE, DATA_CHECKS, PARTLY, DONE);

  private final int code;
  private final String meaning;

  ExitCode(int code, String meaning) {
    this.code = code;
    this.meaning = meaning;
  }

  /** The process exit code, 0 to 7. */
  public int code() {
    return code;
  }

  /** Whether nothing may be begun after it in the same run. */
  public boolean endsRun() {
    return this == BUG || this == STORAGE || this == CONFIGURATION;
  }

  /** Of two things that went wrong the one that has to be seen to first. */
  public ExitCode graver(ExitCode other) {
    return GRAVEST_FIRST.indexOf(this) <= GRAVEST_FIRST.indexOf(other) ? this : other;
  }

  /** A few words for people. */
  public String meaning() {
    return meaning;
  }
}
