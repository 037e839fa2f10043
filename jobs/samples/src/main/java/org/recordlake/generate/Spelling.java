package org.recordlake.generate;

import java.util.Locale;

/**
 * A name as it was written down elsewhere and in what way that differs, so that matching can be
 * scored against the truth.
 */
record Spelling(String text, String change) {

  /**
   * The truth about a row that bears this spelling.
   *
   * @param key of the row in {@code table}
   */
  Row truth(String table, String key, Customer customer) {
    return Table.TRUTH_IDENTITIES.row(table, key, customer.id(), text, change);
  }

  /** The firm's name as a list provider or a clerk writes it. */
  static Spelling ofFirm(String name, Dice dice) {
    return switch (dice.below(4)) {
      case 0 ->
          new Spelling(name.replaceAll(",? (Inc|LLC|Corp|Co)\\.?$", ""), "legal form left out");
      case 1 ->
          new Spelling(
              name.toUpperCase(Locale.ROOT).replace(".", "").replace(",", ""),
              "capitals without points");
      case 2 -> new Spelling(slip(name, dice), "letters swapped");
      default ->
          new Spelling(
              name.contains("&") ? name.replace("&", "and") : "The " + name, "words changed");
    };
  }

  /** Swaps two neighbouring letters that differ, inside the first word where there are any. */
  static String slip(String name, Dice dice) {
    int span = name.indexOf(' ') < 0 ? name.length() : name.indexOf(' ');
    int start = 1 + dice.below(StrictMath.max(1, span - 2));
    for (int i = start; i + 1 < name.length(); i++) {
      if (name.charAt(i) != name.charAt(i + 1)) {
        return name.substring(0, i) + name.charAt(i + 1) + name.charAt(i) + name.substring(i + 2);
      }
    }
    return name + name.charAt(name.length() - 1);
  }
}
