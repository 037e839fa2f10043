package org.recordlake.identity;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Free text as words in one spelling: small letters without accents, points or apostrophes. */
final class NameTokens {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern SILENT = Pattern.compile("['\u2019`.]");
  private static final Pattern GAP = Pattern.compile("[^\\p{L}\\p{N}#]+");

  private NameTokens() {}

  /** The words of {@code text} in their order; none for null. Letters that stand alone join up. */
  static List<String> of(String text) {
    if (text == null) {
      return List.of();
    }
    String plain = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
    String silent = SILENT.matcher(plain.toLowerCase(Locale.ROOT)).replaceAll("");
    List<String> words = new ArrayList<>();
    boolean afterLetter = false;
    for (String word : GAP.split(silent, -1)) {
      boolean letter = word.length() == 1 && Character.isLetter(word.charAt(0));
      if (letter && afterLetter) {
        words.set(words.size() - 1, words.get(words.size() - 1) + word);
      } else if (!word.isEmpty()) {
        words.add(word);
      }
      afterLetter = letter || (afterLetter && word.isEmpty());
    }
    return words;
  }
}
