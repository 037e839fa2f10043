package org.recordlake.disclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Tables as polls make them: many counts near the threshold, some empty, a few large. */
final class RandomTables {
  private final Random random;
  private final int threshold;

  RandomTables(long seed, int threshold) {
    this.random = new Random(seed);
    this.threshold = threshold;
  }

  CountTable twoWay(int rows, int columns) {
    long[][] counts = new long[rows][columns];
    for (long[] row : counts) {
      for (int column = 0; column < columns; column++) {
        row[column] = count();
      }
      row[random.nextInt(columns)] += 1;
    }
    return CountTable.twoWay(counts);
  }

  CountTable oneWay(int cells) {
    return CountTable.oneWay(IntStream.range(0, cells).mapToObj(cell -> 1 + count()).toList());
  }

  /** Answers of a multiple choice: no more than the respondents each, together as many or more. */
  CountTable multiple(int cells) {
    List<Long> counts = new ArrayList<>(oneWay(cells).counts());
    long most = counts.stream().mapToLong(Long::longValue).max().orElseThrow();
    long sum = counts.stream().mapToLong(Long::longValue).sum();
    long respondents = most + (long) (random.nextDouble() * (sum - most));
    List<Relation> relations = new ArrayList<>();
    List<Integer> all = IntStream.range(0, cells).boxed().toList();
    relations.add(Relation.atLeast(all, respondents));
    all.forEach(cell -> relations.add(Relation.atMost(List.of(cell), respondents)));
    return new CountTable(counts, relations);
  }

  private long count() {
    return switch (random.nextInt(6)) {
      case 0 -> 0;
      case 1, 2 -> random.nextInt(threshold);
      case 3, 4 -> threshold + random.nextInt(2 * threshold);
      default -> threshold + random.nextInt(12 * threshold);
    };
  }
}
