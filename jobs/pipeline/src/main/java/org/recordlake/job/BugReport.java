package org.recordlake.job;

import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.recordlake.problem.Problem;

/**
 * Tells of an unexpected exception without its message, which may quote a record: classes and
 * places in the code only.
 */
public final class BugReport {
  private static final Logger LOG = LogManager.getLogger(BugReport.class);
  private static final int FRAMES = 12;

  private BugReport() {}

  /** Logs {@code bug} and describes it to the user. */
  public static Problem of(Throwable bug, String place) {
    for (Throwable cause = bug; cause != null; cause = cause.getCause()) {
      LOG.error("bug={} frames={}", cause.getClass().getName(), frames(cause));
    }
    return new Problem(
        "unexpected " + rootCause(bug).getClass().getSimpleName(),
        place,
        "This is a bug; report it with the log file, which holds no record");
  }

  private static String frames(Throwable cause) {
    StringBuilder frames = new StringBuilder();
    StackTraceElement[] trace = cause.getStackTrace();
    for (int i = 0; i < Math.min(FRAMES, trace.length); i++) {
      frames.append(i == 0 ? "" : " < ").append(trace[i]);
    }
    return frames.toString();
  }

  private static Throwable rootCause(Throwable bug) {
    Throwable cause = bug;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause;
  }
}
