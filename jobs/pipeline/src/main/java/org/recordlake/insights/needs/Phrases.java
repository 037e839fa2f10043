package org.recordlake.insights.needs;

import java.io.Serializable;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Phrases looked for as whole words, whatever their case and the space between their words; {@code
 * *} stands for any ending of a word.
 */
record Phrases(Pattern pattern) implements Serializable {
  private static final String WORD = "[\\p{L}\\p{N}]";
  private static final Pattern NEVER = Pattern.compile("(?!)");

  /**
   * @throws IllegalArgumentException if a phrase is empty or begins with {@code *}
   */
  static Phrases of(List<String> phrases) {
    if (phrases.isEmpty()) {
      return new Phrases(NEVER);
    }
    String any = phrases.stream().map(Phrases::expression).collect(Collectors.joining("|"));
    return new Phrases(
        Pattern.compile(
            "(?<!" + WORD + ")(?:" + any + ")(?!" + WORD + ")",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE));
  }

  private static String expression(String phrase) {
    String trimmed = phrase.strip();
    if (trimmed.isEmpty() || trimmed.startsWith("*")) {
      throw new IllegalArgumentException("a phrase needs a beginning");
    }
    return List.of(trimmed.split("\\s+", -1)).stream()
        .map(Phrases::word)
        .collect(Collectors.joining("\\s+"));
  }

  private static String word(String word) {
    return List.of(word.split("\\*", -1)).stream()
        .map(part -> part.isEmpty() ? "" : Pattern.quote(part))
        .collect(Collectors.joining(WORD + "*"));
  }

  boolean in(String text) {
    return pattern.matcher(text).find();
  }

  Matcher over(String text) {
    return pattern.matcher(text);
  }

  /** {@code text} with a mark that is no word in place of every phrase. */
  String takenOut(String text) {
    return pattern.matcher(text).replaceAll("#");
  }
}
