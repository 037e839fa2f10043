package org.recordlake.insights.value;

import java.util.Locale;

/** Why a figure is missing. */
enum Gap {
  /** Fewer than 100 customers ever bought. */
  TOO_FEW_CUSTOMERS,
  /** The earliest purchase known is less than 13 weeks old. */
  HISTORY_TOO_SHORT,
  /** Fewer than 30 customers ever came back. */
  TOO_FEW_REPEATERS,
  /** The search for the likeliest parameters did not come to rest. */
  NO_CONVERGENCE,
  /** All customers buy at nearly the same rate, which the model is not made for. */
  RATES_ALIKE,
  /** Amounts vary so much that customers have no mean. */
  NO_MEAN,
  /** No model was made yet. */
  NO_MODEL;

  /** As marts show it. */
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
