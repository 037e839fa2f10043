package org.recordlake.disclosure;

import java.io.Serializable;
import java.util.BitSet;
import java.util.Optional;

/** A way to choose the cells of a table to hide. {@link DisclosureCheck} judges what it chose. */
@FunctionalInterface
public interface CellSuppression extends Serializable {
  /** Cells to hide; empty if the table must be hidden whole. */
  Optional<BitSet> hiddenCells(CountTable table, ProtectionRule rule);
}
