package org.recordlake.polls;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.recordlake.config.polls.PollDefinitions;
import org.recordlake.config.polls.QuestionDefinition;
import org.recordlake.model.ConfStage;
import org.recordlake.model.ModelParameters;

/**
 * {@code stg_poll_definitions}: the questions that {@code conf/polls/*.yaml} defines, so that a
 * definition counts for answers that came before it. One row per wording; {@code pattern} finds the
 * answers that are joined in one.
 */
public final class PollDefinitionsStage extends ConfStage {
  private static final StructType SCHEMA =
      StructType.fromDDL(
          """
          wording string, kind string, options array<string>, right_answers array<string>,
          pattern string, sensitive boolean\
          """);

  public PollDefinitionsStage() {
    super("stg_poll_definitions", SCHEMA);
  }

  @Override
  public String settings(ModelParameters parameters) {
    return definitions(parameters).toString();
  }

  @Override
  protected List<Row> rows(ModelParameters parameters) {
    return definitions(parameters).entrySet().stream()
        .map(entry -> row(entry.getKey(), entry.getValue()))
        .toList();
  }

  private static Row row(String wording, QuestionDefinition definition) {
    return RowFactory.create(
        wording,
        definition.kind(),
        definition.options().toArray(String[]::new),
        definition.correct().toArray(String[]::new),
        definition.pattern(),
        definition.sensitive());
  }

  private static Map<String, QuestionDefinition> definitions(ModelParameters parameters) {
    return parameters
        .conf()
        .map(conf -> new TreeMap<>(PollDefinitions.of(conf).byWording()))
        .orElseGet(TreeMap::new);
  }
}
