package org.recordlake.polls;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.recordlake.disclosure.DisclosureCheck;
import org.recordlake.disclosure.ProtectionRule;
import org.recordlake.disclosure.PublishedTable;
import org.recordlake.disclosure.Relation;
import org.recordlake.disclosure.Succession;

/**
 * What readers see of a quiz as a whole. They know the sum of right answers from the results of its
 * questions, so it binds the levels: Σ k × people(k) is known.
 *
 * @param total people who answered
 * @param rightAnswers right answers of all of them
 * @param people by number of right answers, from 0 on; empty if hidden
 */
record ReleasedQuiz(long total, long rightAnswers, List<OptionalLong> people) {
  ReleasedQuiz {
    people = List.copyOf(people);
  }

  boolean passes(ProtectionRule rule) {
    try {
      return !rule.isSmall(total) && DisclosureCheck.passes(table(), rule);
    } catch (IllegalArgumentException contradiction) {
      // What was published before need not add up under another rule.
      return false;
    }
  }

  /** Whether this may be published to readers who know all of {@code earlier}. */
  boolean mayFollow(List<ReleasedQuiz> earlier, ProtectionRule rule) {
    return earlier.stream()
            .allMatch(
                before ->
                    before.people.size() == people.size()
                        && Succession.isSafe(before.total, total, rule))
        && Succession.isSafe(earlier.stream().map(ReleasedQuiz::table).toList(), table(), rule);
  }

  /** Whether everybody this shows is still there. */
  boolean isStillCovered(QuizScores scores) {
    return scores.people().size() == people.size()
        && scores.total() >= total
        && scores.rightAnswers() >= rightAnswers;
  }

  private PublishedTable table() {
    return new PublishedTable(people, sums(people.size(), total, rightAnswers));
  }

  static List<Relation> sums(int levels, long total, long rightAnswers) {
    Map<Integer, Integer> weights = new HashMap<>();
    IntStream.range(1, levels).forEach(k -> weights.put(k, k));
    return List.of(
        Relation.sum(IntStream.range(0, levels).boxed().toList(), total),
        new Relation(weights, Relation.Sense.EQUAL, rightAnswers));
  }
}
