package org.recordlake.generate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Names and addresses as people write them down in a hurry: with slips, short forms, words changed
 * round or left out. One such change at a time.
 */
record Perturbation(Dice dice) {
  private static final Map<String, String> SHORT = Invented.pairs("short_firm_words");
  private static final Map<String, String> LONG_STREETS =
      Map.of("St", "Street", "Ave", "Avenue", "Blvd", "Boulevard", "Rd", "Road", "Ln", "Lane");

  /** An address as its parts; null where there is none. */
  record Address(String street, String unit, String city, String state, String zip) {
    /** {@code street unit, city, state zip}, without the parts that are missing. */
    String line() {
      String first = unit == null ? street : street + " " + unit;
      String last = zip == null ? state : state + " " + zip;
      return city == null ? first + ", " + last : first + ", " + city + ", " + last;
    }
  }

  /** {@code name} with one change. */
  Spelling name(String name) {
    List<String> words = new ArrayList<>(List.of(name.split(" ")));
    return switch (dice.below(4)) {
      case 0 -> new Spelling(slipped(words), "slip");
      case 1 -> new Spelling(shortened(words), "short form");
      case 2 -> new Spelling(turned(words), "words changed round");
      default -> new Spelling(cut(words), "word left out");
    };
  }

  /** {@code address} with one change. */
  Address address(Address address) {
    List<String> words = new ArrayList<>(List.of(address.street().split(" ")));
    boolean box = words.get(0).equals("PO");
    return switch (dice.below(5)) {
      case 0 ->
          box
              ? lost(address)
              : street(address, words.get(0) + " " + slip(words.get(1)) + rest(words));
      case 1 ->
          street(
              address,
              box
                  ? address.street().replace("PO Box", "P.O. Box")
                  : LONG_STREETS.entrySet().stream()
                      .reduce(
                          address.street(),
                          (text, form) ->
                              text.replaceAll(" " + form.getKey() + "$", " " + form.getValue()),
                          (one, other) -> one));
      case 2 -> box ? lost(address) : street(address, turned(words));
      case 3 -> lost(address);
      default ->
          new Address(address.street(), null, address.city(), address.state(), address.zip());
    };
  }

  /** One of city and ZIP Code is missing. */
  private Address lost(Address address) {
    return dice.chance(0.5)
        ? new Address(address.street(), address.unit(), null, address.state(), address.zip())
        : new Address(address.street(), address.unit(), address.city(), address.state(), null);
  }

  private static Address street(Address address, String street) {
    return new Address(street, address.unit(), address.city(), address.state(), address.zip());
  }

  private static String rest(List<String> words) {
    return words.size() < 3 ? "" : " " + String.join(" ", words.subList(2, words.size()));
  }

  private String slipped(List<String> words) {
    int longest = 0;
    for (int i = 1; i < words.size(); i++) {
      longest = words.get(i).length() > words.get(longest).length() ? i : longest;
    }
    int chosen = dice.chance(0.5) ? longest : 0;
    words.set(chosen, slip(words.get(chosen)));
    return String.join(" ", words);
  }

  /** A letter left out, doubled, mistaken or swapped with the next, not at the beginning. */
  private String slip(String word) {
    if (word.length() < 4) {
      return word + word.charAt(word.length() - 1);
    }
    int at = 1 + dice.below(word.length() - 2);
    String before = word.substring(0, at);
    return switch (dice.below(4)) {
      case 0 -> before + word.substring(at + 1);
      case 1 -> before + word.charAt(at) + word.substring(at);
      case 2 -> before + (char) ('a' + dice.below(26)) + word.substring(at + 1);
      default -> before + word.charAt(at + 1) + word.charAt(at) + word.substring(at + 2);
    };
  }

  private static String shortened(List<String> words) {
    String name =
        String.join(" ", words.stream().map(word -> SHORT.getOrDefault(word, word)).toList());
    return name.replaceAll(",? (Inc|LLC|Corp|Co)\\.?$", "").toUpperCase(Locale.ROOT);
  }

  private static String turned(List<String> words) {
    Collections.rotate(words, 1);
    return String.join(" ", words);
  }

  /** Names of two words keep them: one alone would be another name. */
  private String cut(List<String> words) {
    List<String> forms = Arrays.asList("Inc.", "LLC", "Co.", "Corp.", "&");
    long telling = words.stream().filter(word -> !forms.contains(word)).count();
    if (telling < 3) {
      words.removeAll(forms);
      return String.join(" ", words);
    }
    words.remove(dice.below(2));
    return String.join(" ", words);
  }
}
