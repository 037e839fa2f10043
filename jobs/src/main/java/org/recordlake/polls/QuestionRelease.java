package org.recordlake.polls;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.recordlake.disclosure.CountTable;
import org.recordlake.disclosure.ProtectionRule;
import org.recordlake.disclosure.Relation;
import org.recordlake.disclosure.Suppressor;

/**
 * Decides what readers see of a question: which of its counts are shown, which are hidden, or
 * whether it is hidden whole; and whether that may follow what was published before.
 */
final class QuestionRelease {
  private final Question question;
  private final ProtectionRule rule;

  private QuestionRelease(Question question, ProtectionRule rule) {
    this.question = question;
    this.rule = rule;
  }

  /**
   * @param before what the previous run published of the question
   * @return {@code before} again, if the change since then is too small to be shown; nothing at
   *     all, if in addition some of the people counted in it are gone
   * @throws UndisclosableException if the result fails the check, which is a bug
   */
  static ReleasedQuestion of(
      Question question, Optional<ReleasedQuestion> before, ProtectionRule rule) {
    ReleasedQuestion now = new QuestionRelease(question, rule).release();
    if (!now.passes(question, rule)) {
      throw new UndisclosableException("poll_results");
    }
    Optional<ReleasedQuestion> known = before.filter(old -> old.passes(question, rule));
    if (known.isEmpty() || now.mayFollow(known.get(), question, rule)) {
      return now;
    }
    return known
        .filter(old -> old.isStillCovered(question))
        .orElseGet(ReleasedQuestion::hiddenWhole);
  }

  private ReleasedQuestion release() {
    if (rule.isSmall(question.respondents())) {
      return ReleasedQuestion.hiddenWhole();
    }
    Optional<List<AnswerLine>> answers =
        switch (question.kind()) {
          case "text" -> Optional.of(written());
          case "multiple" -> suppressed(question.choices(), this::multiple);
          case "nps" ->
              PromoterGroups.fit(question.choices())
                  ? grades()
                  : suppressed(question.choices(), CountTable::oneWay);
          default -> suppressed(question.choices(), CountTable::oneWay);
        };
    return answers
        .map(
            lines ->
                new ReleasedQuestion(
                    java.util.OptionalLong.of(question.respondents()), withNoAnswer(lines)))
        .orElseGet(ReleasedQuestion::hiddenWhole);
  }

  private List<AnswerLine> written() {
    return question.answers().stream()
        .filter(line -> line.kind() == AnswerKind.TEXT || line.kind() == AnswerKind.TERM)
        .filter(line -> !rule.isSmall(line.people().getAsLong()))
        .toList();
  }

  /** The groups first; grades only where they can be told apart without giving one away. */
  private Optional<List<AnswerLine>> grades() {
    List<AnswerLine> groups =
        question.respondents() == 0
            ? List.of()
            : Arrays.stream(PromoterGroups.values())
                .map(group -> group.counted(question.choices()))
                .toList();
    return suppressed(groups, CountTable::oneWay).map(this::withGrades);
  }

  private List<AnswerLine> withGrades(List<AnswerLine> groups) {
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

  private CountTable multiple(List<Long> counts) {
    List<Integer> all = IntStream.range(0, counts.size()).boxed().toList();
    List<Relation> relations = new ArrayList<>();
    relations.add(Relation.atLeast(all, question.respondents()));
    all.forEach(cell -> relations.add(Relation.atMost(List.of(cell), question.respondents())));
    return new CountTable(counts, relations);
  }

  private Optional<List<AnswerLine>> suppressed(
      List<AnswerLine> lines, java.util.function.Function<List<Long>, CountTable> table) {
    if (lines.isEmpty()) {
      return Optional.of(lines);
    }
    List<Long> counts = lines.stream().map(line -> line.people().getAsLong()).toList();
    return Suppressor.hiddenCells(table.apply(counts), rule).map(hidden -> hide(lines, hidden));
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
  private List<AnswerLine> withNoAnswer(List<AnswerLine> lines) {
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
