package org.recordlake.format.encoding;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * How likely a word is in a language, by which letters follow which: trigrams, smoothed with
 * bigrams and single letters (Jelinek and Mercer, 1980, with the weights of Witten and Bell).
 */
final class LanguageModel {
  /** Natural logarithm of how likely a sign is at the end of a word, such as a trade mark. */
  private static final double SIGN = -5;

  private static final String SIGNS = "©®«»°±§";

  /** How often a letter counts as seen that never was, and how many letters there may be. */
  private static final double UNSEEN = 0.02;

  private static final int ALPHABET = 200;

  /** How many observations a shorter context weighs. */
  private static final double BIGRAM_WEIGHT = 6;

  private static final double LETTER_WEIGHT = 8;

  private final long[] grams;
  private final int[] counts;
  private final int letters;

  private LanguageModel(Map<Long, Integer> seen, int letters) {
    this.grams = seen.keySet().stream().mapToLong(Long::longValue).sorted().toArray();
    this.counts = Arrays.stream(grams).mapToInt(seen::get).toArray();
    this.letters = letters;
  }

  /**
   * @param words of the language in lower case, as often as they shall count
   */
  static LanguageModel of(Collection<String> words) {
    Map<Long, Integer> seen = new HashMap<>();
    int letters = 0;
    for (String word : words) {
      String padded = padded(word);
      for (int i = 2; i < padded.length(); i++) {
        char a = padded.charAt(i - 2);
        char b = padded.charAt(i - 1);
        char c = padded.charAt(i);
        for (long gram :
            new long[] {gram(a, b, c), gram(b, c), c, gram(a, b, '\0'), gram(b, '\0')}) {
          seen.merge(gram, 1, Integer::sum);
        }
        letters++;
      }
    }
    return new LanguageModel(seen, letters);
  }

  /** Natural logarithm of how likely {@code word}, in lower case, is among words. */
  double logLikelihood(String word) {
    String padded = padded(word);
    double sum = 0;
    for (int i = 2; i < padded.length(); i++) {
      boolean atAnEnd = i == 2 || i == padded.length() - 2;
      boolean sign = atAnEnd && SIGNS.indexOf(padded.charAt(i)) >= 0;
      sum +=
          sign
              ? SIGN
              : Math.log(likelihood(padded.charAt(i - 2), padded.charAt(i - 1), padded.charAt(i)));
    }
    return sum;
  }

  private double likelihood(char a, char b, char c) {
    double letter = (count(c) + UNSEEN) / (letters + UNSEEN * ALPHABET);
    double bigram =
        (count(gram(b, c)) + LETTER_WEIGHT * letter) / (count(gram(b, '\0')) + LETTER_WEIGHT);
    return (count(gram(a, b, c)) + BIGRAM_WEIGHT * bigram)
        / (count(gram(a, b, '\0')) + BIGRAM_WEIGHT);
  }

  private static String padded(String word) {
    return "  " + word + " ";
  }

  private static long gram(char a, char b, char c) {
    return (long) (a + 1) << 34 | gram(b, c);
  }

  private static long gram(char a, char b) {
    return (long) (a + 1) << 17 | b;
  }

  private int count(long gram) {
    int at = Arrays.binarySearch(grams, gram);
    return at < 0 ? 0 : counts[at];
  }
}
