package org.recordlake.ingest.resolve;

import static org.apache.spark.sql.functions.col;

import java.util.Arrays;
import org.apache.spark.sql.Column;

/**
 * What a row is found to be on its way in. Every row read ends in exactly one state but {@link
 * #LIVE}.
 */
public enum RowState {
  /** Good so far; its key decides which of the next three it becomes. */
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
  /**
   * Not newer than the disposal of its key, or of the row it hangs from, or older than what was
   * refused as {@link #EXPIRED}; and under no hold.
   */
  DISPOSED,
  /** Of no table, such as a heading or a total of an export. */
  OUTSIDE;

  /** Name of the column that holds the name of a row's state. */
  static final String COLUMN = "_state";

  /** Whether a row is in one of {@code states}. */
  static Column isAny(RowState... states) {
    return col(COLUMN).isin(Arrays.stream(states).map(RowState::name).toArray());
  }
}
