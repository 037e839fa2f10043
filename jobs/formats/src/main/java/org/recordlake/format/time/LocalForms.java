package org.recordlake.format.time;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.recordlake.format.words.WordFile;

/**
 * Days and times in the words of other languages than English. Platforms write them in the language
 * of whoever exports: {@code jan. 12, 2021 8:53 da manhã}, {@code 2021年1月12日 上午8:53}, {@code
 * 15.11.2022 г., 9:30}.
 */
final class LocalForms {
  /** What stands for a part of a day or time, and the form in which it is read. */
  private record Form(Pattern pattern, String english) {
    static Form of(String pattern, String english) {
      return new Form(
          Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE), english);
    }
  }

  private static final WordFile WORDS = WordFile.of("local-times");
  private static final List<String> ENGLISH =
      List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");

  /** Beginnings of the names of months without accents. */
  private static final List<List<String>> MONTHS = ENGLISH.stream().map(WORDS::words).toList();

  private static final String CLOCK = "(\\d{1,2}[:.]\\d{2}(?:[:.]\\d{2})?)";

  /** Order matters: a word of many meanings stands behind the phrases it is part of. */
  private static final List<Form> FORMS =
      List.of(
          Form.of("(\\d{4})[年년] ?(\\d{1,2})[月월] ?(\\d{1,2})[日일]", "$1-$2-$3"),
          Form.of("(\\d{1,2})[月월] ?(\\d{1,2})[日일]?,? (\\d{4})", "$3-$1-$2"),
          Form.of("^(\\d{4})\\. ?(\\d{1,2})\\. ?(\\d{1,2})\\.?", "$1-$2-$3"),
          Form.of("(\\d{1,2}) ?h ?(\\d{2})(?: ?min ?(\\d{2}) ?s)?", "$1:$2:$3"),
          Form.of(either("AM before") + " ?" + CLOCK, "$1 AM"),
          Form.of(either("PM before") + " ?" + CLOCK, "$1 PM"),
          Form.of(CLOCK + " ?" + either("AM behind") + "$", "$1 AM"),
          Form.of(CLOCK + " ?" + either("PM behind") + "$", "$1 PM"),
          Form.of("(?<=\\d{4}) ?[гр]\\.?(?=[, ])", ""),
          Form.of(" uhr$", ""),
          Form.of("(?<=\\d),? " + either("at") + " (?=\\d)", " "),
          Form.of(" " + either("of") + " ", " "));

  private static final Pattern WORD = Pattern.compile("\\p{L}{3,}\\.?");
  private static final Pattern FIRST_WORD = Pattern.compile("^(\\p{L}+)\\.?,? (?=\\p{L}|\\d)");

  private LocalForms() {}

  private static String either(String key) {
    return "(?:" + WORDS.text(key) + ")";
  }

  /** {@code plain} with what it says in other languages said in English. */
  static String inEnglish(String plain) {
    String text = plain;
    for (Form form : FORMS) {
      text = form.pattern().matcher(text).replaceAll(form.english());
    }
    String named =
        WORD.matcher(text)
            .replaceAll(word -> Matcher.quoteReplacement(month(word.group()).orElse(word.group())));
    Matcher first = FIRST_WORD.matcher(named);
    boolean weekday = first.find() && !ENGLISH.contains(first.group(1));
    return weekday ? named.substring(first.end()) : named;
  }

  private static Optional<String> month(String word) {
    String folded =
        Normalizer.normalize(word.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
            .replaceAll("\\p{M}", "");
    String bare = word.toLowerCase(Locale.ROOT).startsWith("mä") ? "mae" : folded;
    for (int month = 0; month < MONTHS.size(); month++) {
      if (MONTHS.get(month).stream().anyMatch(bare::startsWith)) {
        return Optional.of(ENGLISH.get(month));
      }
    }
    return Optional.empty();
  }
}
