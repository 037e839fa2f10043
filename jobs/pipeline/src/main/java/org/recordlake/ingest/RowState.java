package org.recordlake.ingest;

/**
 * What a row is found to be on its way in. Every row read ends in exactly one state but {@link
 * #LIVE}.
 */
enum RowState {
  /** Good so far; {@link Arrivals} decides which of the next three it becomes. */
  LIVE,
  STORED,
  UPDATED,
  DUPLICATE,
  /** Something is wrong with it. */
  BAD,
  /** Good, but its file is refused whole. */
  REFUSED,
  /** Past its retention day, and under no hold. */
  EXPIRED,
  /** Of no table, such as a heading or a total of an export. */
  OUTSIDE;

  /** {@code rows} of this state, as the balance counts them. */
  Balance balance(long rows) {
    return switch (this) {
      case STORED -> new Balance(rows, rows, 0, 0, 0, 0, 0);
      case UPDATED -> new Balance(rows, 0, rows, 0, 0, 0, 0);
      case DUPLICATE -> new Balance(rows, 0, 0, rows, 0, 0, 0);
      case BAD, REFUSED -> Balance.allQuarantined(rows);
      case EXPIRED -> new Balance(rows, 0, 0, 0, 0, rows, 0);
      case OUTSIDE -> new Balance(rows, 0, 0, 0, 0, 0, rows);
      case LIVE -> throw new IllegalStateException("a row was left undecided");
    };
  }
}
