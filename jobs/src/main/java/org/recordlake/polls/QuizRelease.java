package org.recordlake.polls;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.udf;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
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
 * The score distribution of every quiz of two questions or more, as readers may see it: {@code
 * stg_quiz_release}, one row per meeting, poll and number of right answers. It is shown only where
 * {@code poll_results} shows every answer to every question of the quiz.
 */
public final class QuizRelease implements JavaStage {
  private static final String COUNTS = "stg_quiz_counts";
  private static final String RESULTS = "poll_results";
  private static final List<String> POLL = List.of("meeting_key", "poll_title");

  private static final StructType LEVEL =
      new StructType()
          .add("level", DataTypes.StringType)
          .add("level_order", DataTypes.IntegerType)
          .add("people", DataTypes.LongType)
          .add("respondents", DataTypes.LongType);

  @Override
  public String name() {
    return "stg_quiz_release";
  }

  @Override
  public List<String> reads() {
    return List.of(COUNTS, RESULTS);
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
    Dataset<Row> quizzes =
        views
            .apply(RESULTS)
            .where(
                col("question_kind").equalTo("quiz").and(col("answer_kind").notEqual("no answer")));
    Dataset<Row> results = Lists.gathered(quizzes, POLL, "lines", "question", "correct", "answers");
    Dataset<Row> polls =
        views
            .apply(RESULTS)
            .where(col("question_kind").equalTo("quiz"))
            .select(
                "meeting_key",
                "poll_title",
                "meeting_topic",
                "meeting_date",
                "platform",
                "anonymous")
            .dropDuplicates("meeting_key", "poll_title");
    Column released =
        udf(release(parameters.threshold()), DataTypes.createArrayType(LEVEL))
            .apply(struct(col("levels"), col("lines")));
    return views
        .apply(COUNTS)
        .join(results, CollectionConverters.asScala(POLL).toSeq())
        .join(polls, CollectionConverters.asScala(POLL).toSeq())
        .select(col("*"), explode(released).as("line"))
        .select(col("*"), col("line.*"))
        .drop("line", "levels", "lines");
  }

  private static UDF1<Row, List<Row>> release(int threshold) {
    return row -> {
      List<Row> lines = row.getList(1);
      int questions = (int) lines.stream().map(line -> line.getString(0)).distinct().count();
      if (questions < 2) {
        return List.of();
      }
      Map<Integer, Long> people = new HashMap<>();
      row.<Row>getList(0).forEach(level -> people.put((int) level.getLong(0), level.getLong(1)));
      QuizScores scores = QuizScores.of(questions, people);
      return isKnown(lines, scores)
          ? scores
              .hiddenLevels(new ProtectionRule(threshold))
              .map(hidden -> shown(scores, hidden))
              .orElseGet(QuizRelease::hiddenWhole)
          : hiddenWhole();
    };
  }

  /** Whether the questions' results show all, and the same answers as these scores. */
  private static boolean isKnown(List<Row> lines, QuizScores scores) {
    return lines.stream().noneMatch(line -> line.isNullAt(2))
        && lines.stream()
                .filter(line -> !line.isNullAt(1) && line.getBoolean(1))
                .mapToLong(line -> line.getLong(2))
                .sum()
            == scores.rightAnswers();
  }

  private static List<Row> shown(QuizScores scores, BitSet hidden) {
    int questions = scores.people().size() - 1;
    return IntStream.rangeClosed(0, questions)
        .mapToObj(
            k ->
                RowFactory.create(
                    k + " of " + questions + " right",
                    k + 1,
                    hidden.get(k) ? null : scores.people().get(k),
                    scores.total()))
        .toList();
  }

  private static List<Row> hiddenWhole() {
    return List.of(RowFactory.create("(too few to show)", 1, null, null));
  }
}
