package org.recordlake.polls;

import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.udf;

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
 * How people took part in a meeting, as readers may see it: {@code stg_participation_release}, one
 * row per meeting, measure and bucket. A measure is treated like a question of one choice.
 */
public final class ParticipationRelease implements JavaStage {
  private static final String COUNTS = "stg_participation_counts";
  private static final String BEFORE = "before_meeting_participation";
  private static final List<String> KEY = List.of("meeting_key", "measure");
  private static final String CURVE = "presence";

  private static final StructType BUCKET =
      new StructType()
          .add("bucket", DataTypes.StringType)
          .add("bucket_order", DataTypes.IntegerType)
          .add("people", DataTypes.LongType)
          .add("attendees", DataTypes.LongType);

  @Override
  public String name() {
    return "stg_participation_release";
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
            views.apply(BEFORE), KEY, "before", "bucket_order", "bucket", "people", "attendees");
    Column measure =
        struct(
            col("measure"),
            col("attendees"),
            array_sort(col("buckets")).as("buckets"),
            array_sort(col("before")).as("before"));
    Column released =
        udf(release(parameters.threshold()), DataTypes.createArrayType(BUCKET)).apply(measure);
    return views
        .apply(COUNTS)
        .join(before, CollectionConverters.asScala(KEY).toSeq(), "left_outer")
        .select(col("meeting_key"), col("meeting_id"), col("measure"), explode(released).as("line"))
        .select(col("*"), col("line.*"))
        .drop("line");
  }

  private static UDF1<Row, List<Row>> release(int threshold) {
    return row -> {
      ProtectionRule rule = new ProtectionRule(threshold);
      long attendees = row.getLong(1);
      List<AnswerLine> counted = lines(row.getList(2));
      Optional<ReleasedQuestion> before =
          row.isNullAt(3) ? Optional.empty() : Optional.of(before(row.getList(3)));
      ReleasedQuestion released =
          row.getString(0).equals(CURVE)
              ? curve(counted, attendees, before, rule)
              : QuestionRelease.of(
                  new Question("single", attendees, 0, OptionalLong.empty(), counted),
                  before,
                  rule);
      return released.lines().stream().map(line -> row(line, released.respondents())).toList();
    };
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

  private static ReleasedQuestion before(List<Row> rows) {
    return new ReleasedQuestion(Lists.number(rows.get(0), 3), lines(rows));
  }

  private static List<AnswerLine> lines(List<Row> rows) {
    return rows.stream()
        .map(
            row ->
                new AnswerLine(
                    row.getString(1),
                    AnswerKind.CHOICE,
                    row.getInt(0),
                    Optional.empty(),
                    Lists.number(row, 2)))
        .toList();
  }

  private static Row row(AnswerLine line, OptionalLong attendees) {
    return RowFactory.create(
        line.answer(), line.order(), Lists.boxed(line.people()), Lists.boxed(attendees));
  }
}
