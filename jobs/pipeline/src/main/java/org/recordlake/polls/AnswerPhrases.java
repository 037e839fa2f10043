package org.recordlake.polls;

import java.io.Serializable;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The phrases of one to three words in an answer of somebody's own words that carry a meaning.
 * Addresses and everything with a digit, so any telephone, card or account number, are no words,
 * and no phrase reaches over them or over a mark of punctuation. Forms of one word are one, by the
 * S stemmer (Harman 1991).
 */
final class AnswerPhrases implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int LONGEST = 3;
  private static final int SHORTEST_WORD = 3;
  private static final Pattern NO_WORDS = Pattern.compile("\\S+@\\S+|https?://\\S+|\\S*\\d\\S*");
  private static final Pattern BREAKS = Pattern.compile("[^\\p{L}\\s'’-]+");
  private static final Pattern SPACES = Pattern.compile("[^\\p{L}]+");
  private static final Pattern PLURAL_OF_Y = Pattern.compile(".*[^ae]ies");
  private static final Pattern PLURAL = Pattern.compile(".*(?:[^aeo]es|[^us]s)");
  private static final BinaryOperator<String> SHORTER =
      BinaryOperator.minBy(
          Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()));

  private final ThemeWords words;

  AnswerPhrases(ThemeWords words) {
    this.words = words;
  }

  /** Phrases by their stems, in the shortest form in which the answer has them. */
  Map<String, String> of(String answer) {
    Map<String, String> phrases = new TreeMap<>();
    String text = NO_WORDS.matcher(answer.toLowerCase(Locale.ROOT)).replaceAll(" . ");
    for (String piece : BREAKS.split(text)) {
      List<String> said = SPACES.splitAsStream(piece).filter(word -> !word.isEmpty()).toList();
      for (int from = 0; from < said.size(); from++) {
        for (int to = from + 1; to <= Math.min(from + LONGEST, said.size()); to++) {
          List<String> phrase = said.subList(from, to);
          if (means(phrase)) {
            phrases.merge(stems(phrase), String.join(" ", phrase), SHORTER);
          }
        }
      }
    }
    return phrases;
  }

  private boolean means(List<String> phrase) {
    return bears(phrase.get(0))
        && bears(phrase.get(phrase.size() - 1))
        && phrase.stream().anyMatch(word -> bears(word) && !words.empty().contains(word));
  }

  /** Whether a word may stand at an end of a phrase. */
  private boolean bears(String word) {
    return word.length() >= SHORTEST_WORD && !words.between().contains(word);
  }

  private static String stems(List<String> phrase) {
    return phrase.stream().map(AnswerPhrases::stem).collect(Collectors.joining(" "));
  }

  private static String stem(String word) {
    if (PLURAL_OF_Y.matcher(word).matches()) {
      return word.substring(0, word.length() - 3) + "y";
    }
    return PLURAL.matcher(word).matches() ? word.substring(0, word.length() - 1) : word;
  }
}
