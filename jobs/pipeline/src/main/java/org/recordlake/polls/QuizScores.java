package org.recordlake.polls;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.recordlake.disclosure.CountTable;
import org.recordlake.disclosure.ProtectionRule;
import org.recordlake.disclosure.Suppressor;

/**
 * How many people got each number of a quiz's questions right.
 *
 * @param people by number of right answers, from 0 to the number of questions
 */
record QuizScores(List<Long> people) {
  QuizScores {
    people = List.copyOf(people);
  }

  static QuizScores of(int questions, Map<Integer, Long> peopleByRights) {
    return new QuizScores(
        LongStream.rangeClosed(0, questions)
            .mapToObj(k -> peopleByRights.getOrDefault((int) k, 0L))
            .toList());
  }

  long total() {
    return people.stream().mapToLong(Long::longValue).sum();
  }

  long rightAnswers() {
    return IntStream.range(0, people.size()).mapToLong(k -> k * people.get(k)).sum();
  }

  /**
   * What may be shown of it; empty if nothing.
   *
   * @throws UndisclosableException if the result fails the check, which is a bug
   */
  Optional<ReleasedQuiz> released(ProtectionRule rule) {
    if (rule.isSmall(total())) {
      return Optional.empty();
    }
    CountTable table =
        new CountTable(people, ReleasedQuiz.sums(people.size(), total(), rightAnswers()));
    Optional<ReleasedQuiz> released = Suppressor.hiddenCells(table, rule).map(this::hiding);
    if (released.isPresent() && !released.get().passes(rule)) {
      throw new UndisclosableException("score distribution");
    }
    return released;
  }

  private ReleasedQuiz hiding(BitSet hidden) {
    return new ReleasedQuiz(
        total(),
        rightAnswers(),
        IntStream.range(0, people.size())
            .mapToObj(k -> hidden.get(k) ? OptionalLong.empty() : OptionalLong.of(people.get(k)))
            .toList());
  }
}
