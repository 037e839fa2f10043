package org.recordlake.polls;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.recordlake.disclosure.PublishedTable;
import org.recordlake.disclosure.Relation;

/** Lines of a question with the sums that readers know of them, as tables to be checked. */
final class QuestionTables {
  private QuestionTables() {}

  /**
   * @param counted choices and groups
   * @param sums groups whose grades are listed, and so add up to them
   */
  static PublishedTable choices(
      String kind, long respondents, List<AnswerLine> counted, List<PromoterGroups> sums) {
    List<Integer> groups = places(counted, AnswerKind.GROUP);
    List<Integer> answers = places(counted, AnswerKind.CHOICE);
    List<Relation> relations = new ArrayList<>();
    if (kind.equals("multiple")) {
      relations.add(Relation.atLeast(answers, respondents));
      answers.forEach(cell -> relations.add(Relation.atMost(List.of(cell), respondents)));
    } else if (!groups.isEmpty()) {
      relations.add(Relation.sum(groups, respondents));
      sums.forEach(group -> relations.add(sum(group, counted)));
    } else if (!answers.isEmpty()) {
      relations.add(Relation.sum(answers, respondents));
    }
    return new PublishedTable(counted.stream().map(AnswerLine::people).toList(), relations);
  }

  /** Those who passed over the question are at most the rest of the meeting. */
  static PublishedTable noAnswer(List<AnswerLine> passedOver, Question question) {
    List<OptionalLong> cells = passedOver.stream().map(AnswerLine::people).toList();
    boolean bounded = !cells.isEmpty() && question.restOfTheMeeting().isPresent();
    return new PublishedTable(
        cells,
        bounded
            ? List.of(Relation.atMost(List.of(0), question.restOfTheMeeting().getAsLong()))
            : List.of());
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

  private static List<Integer> places(List<AnswerLine> lines, AnswerKind kind) {
    return IntStream.range(0, lines.size())
        .filter(place -> lines.get(place).kind() == kind)
        .boxed()
        .toList();
  }
}
