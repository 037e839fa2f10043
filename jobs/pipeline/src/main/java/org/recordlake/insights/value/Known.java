package org.recordlake.insights.value;

import java.util.Optional;

/**
 * How much the histories have to say.
 *
 * @param customers customers with a purchase
 * @param repeaters customers who bought on two days at least
 * @param longestDays days since the earliest first purchase
 */
record Known(long customers, long repeaters, long longestDays) {
  private static final int CUSTOMERS = 100;
  private static final int REPEATERS = 30;
  private static final int DAYS = 91;

  /** Why no model is fitted, if so. */
  Optional<Gap> gap() {
    if (customers < CUSTOMERS) {
      return Optional.of(Gap.TOO_FEW_CUSTOMERS);
    }
    if (longestDays < DAYS) {
      return Optional.of(Gap.HISTORY_TOO_SHORT);
    }
    return repeaters < REPEATERS ? Optional.of(Gap.TOO_FEW_REPEATERS) : Optional.empty();
  }
}
