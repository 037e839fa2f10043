package org.recordlake.format;

/**
 * Nothing more can be read of a file. The rows read until then do not count: the file is refused.
 */
public final class UnreadableFile extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String reason;

  /**
   * @param reason what is wrong, without a value of the file
   */
  public UnreadableFile(String reason) {
    this(reason, null);
  }

  public UnreadableFile(String reason, Throwable cause) {
    super(reason, cause);
    this.reason = reason;
  }

  /** What is wrong, without a value of the file. */
  public String reason() {
    return reason;
  }
}
