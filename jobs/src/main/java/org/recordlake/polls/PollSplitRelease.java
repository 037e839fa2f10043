package org.recordlake.polls;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.udf;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
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
 * The cells of every split as readers may see them: {@code stg_poll_split_release}, one row per
 * meeting, poll, question, dimension, value and answer. It goes by what {@code poll_results} shows.
 */
public final class PollSplitRelease implements JavaStage {
  private static final String COUNTS = "stg_poll_splits";
  private static final String RESULTS = "poll_results";
  private static final String BEFORE = "before_poll_crosstabs";
  private static final List<String> QUESTION = List.of("meeting_key", "poll_title", "question");
  private static final List<String> SPLIT =
      Stream.concat(QUESTION.stream(), Stream.of("dimension")).toList();

  private static final StructType CELL =
      new StructType()
          .add("dimension_value", DataTypes.StringType)
          .add("answer", DataTypes.StringType)
          .add("answer_order", DataTypes.IntegerType)
          .add("answers", DataTypes.LongType)
          .add("respondents", DataTypes.LongType)
          .add("question_respondents", DataTypes.LongType)
          .add("test", DataTypes.StringType)
          .add("p_value", DataTypes.DoubleType)
          .add("cramers_v", DataTypes.DoubleType);

  @Override
  public String name() {
    return "stg_poll_split_release";
  }

  @Override
  public List<String> reads() {
    return List.of(COUNTS, RESULTS, BEFORE);
  }

  @Override
  public Set<String> parameters() {
    return Set.of("threshold");
  }

  @Override
  public int version() {
    return 2;
  }

  @Override
  public Dataset<Row> rows(Function<String, Dataset<Row>> views, ModelParameters parameters) {
    Dataset<Row> results =
        Lists.gathered(
            views.apply(RESULTS),
            QUESTION,
            "lines",
            "answer",
            "answer_kind",
            "answer_order",
            "answers",
            "respondents");
    Dataset<Row> before =
        Lists.gathered(
            views.apply(BEFORE),
            SPLIT,
            "before",
            "dimension_value",
            "answer",
            "answer_order",
            "answers",
            "respondents",
            "question_respondents");
    Column split = struct(col("question_kind"), col("lines"), col("cells"), col("before"));
    Column released =
        udf(release(parameters.threshold()), DataTypes.createArrayType(CELL)).apply(split);
    return views
        .apply(COUNTS)
        .join(results, CollectionConverters.asScala(QUESTION).toSeq())
        .join(before, CollectionConverters.asScala(SPLIT).toSeq(), "left_outer")
        .select(
            col("meeting_key"),
            col("poll_title"),
            col("question"),
            col("dimension"),
            explode(released).as("cell"))
        .select(col("*"), col("cell.*"))
        .drop("cell");
  }

  private static UDF1<Row, List<Row>> release(int threshold) {
    return row -> {
      String kind = row.getString(0);
      SplitRelease.Released released =
          SplitRelease.of(
              kind,
              question(row.getList(1)),
              row.<Row>getList(2).stream()
                  .map(
                      cell ->
                          new Split.Count(
                              cell.getString(0),
                              cell.getString(1),
                              cell.getLong(2),
                              cell.getLong(3)))
                  .toList(),
              row.isNullAt(3) ? Optional.empty() : Optional.of(before(row.getList(3))),
              new ProtectionRule(threshold));
      Optional<Association> association =
          Question.oneChoice(kind) ? Association.of(released.cells()) : Optional.empty();
      return released.cells().stream()
          .map(cell -> row(cell, released.questionRespondents(), association))
          .toList();
    };
  }

  private static ReleasedQuestion question(List<Row> lines) {
    return new ReleasedQuestion(
        Lists.number(lines.get(0), 4),
        lines.stream()
            .map(
                line ->
                    new AnswerLine(
                        line.getString(0),
                        AnswerKind.of(line.getString(1)),
                        line.getInt(2),
                        Optional.empty(),
                        Lists.number(line, 3)))
            .sorted(Comparator.comparingInt(AnswerLine::order))
            .toList());
  }

  private static SplitRelease.Released before(List<Row> cells) {
    return new SplitRelease.Released(
        Lists.number(cells.get(0), 5),
        cells.stream()
            .map(
                cell ->
                    new SplitCell(
                        cell.getString(0),
                        cell.getString(1),
                        cell.getInt(2),
                        Lists.number(cell, 3),
                        Lists.number(cell, 4)))
            .toList());
  }

  private static Row row(
      SplitCell cell, OptionalLong questionRespondents, Optional<Association> association) {
    return RowFactory.create(
        cell.value(),
        cell.answer(),
        cell.order(),
        Lists.boxed(cell.people()),
        Lists.boxed(cell.respondents()),
        Lists.boxed(questionRespondents),
        association.map(Association::test).orElse(null),
        association.map(Association::pValue).orElse(null),
        association.map(Association::cramersV).orElse(null));
  }
}
