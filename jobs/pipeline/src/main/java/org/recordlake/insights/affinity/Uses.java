package org.recordlake.insights.affinity;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;

/**
 * What one customer uses, services as numbers in rising order: those it uses at all, and the
 * different baskets it ordered, each with the number of such orders.
 */
record Uses(int[] portfolio, int[][] baskets, long[] orders) implements Serializable {
  static final String SEPARATOR = ";";

  /**
   * @param row services of its orders, joined, under {@code baskets}, all of its services under
   *     {@code portfolio}
   * @param numbers of the services that count; others are left out
   */
  static Uses of(Row row, Map<String, Integer> numbers) {
    Map<String, Long> counted =
        row.<String>getList(row.fieldIndex("baskets")).stream()
            .collect(Collectors.groupingBy(basket -> basket, TreeMap::new, Collectors.counting()));
    List<int[]> baskets = new ArrayList<>();
    counted.keySet().forEach(basket -> baskets.add(numbered(services(basket), numbers)));
    return new Uses(
        numbered(row.getList(row.fieldIndex("portfolio")), numbers),
        baskets.toArray(int[][]::new),
        counted.values().stream().mapToLong(Long::longValue).toArray());
  }

  static List<String> services(String basket) {
    return Arrays.asList(basket.split(SEPARATOR, -1));
  }

  private static int[] numbered(List<String> services, Map<String, Integer> numbers) {
    return services.stream()
        .filter(numbers::containsKey)
        .mapToInt(numbers::get)
        .sorted()
        .distinct()
        .toArray();
  }
}
