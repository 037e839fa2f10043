package org.recordlake.format.encoding;

import com.ibm.icu.text.DateFormatSymbols;
import com.ibm.icu.text.LocaleDisplayNames;
import com.ibm.icu.text.TimeZoneNames;
import com.ibm.icu.util.Currency;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.recordlake.format.words.WordFile;

/**
 * Models of languages, learnt when first asked for: from what the Unicode Common Locale Data (in
 * ICU) calls countries, languages, cities, currencies and months, and from the names in {@code
 * words/languages.txt}.
 */
final class Languages {
  /** How often a name of our own counts, next to one of CLDR: names of persons are rare there. */
  private static final int WEIGHT = 3;

  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}']+");
  private static final WordFile NAMES = WordFile.of("languages");
  private static final Map<String, LanguageModel> MODELS = new ConcurrentHashMap<>();

  private Languages() {}

  /**
   * @param language as in BCP 47, such as {@code pl}
   */
  static LanguageModel model(String language) {
    return MODELS.computeIfAbsent(language, Languages::learnt);
  }

  private static LanguageModel learnt(String language) {
    List<String> words = new ArrayList<>();
    if (NAMES.keys().contains(language)) {
      NAMES.lines(language).stream()
          .flatMap(line -> Stream.of(lower(line).split("[ -]")))
          .distinct()
          .flatMap(word -> Stream.generate(() -> word).limit(WEIGHT))
          .forEach(words::add);
    }
    Set<String> known = words(names(new ULocale(language)));
    known.removeAll(Set.copyOf(words));
    long latin = known.stream().filter(word -> word.charAt(0) < 'z').count();
    known.stream()
        .filter(word -> 2 * latin > known.size() || word.chars().allMatch(c -> c > 'z'))
        .forEach(words::add);
    return LanguageModel.of(words);
  }

  /** In lower case. Older encodings have cedillas where CLDR has commas. */
  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT).replace('ș', 'ş').replace('ț', 'ţ');
  }

  private static Set<String> words(Stream<String> texts) {
    Set<String> words = new LinkedHashSet<>();
    texts
        .map(Languages::lower)
        .flatMap(BETWEEN_WORDS::splitAsStream)
        .filter(word -> !word.isEmpty())
        .forEach(words::add);
    return words;
  }

  private static Stream<String> names(ULocale locale) {
    LocaleDisplayNames names = LocaleDisplayNames.getInstance(locale);
    TimeZoneNames zones = TimeZoneNames.getInstance(locale);
    DateFormatSymbols dates = new DateFormatSymbols(locale);
    return Stream.of(
            Stream.of(ULocale.getISOCountries()).map(names::regionDisplayName),
            Stream.of(ULocale.getISOLanguages()).map(names::languageDisplayName),
            Currency.getAvailableCurrencies().stream()
                .map(currency -> currency.getDisplayName(locale.toLocale())),
            Stream.of(TimeZone.getAvailableIDs())
                .map(zones::getExemplarLocationName)
                .flatMap(city -> Optional.ofNullable(city).stream()),
            Stream.of(dates.getMonths()),
            Stream.of(dates.getWeekdays()))
        .flatMap(part -> part);
  }
}
