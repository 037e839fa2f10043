package org.recordlake.generate;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** An invented person's name, and the ways in which other people write it. */
record InventedPerson(String first, String last) {
  private static final List<String> FIRST = Invented.words("first_names");
  private static final List<String> LAST = Invented.words("last_names");
  private static final Map<String, String> SHORT = Invented.pairs("short_first_names");

  static InventedPerson draw(Dice dice) {
    return new InventedPerson(dice.pick(FIRST), dice.pick(LAST));
  }

  String full() {
    return first + " " + last;
  }

  String mailbox() {
    return (first + "." + last).toLowerCase(Locale.ROOT).replace("'", "");
  }

  /**
   * The name as somebody else writes it: short, turned round, misspelt, shouted or with the first
   * name cut to its letter.
   */
  Spelling spelling(Dice dice) {
    return switch (dice.below(5)) {
      case 0 ->
          new Spelling(SHORT.getOrDefault(first, first.charAt(0) + ".") + " " + last, "short name");
      case 1 -> new Spelling(last + ", " + first, "family name first");
      case 2 -> new Spelling(first + " " + Spelling.slip(last, dice), "letters swapped");
      case 3 -> new Spelling(full().toUpperCase(Locale.ROOT), "capitals");
      default -> new Spelling(first.charAt(0) + ". " + last, "first letter only");
    };
  }
}
