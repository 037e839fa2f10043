package org.recordlake.disclosure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/**
 * The true counts of a table before publication, totals that may have to be hidden among them, and
 * the sums that bind them. Bounds of relations are figures published elsewhere.
 *
 * @param counts people per cell
 */
public record CountTable(List<Long> counts, List<Relation> relations) {
  public CountTable {
    counts = List.copyOf(counts);
    relations = List.copyOf(relations);
    for (Relation relation : relations) {
      long sum = sum(counts, relation);
      if (sum > relation.bound()
          || (relation.sense() == Relation.Sense.EQUAL && sum < relation.bound())) {
        throw new IllegalArgumentException("counts and sums of a table contradict each other");
      }
    }
  }

  /** A list of counts with a known total. */
  public static CountTable oneWay(List<Long> counts) {
    long total = counts.stream().mapToLong(Long::longValue).sum();
    List<Integer> all = IntStream.range(0, counts.size()).boxed().toList();
    return new CountTable(counts, List.of(Relation.sum(all, total)));
  }

  /**
   * A table of rows and columns with known column totals. Its cells come row by row, each row
   * ending with its own total, which can be hidden like any other cell.
   *
   * @param rows counts by row and column
   */
  public static CountTable twoWay(long[][] rows) {
    int width = rows[0].length;
    List<Long> counts = new ArrayList<>();
    List<Relation> relations = new ArrayList<>();
    for (int row = 0; row < rows.length; row++) {
      int first = row * (width + 1);
      long total = 0;
      for (long count : rows[row]) {
        counts.add(count);
        total += count;
      }
      counts.add(total);
      relations.add(
          Relation.sumIsCell(
              IntStream.range(first, first + width).boxed().toList(), first + width));
    }
    for (int column = 0; column < width; column++) {
      int place = column;
      List<Integer> cells =
          IntStream.range(0, rows.length).mapToObj(row -> row * (width + 1) + place).toList();
      relations.add(Relation.sum(cells, cells.stream().mapToLong(counts::get).sum()));
    }
    return new CountTable(counts, relations);
  }

  /** The table as it looks with these cells hidden. */
  public PublishedTable hiding(BitSet hidden) {
    List<OptionalLong> cells =
        IntStream.range(0, counts.size())
            .mapToObj(
                cell -> hidden.get(cell) ? OptionalLong.empty() : OptionalLong.of(counts.get(cell)))
            .toList();
    return new PublishedTable(cells, relations);
  }

  private static long sum(List<Long> counts, Relation relation) {
    return relation.terms().entrySet().stream()
        .mapToLong(term -> counts.get(term.getKey()) * term.getValue())
        .sum();
  }
}
