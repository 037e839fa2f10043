package org.recordlake.problem;

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

  /** A few words for people. */
  public String meaning() {
    return meaning;
  }
}
