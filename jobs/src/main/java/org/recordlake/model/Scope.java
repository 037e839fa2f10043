package org.recordlake.model;

import java.util.Map;
import org.recordlake.catalog.TableSpec.Incremental;

/** How much of a stale mart is made anew. */
public sealed interface Scope {
  /** All rows. */
  Scope WHOLE = new Whole();

  /** All rows. */
  record Whole() implements Scope {}

  /**
   * The rows of those customers whose records changed.
   *
   * @param since tables that changed, with the version the mart was made from
   */
  record Touched(Incremental how, Map<String, Long> since) implements Scope {
    public Touched {
      since = Map.copyOf(since);
    }
  }
}
