package org.recordlake.format.sales;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Countries by the names people type into a form, as codes of two letters (ISO 3166). */
final class Countries {
  /** ISO 3166 leaves ZZ to its users; here it stands for a country nobody told. */
  static final String UNKNOWN = "ZZ";

  /** Where two of them share a name, the earlier counts. */
  private static final List<String> LANGUAGES =
      List.of("en", "es", "fr", "de", "pt", "it", "nl", "pl", "sv", "da", "nb", "fi");

  private static final Map<String, String> CODES = codes();

  private Countries() {}

  /** The code of a country by its code or its name; empty if there is no such country. */
  static Optional<String> code(String text) {
    String plain = plain(text);
    return Optional.ofNullable(
        plain.matches("[a-z]{2}") && !CODES.containsKey(plain)
            ? plain.toUpperCase(Locale.ROOT)
            : CODES.get(plain));
  }

  private static Map<String, String> codes() {
    Map<String, String> codes = new HashMap<>();
    for (String language : LANGUAGES) {
      for (String code : Locale.getISOCountries()) {
        Locale country = new Locale.Builder().setRegion(code).build();
        String name = country.getDisplayCountry(Locale.forLanguageTag(language));
        codes.putIfAbsent(plain(name), code);
        codes.putIfAbsent(country.getISO3Country().toLowerCase(Locale.ROOT), code);
      }
    }
    codes.put("uk", "GB");
    codes.put("great britain", "GB");
    codes.put("england", "GB");
    codes.put("scotland", "GB");
    codes.put("wales", "GB");
    codes.put("northern ireland", "GB");
    codes.put("america", "US");
    codes.put("united states of america", "US");
    codes.put("the netherlands", "NL");
    codes.put("holland", "NL");
    codes.put("korea", "KR");
    codes.put("republic of korea", "KR");
    codes.put("russian federation", "RU");
    codes.put("czech republic", "CZ");
    codes.put("turkey", "TR");
    codes.put("viet nam", "VN");
    codes.put("hong kong", "HK");
    codes.put("macau", "MO");
    return Map.copyOf(codes);
  }

  private static String plain(String name) {
    return name.replace(".", "").replace('\u2019', '\'').strip().toLowerCase(Locale.ROOT);
  }
}
