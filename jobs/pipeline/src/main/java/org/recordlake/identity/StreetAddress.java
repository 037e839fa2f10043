package org.recordlake.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The street line of an address in parts. Suffixes and directions follow USPS Publication 28,
 * appendices B and C, and say too little to compare: they are left out.
 *
 * @param number of the house or post office box; empty if missing
 * @param street name of the street, {@code box} for a post office box; empty if missing
 * @param unit suite, apartment or floor; empty if missing
 */
record StreetAddress(String number, String street, String unit) {
  static final StreetAddress NONE = new StreetAddress("", "", "");

  private static final Pattern BOX =
      Pattern.compile("^(?:p ?o ?b(?:ox)?|po box|post office box|box)$");
  private static final Pattern NUMBER = Pattern.compile("\\d+[a-z]?");
  private static final Set<String> UNITS = WordList.words("address-units");
  private static final Set<String> SILENT = WordList.words("address-silent");

  /** From the lines of an address, either of which may be null. */
  static StreetAddress of(String line1, String line2) {
    List<String> words = new ArrayList<>(NameTokens.of(line1));
    words.addAll(NameTokens.of(line2));
    String unit = takeUnit(words);
    int box = boxAt(words);
    if (box >= 0) {
      return new StreetAddress(words.get(box), "box", unit);
    }
    String number = takeNumber(words);
    List<String> significant = words.stream().filter(word -> !SILENT.contains(word)).toList();
    return new StreetAddress(
        number, String.join(" ", significant.isEmpty() ? words : significant), unit);
  }

  boolean missing() {
    return street.isEmpty();
  }

  private static String takeUnit(List<String> words) {
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      if (word.startsWith("#") && word.length() > 1) {
        words.remove(i);
        return word.substring(1);
      }
      if ((UNITS.contains(word) || word.equals("#")) && i + 1 < words.size() && i > 0) {
        words.remove(i);
        String unit = words.remove(i);
        return unit.startsWith("#") ? unit.substring(1) : unit;
      }
    }
    return "";
  }

  /** Where the number of a post office box stands, or -1. */
  private static int boxAt(List<String> words) {
    StringBuilder before = new StringBuilder();
    for (int i = 0; i < words.size(); i++) {
      if (NUMBER.matcher(words.get(i)).matches() && BOX.matcher(before).matches()) {
        return i;
      }
      before.append(i == 0 ? "" : " ").append(words.get(i));
    }
    return -1;
  }

  private static String takeNumber(List<String> words) {
    for (int i = 0; i < words.size(); i++) {
      if (NUMBER.matcher(words.get(i)).matches() && words.size() > 1) {
        return words.remove(i);
      }
    }
    return "";
  }

  /** How two addresses agree, units aside. */
  enum Agreement {
    /** The same number in the same street. */
    EXACT,
    /** The same but for a slip in the number or the street. */
    CLOSE,
    /** The same street, one of the numbers missing. */
    STREET,
    DIFFERENT,
    MISSING
  }

  Agreement agreement(StreetAddress other) {
    if (missing() || other.missing()) {
      return Agreement.MISSING;
    }
    boolean sameNumber = number.equals(other.number);
    boolean sameStreet = street.equals(other.street);
    if (sameNumber && sameStreet) {
      return number.isEmpty() ? Agreement.STREET : Agreement.EXACT;
    }
    boolean box = street.equals("box") || other.street.equals("box");
    boolean alike = sameStreet || (!box && streetAlike(other));
    if (alike && (number.isEmpty() || other.number.isEmpty())) {
      return Agreement.STREET;
    }
    boolean close = sameNumber ? alike : sameStreet && slipped(other);
    return close ? Agreement.CLOSE : Agreement.DIFFERENT;
  }

  private boolean streetAlike(StreetAddress other) {
    PartyName.Agreement names = PartyName.parse(street).agreement(PartyName.parse(other.street));
    return names == PartyName.Agreement.EXACT || names == PartyName.Agreement.CLOSE;
  }

  /** A slip in a number of one or two digits makes another house, not the same one. */
  private boolean slipped(StreetAddress other) {
    return number.length() > 2 && SpellingSimilarity.oneSlip(number, other.number);
  }

  /** Whether both name a unit, and not the same. */
  boolean otherUnit(StreetAddress other) {
    return !unit.isEmpty() && !other.unit.isEmpty() && !unit.equals(other.unit);
  }
}
