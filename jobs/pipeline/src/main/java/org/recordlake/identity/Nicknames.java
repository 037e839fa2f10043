package org.recordlake.identity;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Given names behind their common short forms in the United States. Short forms that stand for
 * several names about equally often, such as Sam and Alex, are left out.
 */
final class Nicknames {
  private static final List<String> LINES =
      List.of(
          "james jim jimmy",
          "robert bob bobby rob",
          "patricia pat patty trish",
          "michael mike",
          "jennifer jen jenny",
          "william bill billy will",
          "elizabeth liz beth betty",
          "david dave",
          "barbara barb",
          "richard rick dick rich",
          "susan sue susie",
          "thomas tom tommy",
          "margaret peggy meg maggie",
          "daniel dan danny",
          "katherine kate kathy katie",
          "anthony tony",
          "deborah deb debbie",
          "steven steve stephen",
          "rebecca becky",
          "andrew andy",
          "joshua josh",
          "christine chrissy",
          "christopher chris",
          "kenneth ken kenny",
          "edward ted ed eddie",
          "joseph joe joey",
          "charles charlie chuck",
          "matthew matt",
          "donald don",
          "timothy tim",
          "jeffrey jeff",
          "gregory greg",
          "ronald ron",
          "lawrence larry",
          "gerald jerry",
          "benjamin ben",
          "nicholas nick",
          "pamela pam",
          "cynthia cindy",
          "theresa terry",
          "jacqueline jackie",
          "victoria vicky",
          "frederick fred",
          "raymond ray",
          "walter walt",
          "douglas doug",
          "philip phil",
          "leonard len",
          "eugene gene");
  private static final Map<String, String> FULL = new HashMap<>();

  static {
    for (String line : LINES) {
      String[] names = line.split(" ");
      for (int i = 1; i < names.length; i++) {
        FULL.put(names[i], names[0]);
      }
    }
  }

  private Nicknames() {}

  /** The full form of {@code name}, or itself. */
  static String full(String name) {
    return FULL.getOrDefault(name, name);
  }
}
