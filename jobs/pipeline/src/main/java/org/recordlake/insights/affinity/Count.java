package org.recordlake.insights.affinity;

import java.io.Serializable;

/**
 * How often services are seen together.
 *
 * @param seen orders, or customers where portfolios are counted
 * @param customers customers behind them
 */
record Count(long seen, long customers) implements Serializable {
  Count plus(Count other) {
    return new Count(seen + other.seen, customers + other.customers);
  }
}
