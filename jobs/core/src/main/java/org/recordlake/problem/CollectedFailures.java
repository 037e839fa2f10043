package org.recordlake.problem;

/**
 * Failures of pieces of work that go on beside each other. The first is thrown in the end and the
 * others hang on it as suppressed ones, so that each of them is told.
 */
public final class CollectedFailures {
  private RuntimeException first;

  /** Takes one more; anything but a {@link RuntimeException} is wrapped. */
  public void add(Throwable failure) {
    RuntimeException next =
        failure instanceof RuntimeException unchecked
            ? unchecked
            : new IllegalStateException(failure);
    if (first == null) {
      first = next;
    } else if (first != next) {
      first.addSuppressed(next);
    }
  }

  /**
   * @throws RuntimeException the first failure, if there was any
   */
  public void throwFirst() {
    if (first != null) {
      throw first;
    }
  }
}
