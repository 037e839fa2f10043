package org.recordlake.polls;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.recordlake.disclosure.CellSuppression;
import org.recordlake.disclosure.CountTable;
import org.recordlake.disclosure.ProtectionRule;
import org.recordlake.disclosure.Relation;

/**
 * Decides what readers see of a question: which of its counts are shown, which are hidden, or
 * whether it is hidden whole; and whether that may follow what was published before.
 */
final class QuestionRelease implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Editions after which a result stays as it is, so that what is checked together is bounded. */
  static final int MOST_EDITIONS = 8;

  private final ProtectionRule rule;
  private final CellSuppression suppression;

  QuestionRelease(ProtectionRule rule, CellSuppression suppression) {
    this.rule = rule;
    this.suppression = suppression;
  }

  /**
   * @param before what the previous run published of the question
   * @param editions every different result published of it so far, the oldest first
   * @return {@code before} again, if the change since any edition is too small to be shown, or if
   *     there were as many as there may be; nothing at all, if in addition some of the people
   *     counted in it are gone
   * @throws UndisclosableException if the result fails the check, which is a bug
   */
  ReleasedQuestion of(
      Question question, Optional<ReleasedQuestion> before, List<ReleasedQuestion> editions) {
    ReleasedQuestion now = release(question);
    now.exposed(question, rule)
        .ifPresent(
            cell -> {
              throw new UndisclosableException(cell);
            });
    Optional<ReleasedQuestion> known = before.filter(old -> old.passes(question, rule));
    if (known.filter(now::equals).isPresent() || mayFollow(now, known, editions, question)) {
      return now;
    }
    return known
        .filter(old -> old.isStillCovered(question))
        .orElseGet(ReleasedQuestion::hiddenWhole);
  }

  /** An edition that this rule would not show, as under a lower threshold, binds nothing. */
  private boolean mayFollow(
      ReleasedQuestion now,
      Optional<ReleasedQuestion> known,
      List<ReleasedQuestion> editions,
      Question question) {
    List<ReleasedQuestion> earlier =
        Stream.concat(editions.stream(), known.stream())
            .filter(old -> !old.isHiddenWhole() && old.passes(question, rule))
            .map(ReleasedQuestion::asEdition)
            .distinct()
            .toList();
    return now.isHiddenWhole()
        || earlier.isEmpty()
        || (earlier.size() < MOST_EDITIONS && now.mayFollow(earlier, question, rule));
  }

  private ReleasedQuestion release(Question question) {
    if (rule.isSmall(question.respondents())) {
      return ReleasedQuestion.hiddenWhole();
    }
    return answers(question)
        .map(
            lines ->
                new ReleasedQuestion(
                    OptionalLong.of(question.respondents()), withNoAnswer(lines, question)))
        .orElseGet(ReleasedQuestion::hiddenWhole);
  }

  private Optional<List<AnswerLine>> answers(Question question) {
    return switch (question.kind()) {
      case "text" -> Optional.of(written(question));
      case "multiple" -> suppressed(question.choices(), counts -> multiple(counts, question));
      case "nps" ->
          PromoterGroups.fit(question.choices())
              ? grades(question)
              : suppressed(question.choices(), CountTable::oneWay);
      default -> suppressed(question.choices(), CountTable::oneWay);
    };
  }

  private List<AnswerLine> written(Question question) {
    return question.answers().stream()
        .filter(line -> line.kind() == AnswerKind.TEXT || line.kind() == AnswerKind.TERM)
        .filter(line -> !rule.isSmall(line.people().getAsLong()))
        .toList();
  }

  /** The groups first; grades only where they can be told apart without giving one away. */
  private Optional<List<AnswerLine>> grades(Question question) {
    List<AnswerLine> groups =
        question.respondents() == 0
            ? List.of()
            : Arrays.stream(PromoterGroups.values())
                .map(group -> group.counted(question.choices()))
                .toList();
    return suppressed(groups, CountTable::oneWay).map(shown -> withGrades(shown, question));
  }

  private List<AnswerLine> withGrades(List<AnswerLine> groups, Question question) {
    List<AnswerLine> lines = new ArrayList<>();
    for (int place = 0; place < groups.size(); place++) {
      PromoterGroups group = PromoterGroups.values()[place];
      if (groups.get(place).isShown()) {
        List<AnswerLine> grades = question.choices().stream().filter(group::holds).toList();
        suppressed(grades, CountTable::oneWay).ifPresent(lines::addAll);
      }
    }
    lines.addAll(groups);
    return lines;
  }

  private static CountTable multiple(List<Long> counts, Question question) {
    List<Integer> all = IntStream.range(0, counts.size()).boxed().toList();
    List<Relation> relations = new ArrayList<>();
    relations.add(Relation.atLeast(all, question.respondents()));
    all.forEach(cell -> relations.add(Relation.atMost(List.of(cell), question.respondents())));
    return new CountTable(counts, relations);
  }

  private Optional<List<AnswerLine>> suppressed(
      List<AnswerLine> lines, Function<List<Long>, CountTable> table) {
    if (lines.isEmpty()) {
      return Optional.of(lines);
    }
    List<Long> counts = lines.stream().map(line -> line.people().getAsLong()).toList();
    return suppression.hiddenCells(table.apply(counts), rule).map(hidden -> hide(lines, hidden));
  }

  private static List<AnswerLine> hide(List<AnswerLine> lines, BitSet hidden) {
    return IntStream.range(0, lines.size())
        .mapToObj(place -> hidden.get(place) ? lines.get(place).hidden() : lines.get(place))
        .toList();
  }

  /**
   * Those who passed over the question are at most the rest of the meeting. Where that is too small
   * a group to hide in, the line is left out.
   */
  private List<AnswerLine> withNoAnswer(List<AnswerLine> lines, Question question) {
    long passedOver = question.passedOver();
    if (passedOver == 0) {
      return lines;
    }
    int place = lines.stream().mapToInt(AnswerLine::order).max().orElse(0) + 1;
    AnswerLine line = AnswerLine.counted("no answer", AnswerKind.NO_ANSWER, place, passedOver);
    List<AnswerLine> all = new ArrayList<>(lines);
    if (!rule.isSmall(passedOver)) {
      all.add(line);
    } else if (question.restOfTheMeeting().orElse(Long.MAX_VALUE) >= rule.threshold()) {
      all.add(line.hidden());
    }
    return all;
  }
}
