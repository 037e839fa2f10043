package org.recordlake.generate;

import java.util.List;

/**
 * A real city with its state, the beginning of its ZIP Codes and its area code, so that addresses
 * agree in themselves. Streets and numbers are invented.
 */
record Place(String city, String state, String zipStart, String areaCode) {
  private static final List<String> STREETS = Invented.words("streets");
  private static final List<String> KINDS = Invented.words("street_kinds");

  static final List<Place> ALL = Invented.list(Place.class, "places");

  String cityAndState() {
    return city + ", " + state;
  }

  String zip(Dice dice) {
    String five = zipStart + (1 + dice.below(9)) + dice.below(10);
    return dice.chance(0.3) ? five + "-" + dice.digits(4) : five;
  }

  String street(Dice dice) {
    return dice.chance(0.12)
        ? "PO Box " + dice.between(100, 9899)
        : dice.between(10, 4890) + " " + dice.pick(STREETS) + " " + dice.pick(KINDS);
  }

  /** A number from the range that is kept free for fiction: 555-0100 to 555-0199. */
  String phone(Dice dice) {
    return areaCode + "-555-01" + dice.digits(2);
  }
}
