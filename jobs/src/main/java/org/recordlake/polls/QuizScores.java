package org.recordlake.polls;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.recordlake.disclosure.CountTable;
import org.recordlake.disclosure.DisclosureCheck;
import org.recordlake.disclosure.ProtectionRule;
import org.recordlake.disclosure.Relation;
import org.recordlake.disclosure.Suppressor;

/**
 * How many people got each number of a quiz's questions right. Readers know the sum of right
 * answers from the questions' own results, so it binds the levels: Σ k × people(k) is known.
 *
 * @param people by number of right answers, from 0 to the number of questions
 */
record QuizScores(List<Long> people) {
  QuizScores {
    people = List.copyOf(people);
  }

  long total() {
    return people.stream().mapToLong(Long::longValue).sum();
  }

  long rightAnswers() {
    return IntStream.range(0, people.size()).mapToLong(k -> k * people.get(k)).sum();
  }

  /**
   * Levels to hide; empty if the distribution cannot be shown.
   *
   * @throws UndisclosableException if the result fails the check, which is a bug
   */
  Optional<BitSet> hiddenLevels(ProtectionRule rule) {
    if (rule.isSmall(total())) {
      return Optional.empty();
    }
    Map<Integer, Integer> weights = new HashMap<>();
    IntStream.range(1, people.size()).forEach(k -> weights.put(k, k));
    List<Integer> all = IntStream.range(0, people.size()).boxed().toList();
    CountTable table =
        new CountTable(
            people,
            List.of(
                Relation.sum(all, total()),
                new Relation(weights, Relation.Sense.EQUAL, rightAnswers())));
    Optional<BitSet> hidden = Suppressor.hiddenCells(table, rule);
    if (hidden.isPresent() && !DisclosureCheck.passes(table.hiding(hidden.get()), rule)) {
      throw new UndisclosableException("poll_scores");
    }
    return hidden;
  }

  static QuizScores of(int questions, Map<Integer, Long> peopleByRights) {
    return new QuizScores(
        LongStream.rangeClosed(0, questions)
            .mapToObj(k -> peopleByRights.getOrDefault((int) k, 0L))
            .toList());
  }
}
