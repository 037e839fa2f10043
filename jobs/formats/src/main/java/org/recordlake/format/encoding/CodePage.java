package org.recordlake.format.encoding;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.recordlake.format.words.WordFile;

/** An encoding with one byte a letter, and the languages that are written in it. */
record CodePage(Charset charset, List<String> languages) {
  /** All that are told apart, Windows-1252 first. */
  static final List<CodePage> ALL =
      WordFile.of("code-pages")
          .each(
              (name, languages) ->
                  new CodePage(Charset.forName(name), List.of(languages.split(" "))));

  /** A capital that no word has in its middle is as unlikely as this, and so is a strange sign. */
  private static final double ODD = Math.log(1e-6);

  /** Before a small letter, or in older encodings than those of Windows. */
  private static final Pattern ODD_SIGN = Pattern.compile("^[©®«»°±§](?=\\p{Ll})");

  private static final Pattern SIGN = Pattern.compile("[©®«»°±§]");

  /** No word is less likely, for each of its letters: else one strange word would decide. */
  private static final double LEAST = -8;

  String text(byte[] word) {
    return new String(word, charset);
  }

  /**
   * Natural logarithm of how likely {@code word} is in any of the languages.
   *
   * @param length its bytes
   */
  double logLikelihood(String word, int length) {
    String lower = word.toLowerCase(Locale.ROOT);
    double[] each =
        languages.stream()
            .mapToDouble(language -> Languages.model(language).logLikelihood(lower))
            .toArray();
    double most = Double.NEGATIVE_INFINITY;
    for (double one : each) {
      most = Math.max(most, one);
    }
    double sum = 0;
    for (double one : each) {
      sum += Math.exp(one - most);
    }
    double likely = most + Math.log(sum / each.length) + odd(word) * ODD;
    return Math.max(likely, LEAST * (length + 1));
  }

  private long odd(String word) {
    Pattern sign = charset.name().startsWith("windows") ? ODD_SIGN : SIGN;
    return capitalsWithin(word) + sign.matcher(word).results().count();
  }

  private static long capitalsWithin(String word) {
    long within = 0;
    for (int i = 1; i < word.length(); i++) {
      boolean capital = word.charAt(i) > 'z' && Character.isUpperCase(word.charAt(i));
      within += capital && Character.isLowerCase(word.charAt(i - 1)) ? 1 : 0;
    }
    return within;
  }
}
