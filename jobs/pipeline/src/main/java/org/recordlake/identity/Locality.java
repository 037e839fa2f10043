package org.recordlake.identity;

import java.util.List;
import java.util.Locale;
import org.apache.commons.codec.language.Soundex;

/**
 * Where an address is.
 *
 * @param city words of the city; empty if missing
 * @param state two letters; empty if missing
 * @param zip five digits, or a foreign code; empty if missing
 */
record Locality(String city, String state, String zip) {
  static final Locality NONE = new Locality("", "", "");
  private static final int ZIP_LENGTH = 5;
  private static final int AREA_LENGTH = 3;

  static Locality of(String city, String state, String zip) {
    String code = zip == null ? "" : zip.replaceAll("[^A-Za-z0-9]", "").toUpperCase(Locale.ROOT);
    return new Locality(
        PartyName.of(city).text(),
        state == null ? "" : state.trim().toUpperCase(Locale.ROOT),
        code.length() > ZIP_LENGTH ? code.substring(0, ZIP_LENGTH) : code);
  }

  /** First three digits of the ZIP Code, the area of one sorting centre; empty if missing. */
  String area() {
    return zip.length() < AREA_LENGTH ? "" : zip.substring(0, AREA_LENGTH);
  }

  /** The city as it sounds, with its state; empty if missing. */
  String sound() {
    return city.isEmpty() ? "" : Sounds.of(city) + state;
  }

  boolean missing() {
    return city.isEmpty() && zip.isEmpty();
  }

  /** How two places agree. */
  enum Agreement {
    /** The same ZIP Code. */
    ZIP,
    /** The same city or sorting centre, one ZIP Code missing. */
    AREA,
    /** The same city or sorting centre, two ZIP Codes. */
    OTHER_ZIP,
    DIFFERENT,
    MISSING
  }

  Agreement agreement(Locality other) {
    if (missing() || other.missing()) {
      return Agreement.MISSING;
    }
    if (!zip.isEmpty() && zip.equals(other.zip)) {
      return Agreement.ZIP;
    }
    boolean sameArea = !area().isEmpty() && area().equals(other.area());
    boolean sameCity = !city.isEmpty() && sound().equals(other.sound());
    if (!sameArea && !sameCity) {
      return Agreement.DIFFERENT;
    }
    return zip.isEmpty() || other.zip.isEmpty() ? Agreement.AREA : Agreement.OTHER_ZIP;
  }

  /** A one-line address in its parts: street, place. */
  record Line(String street, Locality place) {
    /** Of {@code city, state}, which {@link #parse} takes for a street in a state. */
    Locality cityOnly() {
      return street == null ? NONE : Locality.of(street, place.state(), null);
    }

    /** {@code street, city, state zip}; what cannot be told apart is the street. */
    static Line parse(String text) {
      if (text == null || text.isBlank()) {
        return new Line(null, NONE);
      }
      List<String> parts = List.of(text.split(",", -1)).stream().map(String::trim).toList();
      String last = parts.get(parts.size() - 1);
      String zip = last.replaceAll("^[^0-9]*", "");
      String state = last.replaceAll("[0-9-]+.*$", "").trim();
      return switch (parts.size()) {
        case 1 -> new Line(text, NONE);
        case 2 ->
            state.length() == 2
                ? new Line(parts.get(0), Locality.of(null, state, zip))
                : new Line(parts.get(0), Locality.of(state, null, zip));
        default ->
            new Line(
                String.join(" ", parts.subList(0, parts.size() - 2)),
                Locality.of(parts.get(parts.size() - 2), state, zip));
      };
    }
  }

  /** Soundex (Russell 1918, as in the National Archives' rules) of text in any letters. */
  static final class Sounds {
    private static final Soundex SOUNDEX = new Soundex();

    private Sounds() {}

    static String of(String text) {
      String letters = text.toUpperCase(Locale.ROOT).replaceAll("[^A-Z]", "");
      return letters.isEmpty() ? text : SOUNDEX.soundex(letters);
    }
  }
}
