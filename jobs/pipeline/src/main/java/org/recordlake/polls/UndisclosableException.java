package org.recordlake.polls;

/** Figures about to be published would give a hidden count away. They are never published. */
final class UndisclosableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String cell;

  /**
   * @param cell which of the figures decided on together, such as {@code line 3}
   */
  UndisclosableException(String cell) {
    super(cell);
    this.cell = cell;
  }

  String cell() {
    return cell;
  }
}
