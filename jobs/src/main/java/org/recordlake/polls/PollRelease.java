package org.recordlake.polls;

import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.udf;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.recordlake.disclosure.ProtectionRule;
import org.recordlake.model.JavaStage;
import org.recordlake.model.ModelParameters;
import scala.jdk.javaapi.CollectionConverters;

/**
 * The counts of every question as readers may see them: {@code stg_poll_release}, one row per
 * meeting, poll, question and line. A question is decided on by itself, wherever Spark holds its
 * counts.
 */
public final class PollRelease implements JavaStage {
  private static final String COUNTS = "stg_poll_counts";
  private static final String BEFORE = "before_poll_results";
  private static final List<String> KEY = List.of("meeting_key", "poll_title", "question");

  private static final StructType LINE =
      new StructType()
          .add("answer", DataTypes.StringType)
          .add("answer_kind", DataTypes.StringType)
          .add("answer_order", DataTypes.IntegerType)
          .add("correct", DataTypes.BooleanType)
          .add("answers", DataTypes.LongType)
          .add("respondents", DataTypes.LongType);

  @Override
  public String name() {
    return "stg_poll_release";
  }

  @Override
  public List<String> reads() {
    return List.of(COUNTS, BEFORE);
  }

  @Override
  public Set<String> parameters() {
    return Set.of("threshold");
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public Dataset<Row> rows(Function<String, Dataset<Row>> views, ModelParameters parameters) {
    Dataset<Row> before =
        Lists.gathered(
            views.apply(BEFORE),
            KEY,
            "before",
            "answer",
            "answer_kind",
            "answer_order",
            "correct",
            "answers",
            "respondents");
    UDF1<Row, List<Row>> release = release(parameters.threshold());
    Column question =
        struct(
            col("question_kind"),
            col("respondents"),
            col("passed_over"),
            col("attendees"),
            array_sort(col("answers")).as("answers"),
            col("before"));
    Dataset<Row> counts = views.apply(COUNTS);
    return counts
        .join(before, CollectionConverters.asScala(KEY).toSeq(), "left_outer")
        .select(
            col("meeting_key"),
            col("meeting_id"),
            col("poll_title"),
            col("question"),
            col("question_no"),
            col("meeting_date"),
            col("question_kind"),
            col("anonymous"),
            col("attendees"),
            explode(udf(release, DataTypes.createArrayType(LINE)).apply(question)).as("line"))
        .select(col("*"), col("line.*"))
        .drop("line");
  }

  private static UDF1<Row, List<Row>> release(int threshold) {
    return row -> {
      ProtectionRule rule = new ProtectionRule(threshold);
      ReleasedQuestion released = QuestionRelease.of(question(row), before(row), rule);
      return released.lines().stream().map(line -> row(line, released.respondents())).toList();
    };
  }

  private static Question question(Row row) {
    return new Question(
        row.getString(0),
        row.getLong(1),
        row.getLong(2),
        Lists.number(row, 3),
        counted(row.getList(4)));
  }

  /** Lines in their order; one whose place is not known comes after those before it. */
  private static List<AnswerLine> counted(List<Row> rows) {
    List<AnswerLine> lines = new ArrayList<>();
    for (Row row : rows) {
      lines.add(
          new AnswerLine(
              row.getString(1),
              AnswerKind.of(row.getString(2)),
              row.isNullAt(0) ? lines.size() + 1 : row.getInt(0),
              correct(row),
              OptionalLong.of(row.getLong(4))));
    }
    return lines;
  }

  private static Optional<Boolean> correct(Row row) {
    return row.isNullAt(3) ? Optional.empty() : Optional.of(row.getBoolean(3));
  }

  private static Optional<ReleasedQuestion> before(Row row) {
    if (row.isNullAt(5)) {
      return Optional.empty();
    }
    List<Row> lines = row.getList(5);
    return Optional.of(
        new ReleasedQuestion(
            Lists.number(lines.get(0), 5),
            lines.stream()
                .map(
                    line ->
                        new AnswerLine(
                            line.getString(0),
                            AnswerKind.of(line.getString(1)),
                            line.getInt(2),
                            correct(line),
                            Lists.number(line, 4)))
                .toList()));
  }

  private static Row row(AnswerLine line, OptionalLong respondents) {
    return RowFactory.create(
        line.answer(),
        line.kind().label(),
        line.order(),
        line.correct().orElse(null),
        Lists.boxed(line.people()),
        Lists.boxed(respondents));
  }
}
