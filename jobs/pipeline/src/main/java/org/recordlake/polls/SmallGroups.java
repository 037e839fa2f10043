package org.recordlake.polls;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which groups of a whole are too small to stand alone; ADR 12 says why this is enough. */
final class SmallGroups {
  private SmallGroups() {}

  /**
   * The groups to be taken together: those of fewer people than {@code minimum}, and the next
   * smallest until enough people stand behind all of them, or no group is left.
   *
   * @param people number of people by group, each in one group
   */
  static Set<String> of(Map<String, Long> people, int minimum) {
    List<Map.Entry<String, Long>> ascending =
        people.entrySet().stream()
            .sorted(
                Map.Entry.<String, Long>comparingByValue()
                    .thenComparing(Map.Entry.comparingByKey()))
            .toList();
    Set<String> together = new HashSet<>();
    long sum = 0;
    for (Map.Entry<String, Long> group : ascending) {
      boolean joins = !together.isEmpty() && sum < minimum;
      if (group.getValue() < minimum || joins) {
        together.add(group.getKey());
        sum += group.getValue();
      }
    }
    return together;
  }
}
