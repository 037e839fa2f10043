package org.recordlake.ingest;

/**
 * What became of the rows of a file. Every row read is counted once: read = stored + updated +
 * duplicate + quarantined + expired + outside.
 *
 * @param stored rows with a key not seen before
 * @param updated rows that replaced an earlier version of their key
 * @param duplicate rows that say nothing new: equal to, or older than, what is known of their key
 * @param quarantined rows set aside because something is wrong with them
 * @param expired rows past their retention day when they came
 * @param outside rows that belong to no table
 */
record Balance(
    long read,
    long stored,
    long updated,
    long duplicate,
    long quarantined,
    long expired,
    long outside) {
  static final Balance ZERO = new Balance(0, 0, 0, 0, 0, 0, 0);

  Balance plus(Balance other) {
    return new Balance(
        read + other.read,
        stored + other.stored,
        updated + other.updated,
        duplicate + other.duplicate,
        quarantined + other.quarantined,
        expired + other.expired,
        outside + other.outside);
  }

  /** A whole file set aside. */
  static Balance allQuarantined(long rows) {
    return new Balance(rows, 0, 0, 0, rows, 0, 0);
  }

  /**
   * The balance once rows set aside were taken again.
   *
   * @param retaken what became of them
   * @param aside rows still set aside
   */
  Balance retaken(Balance retaken, long aside) {
    long good = retaken.read - retaken.quarantined;
    // A run killed before it could note them had stored some already.
    long before = Math.max(0, quarantined - good - aside);
    return new Balance(
        read,
        stored + retaken.stored + before,
        updated + retaken.updated,
        duplicate + retaken.duplicate,
        quarantined - good - before,
        expired + retaken.expired,
        outside + retaken.outside);
  }

  boolean balances() {
    return read == stored + updated + duplicate + quarantined + expired + outside;
  }
}
