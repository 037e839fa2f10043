package org.recordlake.generate;

import java.util.List;
import java.util.Map;

/**
 * The hidden kind of a customer, from which its industry, its size and most of its needs follow.
 *
 * @param industries code as NAICS 2022, code as SIC, and what follows the first word in the names
 *     of such firms; none for an individual
 */
record Segment(
    String code,
    double share,
    int employees,
    double ordersAMonth,
    List<String> industries,
    Map<Service, Double> propensities) {
  private static final List<Segment> ALL = Invented.list(Segment.class, "segments");

  static Segment draw(Dice dice) {
    return ALL.get(dice.weighted(ALL.stream().mapToDouble(Segment::share).toArray()));
  }

  boolean firm() {
    return !industries.isEmpty();
  }

  double propensity(Service service) {
    return propensities.getOrDefault(service, 0.02);
  }
}
