package org.recordlake.polls;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.recordlake.disclosure.DisclosureCheck;
import org.recordlake.disclosure.ProtectionRule;
import org.recordlake.disclosure.PublishedTable;
import org.recordlake.disclosure.Relation;
import org.recordlake.disclosure.Succession;

/**
 * What readers see of a question.
 *
 * @param respondents people who answered; empty if the question is hidden whole
 */
record ReleasedQuestion(OptionalLong respondents, List<AnswerLine> lines) {
  private static final String TOO_FEW = "(too few to show)";

  ReleasedQuestion {
    lines = List.copyOf(lines);
  }

  /** Nothing but that the question was asked. */
  static ReleasedQuestion hiddenWhole() {
    AnswerLine line = AnswerLine.counted(TOO_FEW, AnswerKind.HIDDEN, 1, 0).hidden();
    return new ReleasedQuestion(OptionalLong.empty(), List.of(line));
  }

  boolean isHiddenWhole() {
    return respondents.isEmpty();
  }

  /** Whether all that is shown may be, and all that is hidden is protected. */
  boolean passes(Question question, ProtectionRule rule) {
    return isHiddenWhole()
        || (!rule.isSmall(respondents.getAsLong())
            && DisclosureCheck.passes(choices(question.kind(), sums()), rule)
            && DisclosureCheck.passes(noAnswer(question), rule)
            && lines.stream().noneMatch(line -> rule.isSmall(line.people().orElse(0))));
  }

  /** Whether this may be published to readers who know {@code before}. */
  boolean mayFollow(ReleasedQuestion before, Question question, ProtectionRule rule) {
    if (isHiddenWhole() || before.isHiddenWhole()) {
      return true;
    }
    List<AnswerLine> all = union(before);
    return Succession.isSafe(before.respondents.getAsLong(), respondents.getAsLong(), rule)
        && looseLinesMayFollow(before, rule)
        && Succession.isSafe(
            before.aligned(all).choices(question.kind(), before.sums()),
            aligned(all).choices(question.kind(), sums()),
            rule);
  }

  /** Whether every count of this is still reached by the true ones, as far as it is shown. */
  boolean isStillCovered(Question question) {
    return !isHiddenWhole()
        && question.respondents() >= respondents.getAsLong()
        && lines.stream()
            .filter(line -> line.kind() == AnswerKind.CHOICE && line.isShown())
            .allMatch(
                line ->
                    question.choices().stream()
                        .anyMatch(
                            now ->
                                now.matches(line)
                                    && now.people().getAsLong() >= line.people().getAsLong()));
  }

  private boolean looseLinesMayFollow(ReleasedQuestion before, ProtectionRule rule) {
    return lines.stream()
        .filter(line -> line.kind() == AnswerKind.TERM || line.kind() == AnswerKind.NO_ANSWER)
        .allMatch(
            line ->
                before.lines.stream()
                    .filter(line::matches)
                    .allMatch(
                        was ->
                            Succession.isSafe(
                                was.people().orElse(0), line.people().orElse(0), rule)));
  }

  private List<AnswerLine> union(ReleasedQuestion before) {
    List<AnswerLine> all = new ArrayList<>(counted());
    before.counted().stream()
        .filter(line -> all.stream().noneMatch(line::matches))
        .forEach(all::add);
    return all;
  }

  /** The same with these lines in this order; an answer that nobody is listed for has nobody. */
  private ReleasedQuestion aligned(List<AnswerLine> all) {
    return new ReleasedQuestion(
        respondents,
        all.stream()
            .map(
                line ->
                    lines.stream()
                        .filter(line::matches)
                        .findFirst()
                        .orElseGet(
                            () -> AnswerLine.counted(line.answer(), line.kind(), line.order(), 0)))
            .toList());
  }

  private List<AnswerLine> counted() {
    return lines.stream()
        .filter(line -> line.kind() == AnswerKind.CHOICE || line.kind() == AnswerKind.GROUP)
        .toList();
  }

  /** Groups whose grades are listed, and so add up to them. */
  private List<PromoterGroups> sums() {
    return java.util.Arrays.stream(PromoterGroups.values())
        .filter(group -> lines.stream().anyMatch(group::isOf))
        .filter(
            group ->
                lines.stream()
                    .anyMatch(line -> line.kind() == AnswerKind.CHOICE && group.holds(line)))
        .toList();
  }

  private PublishedTable choices(String kind, List<PromoterGroups> sums) {
    List<AnswerLine> counted = counted();
    List<Integer> groups = places(counted, AnswerKind.GROUP);
    List<Integer> answers = places(counted, AnswerKind.CHOICE);
    long total = respondents.getAsLong();
    List<Relation> relations = new ArrayList<>();
    if (kind.equals("multiple")) {
      relations.add(Relation.atLeast(answers, total));
      answers.forEach(cell -> relations.add(Relation.atMost(List.of(cell), total)));
    } else if (!groups.isEmpty()) {
      relations.add(Relation.sum(groups, total));
      sums.forEach(group -> relations.add(sum(group, counted)));
    } else if (!answers.isEmpty()) {
      relations.add(Relation.sum(answers, total));
    }
    return new PublishedTable(counted.stream().map(AnswerLine::people).toList(), relations);
  }

  private static Relation sum(PromoterGroups group, List<AnswerLine> counted) {
    List<Integer> grades =
        places(counted, AnswerKind.CHOICE).stream()
            .filter(cell -> group.holds(counted.get(cell)))
            .toList();
    int total =
        places(counted, AnswerKind.GROUP).stream()
            .filter(cell -> group.isOf(counted.get(cell)))
            .findFirst()
            .orElseThrow();
    return Relation.sumIsCell(grades, total);
  }

  private PublishedTable noAnswer(Question question) {
    List<OptionalLong> cells =
        lines.stream()
            .filter(line -> line.kind() == AnswerKind.NO_ANSWER)
            .map(AnswerLine::people)
            .toList();
    boolean bounded = !cells.isEmpty() && question.restOfTheMeeting().isPresent();
    return new PublishedTable(
        cells,
        bounded
            ? List.of(Relation.atMost(List.of(0), question.restOfTheMeeting().getAsLong()))
            : List.of());
  }

  private static List<Integer> places(List<AnswerLine> lines, AnswerKind kind) {
    return IntStream.range(0, lines.size())
        .filter(place -> lines.get(place).kind() == kind)
        .boxed()
        .toList();
  }
}
