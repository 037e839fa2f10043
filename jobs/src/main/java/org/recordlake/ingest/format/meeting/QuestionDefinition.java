package org.recordlake.ingest.format.meeting;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One question of a poll.
 *
 * @param kind single, multiple, scale, nps, text or quiz
 * @param options what can be chosen, in the order shown; empty if unknown
 * @param correct the right options of a quiz
 */
record QuestionDefinition(String kind, List<String> options, List<String> correct)
    implements Serializable {
  static final QuestionDefinition UNKNOWN = new QuestionDefinition("single", List.of(), List.of());

  private static final char SEPARATOR = ';';

  QuestionDefinition {
    options = List.copyOf(options);
    correct = List.copyOf(correct);
  }

  /**
   * One answer.
   *
   * @param order place among the options, from 1; empty if it is none of them
   * @param correct whether it is right, if the question is a quiz
   */
  record Choice(String text, Optional<Integer> order, Optional<Boolean> correct) {}

  /**
   * The answers that {@code given} joins. Only those of a multiple choice are taken apart. An
   * option may hold the separator itself, so the longest option that ends at a separator or at the
   * end is taken each time; what is no option, such as a text of one's own, ends at the next
   * separator.
   */
  List<Choice> choices(String given) {
    if (!kind.equals("multiple")) {
      return List.of(choice(given.strip()));
    }
    List<Choice> choices = new ArrayList<>();
    for (int from = 0; from < given.length(); ) {
      while (from < given.length() && Character.isWhitespace(given.charAt(from))) {
        from++;
      }
      int to = end(given, from);
      String text = given.substring(from, to).strip();
      if (!text.isEmpty()) {
        choices.add(choice(text));
      }
      from = to + 1;
    }
    return choices;
  }

  private int end(String given, int from) {
    int separator = given.indexOf(SEPARATOR, from);
    return options.stream()
        .filter(option -> stands(option, given, from))
        .mapToInt(option -> from + option.length())
        .max()
        .orElse(separator < 0 ? given.length() : separator);
  }

  private static boolean stands(String option, String given, int from) {
    int to = from + option.length();
    return given.startsWith(option, from)
        && (to == given.length() || given.charAt(to) == SEPARATOR);
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
