package org.recordlake.format.business;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.recordlake.format.words.WordFile;

/** Countries by the names people type into a form, as codes of two letters (ISO 3166). */
final class Countries {
  private static final String LANGUAGES = "languages";
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
    WordFile names = WordFile.of("countries");
    Map<String, String> codes = new HashMap<>();
    for (String language : names.words(LANGUAGES)) {
      for (String code : Locale.getISOCountries()) {
        Locale country = new Locale.Builder().setRegion(code).build();
        String name = country.getDisplayCountry(Locale.forLanguageTag(language));
        codes.putIfAbsent(plain(name), code);
        codes.putIfAbsent(country.getISO3Country().toLowerCase(Locale.ROOT), code);
      }
    }
    names.keys().stream()
        .filter(key -> !key.equals(LANGUAGES))
        .forEach(code -> names.words(code).forEach(name -> codes.put(name, code)));
    return Map.copyOf(codes);
  }

  private static String plain(String name) {
    return name.replace(".", "").replace('\u2019', '\'').strip().toLowerCase(Locale.ROOT);
  }
}
