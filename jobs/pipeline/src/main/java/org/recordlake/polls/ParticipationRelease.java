package org.recordlake.polls;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.recordlake.disclosure.ProtectionRule;
import org.recordlake.disclosure.Suppressor;

/**
 * How people took part in a meeting, as readers may see it: {@code stg_participation_release}, one
 * row per meeting, measure and bucket. A measure is treated like a question of one choice; one that
 * was hidden whole stays so, since nobody knows what was shown of it earlier.
 */
public final class ParticipationRelease extends CountRelease {
  private static final String CURVE = "presence";

  private static final Shape SHAPE =
      new Shape(
          "stg_participation_release",
          2,
          "meeting_participation",
          "stg_participation_release_input",
          List.of("meeting_key", "measure"),
          List.of("meeting_key", "meeting_id", "measure"),
          List.of("measure", "attendees", "buckets", "before"),
          StructType.fromDDL("bucket string, bucket_order int, people bigint, attendees bigint"));

  public ParticipationRelease() {
    super(SHAPE);
  }

  @Override
  protected Decision decision(ProtectionRule rule) {
    QuestionRelease release = new QuestionRelease(rule, Suppressor::hiddenCells);
    return row -> {
      long attendees = row.<Long>getAs("attendees");
      List<AnswerLine> counted = lines(Counts.list(row, "buckets"));
      Optional<ReleasedQuestion> before = before(Counts.list(row, "before"));
      ReleasedQuestion released =
          before
              .filter(ReleasedQuestion::isHiddenWhole)
              .orElseGet(
                  () ->
                      row.getAs("measure").equals(CURVE)
                          ? curve(counted, attendees, before, rule)
                          : release.of(measure(counted, attendees), before, List.of()));
      return released.lines().stream().map(line -> row(line, released.respondents())).toList();
    };
  }

  private static Question measure(List<AnswerLine> counted, long attendees) {
    return new Question("single", attendees, 0, OptionalLong.empty(), counted);
  }

  /** Like a split, a curve is made once and stays until the number of attendees changes. */
  private static ReleasedQuestion curve(
      List<AnswerLine> points,
      long attendees,
      Optional<ReleasedQuestion> before,
      ProtectionRule rule) {
    OptionalLong all = OptionalLong.of(attendees);
    return before
        .filter(old -> old.respondents().equals(all))
        .filter(old -> old.lines().stream().noneMatch(p -> rule.isSmall(p.people().orElse(0))))
        .orElseGet(() -> new ReleasedQuestion(all, PresenceCurve.shown(points, attendees, rule)));
  }

  private static Optional<ReleasedQuestion> before(List<Row> rows) {
    return rows.isEmpty()
        ? Optional.empty()
        : Optional.of(new ReleasedQuestion(Counts.number(rows.get(0), "attendees"), lines(rows)));
  }

  private static List<AnswerLine> lines(List<Row> rows) {
    return rows.stream()
        .map(
            row ->
                new AnswerLine(
                    row.getAs("bucket"),
                    AnswerKind.CHOICE,
                    row.<Integer>getAs("bucket_order"),
                    Optional.empty(),
                    Counts.number(row, "people")))
        .toList();
  }

  private static Row row(AnswerLine line, OptionalLong attendees) {
    return RowFactory.create(
        line.answer(), line.order(), Counts.boxed(line.people()), Counts.boxed(attendees));
  }
}
