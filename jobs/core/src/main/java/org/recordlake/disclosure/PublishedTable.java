package org.recordlake.disclosure;

import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/**
 * Counts as readers see them: some shown, some hidden, and the sums that bind them. A hidden cell
 * is listed, so readers know that somebody stands behind it: it is at least 1.
 *
 * @param cells shown counts; a hidden one is empty
 */
public record PublishedTable(List<OptionalLong> cells, List<Relation> relations) {
  /** What readers know of every hidden cell. */
  static final long LEAST = 1;

  public PublishedTable {
    cells = List.copyOf(cells);
    relations = List.copyOf(relations);
  }

  /** Places of the hidden cells. */
  public List<Integer> hidden() {
    return IntStream.range(0, cells.size())
        .filter(cell -> cells.get(cell).isEmpty())
        .boxed()
        .toList();
  }
}
