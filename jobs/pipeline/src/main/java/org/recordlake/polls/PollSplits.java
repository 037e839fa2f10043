package org.recordlake.polls;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.inline;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.udf;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.recordlake.model.JavaStage;
import org.recordlake.model.ModelParameters;

/**
 * {@code stg_poll_splits}: the answers of every question by kinds of respondents, one row per
 * meeting, poll, question, dimension, value and answer that somebody gave. Values of too few
 * respondents are one; a question of which no two values are left is not split. Splits of a
 * multiple choice are not tested: one person stands in several cells.
 */
public final class PollSplits implements JavaStage {
  private static final String OTHER_VALUES = "(other values)";

  private static final StructType LINE =
      StructType.fromDDL(
          """
          dimension_value string, answer string, answer_order int, answers bigint,
          respondents bigint, question_respondents bigint, test string, p_value double,
          cramers_v double\
          """);

  @Override
  public String name() {
    return "stg_poll_splits";
  }

  @Override
  public List<String> reads() {
    return List.of("stg_poll_cells");
  }

  @Override
  public Set<String> parameters() {
    return Set.of("minimum_group");
  }

  @Override
  public Dataset<Row> rows(Function<String, Dataset<Row>> views, ModelParameters parameters) {
    int minimum = parameters.minimumGroup();
    UDF1<Row, List<Row>> lines = split -> lines(split.getString(0), split.getList(1), minimum);
    return views
        .apply("stg_poll_cells")
        .select(
            col("meeting_key"),
            col("poll_title"),
            col("question"),
            col("dimension"),
            inline(
                udf(lines, DataTypes.createArrayType(LINE))
                    .apply(struct(col("question_kind"), col("cells")))));
  }

  private static List<Row> lines(String kind, List<Row> cells, int minimum) {
    Map<String, Long> respondents = new TreeMap<>();
    cells.forEach(cell -> respondents.merge(value(cell), first(cell), Long::sum));
    Set<String> together = SmallGroups.of(respondents, minimum);
    Map<String, Map<String, Long>> people = new TreeMap<>();
    Map<String, Long> all = new TreeMap<>();
    for (Row cell : cells) {
      String value = together.contains(value(cell)) ? OTHER_VALUES : value(cell);
      people
          .computeIfAbsent(value, v -> new TreeMap<>())
          .merge(answer(cell), people(cell), Long::sum);
      all.merge(value, first(cell), Long::sum);
    }
    return people.size() < 2 ? List.of() : lines(people, all, order(cells), kind);
  }

  private static List<Row> lines(
      Map<String, Map<String, Long>> people,
      Map<String, Long> respondents,
      List<String> answers,
      String kind) {
    Optional<Association> association =
        kind.equals("multiple") ? Optional.empty() : Association.test(table(people, answers));
    long all = respondents.values().stream().mapToLong(Long::longValue).sum();
    List<Row> lines = new ArrayList<>();
    people.forEach(
        (value, counts) ->
            counts.forEach(
                (answer, count) ->
                    lines.add(
                        RowFactory.create(
                            value,
                            answer,
                            answers.indexOf(answer) + 1,
                            count,
                            respondents.get(value),
                            all,
                            association.map(Association::test).orElse(null),
                            association.map(Association::pValue).orElse(null),
                            association.map(Association::cramersV).orElse(null)))));
    return lines;
  }

  private static long[][] table(Map<String, Map<String, Long>> people, List<String> answers) {
    return people.values().stream()
        .map(counts -> answers.stream().mapToLong(a -> counts.getOrDefault(a, 0L)).toArray())
        .toArray(long[][]::new);
  }

  /** Answers in the order of the question, those without a place last, by name. */
  private static List<String> order(List<Row> cells) {
    Map<String, Integer> places = new TreeMap<>();
    cells.forEach(cell -> places.merge(answer(cell), place(cell), Math::min));
    return places.entrySet().stream()
        .sorted(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .toList();
  }

  private static int place(Row cell) {
    Integer place = cell.getAs("answer_order");
    return place == null ? Integer.MAX_VALUE : place;
  }

  private static String value(Row cell) {
    return cell.getAs("dimension_value");
  }

  private static String answer(Row cell) {
    return cell.getAs("answer");
  }

  private static long people(Row cell) {
    return cell.<Long>getAs("people");
  }

  private static long first(Row cell) {
    return cell.<Long>getAs("first_answers");
  }
}
