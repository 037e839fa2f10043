package org.recordlake.ingest;

import java.util.Optional;

/**
 * How a file's ingest ended.
 *
 * @param table the table it belongs to, or {@link #UNKNOWN_TABLE}
 * @param daysFrom where its rows have their days from; {@code rows} if they say them
 * @param reason why it was quarantined or refused; holds no value of it
 */
record FileOutcome(
    LandedFile file,
    String table,
    String format,
    String daysFrom,
    Status status,
    Balance balance,
    Optional<String> reason,
    CopyLife copyLife) {
  static final String UNKNOWN_TABLE = "unknown";

  /** Whether it is taken in and nothing of it was set aside. */
  boolean isWholeAndGood() {
    return status == Status.COMMITTED && balance.quarantined() == 0;
  }

  FileOutcome with(Balance other) {
    return new FileOutcome(file, table, format, daysFrom, status, other, reason, copyLife);
  }

  /**
   * Committed row by row, quarantined whole because no layout fits, or refused whole because too
   * much of it is bad.
   */
  enum Status {
    COMMITTED,
    QUARANTINED,
    REFUSED
  }
}
