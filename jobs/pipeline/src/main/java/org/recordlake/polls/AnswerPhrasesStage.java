package org.recordlake.polls;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.udf;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataTypes;
import org.recordlake.model.JavaStage;
import org.recordlake.model.ModelParameters;

/**
 * {@code stg_answer_phrases}: what people said in words of their own, one row per meeting, poll
 * title, question, person and phrase; {@code stems} is what is the same in all forms of a phrase.
 */
public final class AnswerPhrasesStage implements JavaStage {
  @Override
  public String name() {
    return "stg_answer_phrases";
  }

  @Override
  public List<String> reads() {
    return List.of("stg_poll_people");
  }

  @Override
  public String settings(ModelParameters parameters) {
    ThemeWords words = words(parameters);
    return new TreeSet<>(words.between()) + " " + new TreeSet<>(words.empty());
  }

  @Override
  public Dataset<Row> rows(Function<String, Dataset<Row>> views, ModelParameters parameters) {
    AnswerPhrases phrases = new AnswerPhrases(words(parameters));
    UDF1<Row, Map<String, String>> said = person -> said(phrases, person.getList(0));
    Column found =
        udf(said, DataTypes.createMapType(DataTypes.StringType, DataTypes.StringType))
            .apply(struct(col("options.answer")));
    return views
        .apply("stg_poll_people")
        .where("question_kind = 'text' and size(options) > 0")
        .select(
            col("meeting_id"),
            col("poll_title"),
            col("question"),
            col("person"),
            explode(found).as(new String[] {"stems", "phrase"}));
  }

  private static Map<String, String> said(AnswerPhrases phrases, List<String> answers) {
    Map<String, String> all = new TreeMap<>();
    answers.forEach(answer -> phrases.of(answer).forEach(all::putIfAbsent));
    return all;
  }

  private static ThemeWords words(ModelParameters parameters) {
    return parameters.conf().map(ThemeWords::load).orElse(ThemeWords.NONE);
  }
}
