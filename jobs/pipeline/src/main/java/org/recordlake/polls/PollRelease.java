package org.recordlake.polls;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.recordlake.disclosure.CellSuppression;
import org.recordlake.disclosure.ProtectionRule;
import org.recordlake.disclosure.Suppressor;

/**
 * The counts of every question as readers may see them: {@code stg_poll_release}, one row per
 * meeting, poll, question and line.
 */
public final class PollRelease extends CountRelease {
  private static final Shape SHAPE =
      new Shape(
          "stg_poll_release",
          2,
          "poll_results",
          "stg_poll_release_input",
          List.of("meeting_key", "question_no"),
          List.of(
              "meeting_key",
              "meeting_id",
              "poll_title",
              "question",
              "question_no",
              "meeting_date",
              "question_kind",
              "anonymous",
              "attendees"),
          List.of(
              "question_kind",
              "respondents",
              "passed_over",
              "attendees",
              "counted",
              "before",
              "editions"),
          StructType.fromDDL(
              """
              answer string, answer_kind string, answer_order int, correct boolean,
              answers bigint, respondents bigint"""));

  private final CellSuppression suppression;

  public PollRelease() {
    this(Suppressor::hiddenCells);
  }

  PollRelease(CellSuppression suppression) {
    super(SHAPE);
    this.suppression = suppression;
  }

  @Override
  protected Decision decision(ProtectionRule rule) {
    QuestionRelease release = new QuestionRelease(rule, suppression);
    return row -> {
      ReleasedQuestion released =
          release.of(question(row), before(Counts.list(row, "before")), editions(row));
      return released.lines().stream().map(line -> row(line, released.respondents())).toList();
    };
  }

  private static Question question(Row row) {
    return new Question(
        row.getAs("question_kind"),
        row.<Long>getAs("respondents"),
        row.<Long>getAs("passed_over"),
        Counts.number(row, "attendees"),
        counted(Counts.list(row, "counted")));
  }

  /** Lines in their order; one whose place is not known comes after those before it. */
  private static List<AnswerLine> counted(List<Row> rows) {
    List<AnswerLine> lines = new ArrayList<>();
    for (Row row : rows) {
      Integer place = row.getAs("answer_order");
      lines.add(line(row, place == null ? lines.size() + 1 : place));
    }
    return lines;
  }

  private static Optional<ReleasedQuestion> before(List<Row> rows) {
    return rows.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new ReleasedQuestion(Counts.number(rows.get(0), "respondents"), counted(rows)));
  }

  private static AnswerLine line(Row row, int place) {
    return new AnswerLine(
        row.getAs("answer"),
        AnswerKind.of(row.getAs("answer_kind")),
        place,
        Counts.yesOrNo(row, "correct"),
        Counts.number(row, "answers"));
  }

  private static List<ReleasedQuestion> editions(Row row) {
    return Counts.list(row, "editions").stream()
        .map(
            edition ->
                new ReleasedQuestion(
                    Counts.number(edition, "respondents"),
                    Counts.list(edition, "lines").stream().map(PollRelease::edited).toList()))
        .toList();
  }

  /** A line of an earlier edition, which keeps neither place nor rightness. */
  private static AnswerLine edited(Row row) {
    return new AnswerLine(
        row.getAs("answer"),
        AnswerKind.of(row.getAs("answer_kind")),
        0,
        Optional.empty(),
        Counts.number(row, "answers"));
  }

  private static Row row(AnswerLine line, OptionalLong respondents) {
    return RowFactory.create(
        line.answer(),
        line.kind().label(),
        line.order(),
        line.correct().orElse(null),
        Counts.boxed(line.people()),
        Counts.boxed(respondents));
  }
}
