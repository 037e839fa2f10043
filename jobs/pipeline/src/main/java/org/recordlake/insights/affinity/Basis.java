package org.recordlake.insights.affinity;

import java.util.Locale;

/** Where services are seen together. */
enum Basis {
  /** In what one customer uses. */
  PORTFOLIOS,
  /** In one order. */
  ORDERS;

  /** As marts show it. */
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
