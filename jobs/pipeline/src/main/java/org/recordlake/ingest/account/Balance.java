package org.recordlake.ingest.account;

import java.util.HashMap;
import java.util.Map;
import org.recordlake.ingest.resolve.RowState;
import org.recordlake.ingest.resolve.StateCounts;

/**
 * What became of the rows of a file. Every row read is counted once: read = stored + updated +
 * duplicate + quarantined + expired + disposed + outside.
 *
 * @param stored rows with a key not seen before
 * @param updated rows that replaced an earlier version of their key
 * @param duplicate rows that say nothing new: equal to, or older than, what is known of their key
 * @param quarantined rows in which something is wrong
 * @param expired rows past their retention day when they came
 * @param disposed rows not newer than the disposal of their key or of the row they hang from
 * @param outside rows that belong to no table
 */
public record Balance(
    long read,
    long stored,
    long updated,
    long duplicate,
    long quarantined,
    long expired,
    long disposed,
    long outside) {
  public static final Balance ZERO = new Balance(0, 0, 0, 0, 0, 0, 0, 0);

  /** The balance of each file, by SHA-256. */
  static Map<String, Balance> byFile(StateCounts counts) {
    Map<String, Balance> balances = new HashMap<>();
    counts
        .states()
        .forEach(
            (file, states) ->
                states.forEach(
                    (state, rows) -> balances.merge(file, of(state, rows), Balance::plus)));
    return balances;
  }

  private static Balance of(RowState state, long rows) {
    return switch (state) {
      case STORED -> new Balance(rows, rows, 0, 0, 0, 0, 0, 0);
      case UPDATED -> new Balance(rows, 0, rows, 0, 0, 0, 0, 0);
      case DUPLICATE -> new Balance(rows, 0, 0, rows, 0, 0, 0, 0);
      case BAD, REFUSED -> new Balance(rows, 0, 0, 0, rows, 0, 0, 0);
      case EXPIRED -> new Balance(rows, 0, 0, 0, 0, rows, 0, 0);
      case DISPOSED -> new Balance(rows, 0, 0, 0, 0, 0, rows, 0);
      case OUTSIDE -> new Balance(rows, 0, 0, 0, 0, 0, 0, rows);
      case LIVE -> throw new IllegalStateException("a row was left undecided");
    };
  }

  public Balance plus(Balance other) {
    return new Balance(
        read + other.read,
        stored + other.stored,
        updated + other.updated,
        duplicate + other.duplicate,
        quarantined + other.quarantined,
        expired + other.expired,
        disposed + other.disposed,
        outside + other.outside);
  }

  /**
   * The balance once quarantined rows were taken again.
   *
   * @param retaken what became of them
   * @param still rows still quarantined
   */
  public Balance retaken(Balance retaken, long still) {
    long good = retaken.read - retaken.quarantined;
    // A run killed before it could note them had stored some already.
    long before = Math.max(0, quarantined - good - still);
    return new Balance(
        read,
        stored + retaken.stored + before,
        updated + retaken.updated,
        duplicate + retaken.duplicate,
        quarantined - good - before,
        expired + retaken.expired,
        disposed + retaken.disposed,
        outside + retaken.outside);
  }

  boolean balances() {
    return read == stored + updated + duplicate + quarantined + expired + disposed + outside;
  }
}
