package org.recordlake.polls;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.recordlake.disclosure.ProtectionRule;

/**
 * The cells of every split as readers may see them: {@code stg_poll_split_release}, one row per
 * meeting, poll, question, dimension, value and answer. It goes by what {@code poll_results} shows.
 */
public final class PollSplitRelease extends CountRelease {
  private static final Shape SHAPE =
      new Shape(
          "stg_poll_split_release",
          3,
          "poll_crosstabs",
          "stg_poll_split_release_input",
          List.of("meeting_key", "question_no", "dimension"),
          List.of("meeting_key", "poll_title", "question", "dimension"),
          List.of("question_kind", "lines", "cells", "before", "editions"),
          StructType.fromDDL(
              """
              dimension_value string, answer string, answer_order int, answers bigint,
              respondents bigint, question_respondents bigint, test string, p_value double,
              cramers_v double"""));

  public PollSplitRelease() {
    super(SHAPE);
  }

  @Override
  protected Decision decision(ProtectionRule rule) {
    return row -> {
      String kind = row.getAs("question_kind");
      SplitRelease.Released released =
          SplitRelease.of(
              kind,
              question(Counts.list(row, "lines")),
              Counts.list(row, "cells").stream().map(PollSplitRelease::count).toList(),
              before(Counts.list(row, "before")),
              Counts.number(row, "editions").orElse(0),
              rule);
      Optional<Association> association =
          Question.oneChoice(kind) ? Association.of(released.cells()) : Optional.empty();
      return released.cells().stream()
          .map(cell -> row(cell, released.questionRespondents(), association))
          .toList();
    };
  }

  private static Crosstab.Count count(Row cell) {
    return new Crosstab.Count(
        cell.getAs("dimension_value"),
        cell.getAs("answer"),
        cell.<Long>getAs("people"),
        cell.<Long>getAs("first_answers"));
  }

  private static ReleasedQuestion question(List<Row> lines) {
    return new ReleasedQuestion(
        Counts.number(lines.get(0), "respondents"),
        lines.stream()
            .map(
                line ->
                    new AnswerLine(
                        line.getAs("answer"),
                        AnswerKind.of(line.getAs("answer_kind")),
                        line.<Integer>getAs("answer_order"),
                        Optional.empty(),
                        Counts.number(line, "answers")))
            .toList());
  }

  private static Optional<SplitRelease.Released> before(List<Row> cells) {
    return cells.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new SplitRelease.Released(
                Counts.number(cells.get(0), "question_respondents"),
                cells.stream()
                    .map(
                        cell ->
                            new SplitCell(
                                cell.getAs("dimension_value"),
                                cell.getAs("answer"),
                                cell.<Integer>getAs("answer_order"),
                                Counts.number(cell, "answers"),
                                Counts.number(cell, "respondents")))
                    .toList()));
  }

  private static Row row(
      SplitCell cell, OptionalLong questionRespondents, Optional<Association> association) {
    return RowFactory.create(
        cell.value(),
        cell.answer(),
        cell.order(),
        Counts.boxed(cell.people()),
        Counts.boxed(cell.respondents()),
        Counts.boxed(questionRespondents),
        association.map(Association::test).orElse(null),
        association.map(Association::pValue).orElse(null),
        association.map(Association::cramersV).orElse(null));
  }
}
