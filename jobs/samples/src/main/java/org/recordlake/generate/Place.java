package org.recordlake.generate;

import java.util.List;

/**
 * A real city with its state, the beginning of its ZIP Codes and its area code, so that addresses
 * agree in themselves. Streets and numbers are invented.
 */
record Place(String city, String state, String zipStart, String areaCode) {
  private static final List<String> STREETS =
      List.of(
          "Maple",
          "Oak",
          "Cedar",
          "Harbor",
          "Mill",
          "Station",
          "Prospect",
          "Lincoln",
          "Franklin",
          "Juniper",
          "Canal",
          "Orchard",
          "Granite",
          "Market",
          "Chestnut",
          "Lakeview",
          "Foundry",
          "Willow",
          "Summit",
          "Ferry");
  private static final List<String> KINDS = List.of("St", "Ave", "Blvd", "Rd", "Ln", "Way");

  static final List<Place> ALL =
      List.of(
          new Place("Washington", "DC", "200", "202"),
          new Place("Boston", "MA", "021", "617"),
          new Place("Providence", "RI", "029", "401"),
          new Place("Hartford", "CT", "061", "860"),
          new Place("Newark", "NJ", "071", "973"),
          new Place("New York", "NY", "100", "212"),
          new Place("Buffalo", "NY", "142", "716"),
          new Place("Pittsburgh", "PA", "152", "412"),
          new Place("Philadelphia", "PA", "191", "215"),
          new Place("Baltimore", "MD", "212", "410"),
          new Place("Richmond", "VA", "232", "804"),
          new Place("Raleigh", "NC", "276", "919"),
          new Place("Atlanta", "GA", "303", "404"),
          new Place("Jacksonville", "FL", "322", "904"),
          new Place("Memphis", "TN", "381", "901"),
          new Place("Louisville", "KY", "402", "502"),
          new Place("Columbus", "OH", "432", "614"),
          new Place("Indianapolis", "IN", "462", "317"),
          new Place("Detroit", "MI", "482", "313"),
          new Place("Des Moines", "IA", "503", "515"),
          new Place("Milwaukee", "WI", "532", "414"),
          new Place("Minneapolis", "MN", "554", "612"),
          new Place("Chicago", "IL", "606", "312"),
          new Place("Saint Louis", "MO", "631", "314"),
          new Place("Omaha", "NE", "681", "402"),
          new Place("New Orleans", "LA", "701", "504"),
          new Place("Dallas", "TX", "752", "214"),
          new Place("Denver", "CO", "802", "303"),
          new Place("Boise", "ID", "837", "208"),
          new Place("Phoenix", "AZ", "850", "602"),
          new Place("Los Angeles", "CA", "900", "213"),
          new Place("San Francisco", "CA", "941", "415"),
          new Place("Portland", "OR", "972", "503"),
          new Place("Seattle", "WA", "981", "206"));

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
