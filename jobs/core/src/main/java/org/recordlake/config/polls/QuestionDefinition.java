package org.recordlake.config.polls;

import java.io.Serializable;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One question of a poll.
 *
 * @param kind single, multiple, scale, nps, text or quiz
 * @param options what can be chosen, in the order shown; empty if unknown
 * @param correct the right options of a quiz
 * @param sensitive whether answers of too few people are taken together
 */
public record QuestionDefinition(
    String kind, List<String> options, List<String> correct, boolean sensitive)
    implements Serializable {
  public static final QuestionDefinition UNKNOWN =
      new QuestionDefinition("single", List.of(), List.of(), false);

  public QuestionDefinition {
    options = List.copyOf(options);
    correct = List.copyOf(correct);
  }

  /**
   * One answer.
   *
   * @param order place among the options, from 1; empty if it is none of them
   * @param correct whether it is right, if the question is a quiz
   */
  public record Choice(String text, Optional<Integer> order, Optional<Boolean> correct) {}

  /** The answers that {@code given} joins. Only those of a multiple choice are taken apart. */
  public List<Choice> choices(String given) {
    if (!kind.equals("multiple")) {
      return List.of(choice(given.strip()));
    }
    return Pattern.compile(pattern())
        .matcher(given)
        .results()
        .map(found -> found.group(1).strip())
        .filter(text -> !text.isEmpty())
        .map(this::choice)
        .toList();
  }

  /**
   * Finds the answers that exports join by semicolons, each as its first group. An option may hold
   * the separator itself, so the longest option that ends at a separator or at the end is taken
   * each time; what is no option, such as a text of one's own, ends at the next separator.
   */
  public String pattern() {
    String longestFirst =
        options.stream()
            .sorted(Comparator.comparing(String::length).reversed())
            .map(Pattern::quote)
            .collect(Collectors.joining("|"));
    String option = options.isEmpty() ? "" : "(?:" + longestFirst + ")(?=;|\\z)|";
    return "\\s*(" + option + "[^;]+)";
  }

  private Choice choice(String text) {
    int place = options.indexOf(text);
    Optional<Boolean> right =
        kind.equals("quiz") && !correct.isEmpty()
            ? Optional.of(correct.contains(text))
            : Optional.empty();
    return new Choice(text, place < 0 ? Optional.empty() : Optional.of(place + 1), right);
  }
}
