package org.recordlake.format.meeting;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which time within its meeting a question was asked, from 1: the polls that ask it, in the order
 * of their first answers. Every export that tells the polls apart counts them alike, however it
 * numbers them.
 */
final class Launches {
  private final Map<String, Map<String, Integer>> byQuestion;

  private Launches(Map<String, Map<String, Integer>> byQuestion) {
    this.byQuestion = byQuestion;
  }

  static Launches of(List<Answer> answers) {
    Map<String, Instant> begins = new HashMap<>();
    Map<String, Set<String>> polls = new LinkedHashMap<>();
    for (Answer answer : answers) {
      begins.merge(
          answer.poll(),
          answer.at().orElse(Instant.MAX),
          (one, other) -> one.isBefore(other) ? one : other);
      polls.computeIfAbsent(answer.wording(), question -> new LinkedHashSet<>()).add(answer.poll());
    }
    Map<String, Map<String, Integer>> byQuestion = new HashMap<>();
    polls.forEach(
        (question, asking) -> {
          Map<String, Integer> numbers = new HashMap<>();
          asking.stream()
              .sorted(Comparator.comparing(begins::get))
              .forEach(poll -> numbers.put(poll, numbers.size() + 1));
          byQuestion.put(question, numbers);
        });
    return new Launches(byQuestion);
  }

  int of(Answer answer) {
    return byQuestion.get(answer.wording()).get(answer.poll());
  }
}
