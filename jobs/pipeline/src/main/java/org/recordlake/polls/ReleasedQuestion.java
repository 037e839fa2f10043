package org.recordlake.polls;

import static java.util.Comparator.comparing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.recordlake.disclosure.DisclosureCheck;
import org.recordlake.disclosure.ProtectionRule;
import org.recordlake.disclosure.PublishedTable;
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
    return exposed(question, rule).isEmpty();
  }

  /** A figure that may not be shown, or one that is hidden and could be worked out. */
  Optional<String> exposed(Question question, ProtectionRule rule) {
    if (isHiddenWhole()) {
      return Optional.empty();
    }
    if (rule.isSmall(respondents.getAsLong())) {
      return Optional.of("respondents");
    }
    return Stream.of(
            lines.stream().filter(line -> rule.isSmall(line.people().orElse(0))),
            narrowed(counted(), choices(question.kind(), sums()), rule),
            narrowed(passedOver(), QuestionTables.noAnswer(passedOver(), question), rule))
        .flatMap(exposed -> exposed)
        .findFirst()
        .map(line -> "line " + (lines.indexOf(line) + 1) + " of " + lines.size());
  }

  private static Stream<AnswerLine> narrowed(
      List<AnswerLine> lines, PublishedTable table, ProtectionRule rule) {
    try {
      return DisclosureCheck.narrowed(table, rule).stream().map(lines::get);
    } catch (IllegalArgumentException contradiction) {
      // What was published before need not agree with what is known now.
      return lines.stream();
    }
  }

  /** The same as readers compare it with another night's: without places and rightness. */
  ReleasedQuestion asEdition() {
    return new ReleasedQuestion(
        respondents,
        lines.stream()
            .map(l -> new AnswerLine(l.answer(), l.kind(), 0, Optional.empty(), l.people()))
            .sorted(comparing(AnswerLine::kind).thenComparing(AnswerLine::answer))
            .toList());
  }

  /** Whether this may be published to readers who know all of {@code earlier}. */
  boolean mayFollow(List<ReleasedQuestion> earlier, Question question, ProtectionRule rule) {
    List<AnswerLine> all = union(earlier);
    return earlier.stream()
            .allMatch(
                before ->
                    Succession.isSafe(before.respondents.getAsLong(), respondents.getAsLong(), rule)
                        && looseLinesMayFollow(before, rule))
        && Succession.isSafe(
            earlier.stream()
                .map(before -> before.aligned(all).choices(question.kind(), before.sums()))
                .toList(),
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

  private List<AnswerLine> union(List<ReleasedQuestion> others) {
    List<AnswerLine> all = new ArrayList<>(counted());
    others.stream()
        .flatMap(other -> other.counted().stream())
        .forEach(
            line -> {
              if (all.stream().noneMatch(line::matches)) {
                all.add(line);
              }
            });
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
    return QuestionTables.choices(kind, respondents.getAsLong(), counted(), sums);
  }

  private List<AnswerLine> passedOver() {
    return lines.stream().filter(line -> line.kind() == AnswerKind.NO_ANSWER).toList();
  }
}
