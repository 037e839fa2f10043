package org.recordlake.report;

/**
 * A report that cannot be written: what is wrong, where, and how to mend it. Never holds a value
 * from the data.
 */
public final class ReportException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String problem;
  private final String place;
  private final String mend;

  /**
   * @param problem what is wrong, as a sentence without its full stop
   * @param place the report, dataset, column or file
   * @param mend what the reader can do about it
   */
  public ReportException(String problem, String place, String mend) {
    this(problem, place, mend, null);
  }

  /** As the other constructor, with the library's own error as the cause. */
  public ReportException(String problem, String place, String mend, Throwable cause) {
    super(problem + " (" + place + "). " + mend, cause);
    this.problem = problem;
    this.place = place;
    this.mend = mend;
  }

  /** What is wrong. */
  public String problem() {
    return problem;
  }

  /** The report, dataset, column or file it is wrong in. */
  public String place() {
    return place;
  }

  /** What to do about it. */
  public String mend() {
    return mend;
  }
}
