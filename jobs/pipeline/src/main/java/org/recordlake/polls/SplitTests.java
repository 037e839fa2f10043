package org.recordlake.polls;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.udf;

import java.util.List;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.StructType;
import org.recordlake.model.JavaStage;
import org.recordlake.model.ModelParameters;

/**
 * {@code stg_split_tests}: whether answers differ between the values of a split, one row per
 * meeting, poll, question and dimension. Splits of a multiple choice are not tested: one person
 * stands in several cells.
 */
public final class SplitTests implements JavaStage {
  private static final StructType TEST =
      StructType.fromDDL("test string, p_value double, cramers_v double");

  @Override
  public String name() {
    return "stg_split_tests";
  }

  @Override
  public List<String> reads() {
    return List.of("stg_poll_splits");
  }

  @Override
  public Dataset<Row> rows(Function<String, Dataset<Row>> views, ModelParameters parameters) {
    UDF1<scala.collection.Seq<Row>, Row> test = SplitTests::test;
    return views
        .apply("stg_poll_splits")
        .filter(col("question_kind").notEqual("multiple"))
        .groupBy("meeting_key", "poll_title", "question", "dimension")
        .agg(
            udf(test, TEST)
                .apply(collect_list(struct("dimension_value", "answer", "answers")))
                .as("tested"))
        .select("meeting_key", "poll_title", "question", "dimension", "tested.*");
  }

  private static Row test(scala.collection.Seq<Row> cells) {
    List<Row> rows = scala.jdk.javaapi.CollectionConverters.asJava(cells);
    List<String> values = distinct(rows, "dimension_value");
    List<String> answers = distinct(rows, "answer");
    long[][] people = new long[values.size()][answers.size()];
    rows.forEach(
        cell ->
            people[values.indexOf(cell.<String>getAs("dimension_value"))][
                    answers.indexOf(cell.<String>getAs("answer"))] =
                cell.<Long>getAs("answers"));
    return Association.test(people)
        .map(found -> RowFactory.create(found.test(), found.pValue(), found.cramersV()))
        .orElse(null);
  }

  private static List<String> distinct(List<Row> cells, String column) {
    return cells.stream().map(cell -> cell.<String>getAs(column)).distinct().sorted().toList();
  }
}
