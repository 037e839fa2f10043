package org.recordlake.polls;

import org.recordlake.model.CheckFailedException;

/** A table about to be published would give a hidden count away. It is never published. */
final class UndisclosableException extends CheckFailedException {
  private static final long serialVersionUID = 1L;

  UndisclosableException(String mart) {
    super(mart, "a hidden count could be worked out");
  }
}
