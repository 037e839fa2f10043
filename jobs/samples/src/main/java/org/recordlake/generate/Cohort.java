package org.recordlake.generate;

import java.util.List;

/**
 * Neighbouring customer numbers that form a sales district: they go to the same events and
 * meetings. Its size is part of the model, unlike the size of a part file, so that the rows do not
 * depend on how the work is cut.
 */
record Cohort(int number, List<Customer> customers) {
  static final int SIZE = 300;

  static int count(int customers) {
    return (customers + SIZE - 1) / SIZE;
  }

  /** The office whose employees serve the district. */
  Place place() {
    return place(number);
  }

  static Place place(int number) {
    return Place.ALL.get(number % Place.ALL.size());
  }
}
