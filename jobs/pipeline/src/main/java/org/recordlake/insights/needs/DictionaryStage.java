package org.recordlake.insights.needs;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.udf;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF3;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.recordlake.model.JavaStage;
import org.recordlake.model.ModelParameters;

/**
 * Looks up which services texts name, by the dictionary: one row per text and service with the
 * text's other columns and without the text; a sales call or an event that names no known service
 * has one row without a service.
 */
abstract class DictionaryStage implements JavaStage {
  private static final StructType FOUND =
      StructType.fromDDL("service string, channel_name string, trust double, counts_for_days int");

  /** Where a text that names no known service still tells something. */
  private static final List<String> KEPT_WITHOUT_SERVICE = List.of("call", "event");

  private final String name;
  private final String texts;
  private final List<String> kept;

  /**
   * @param name name of the view it makes
   * @param texts view with the columns {@code channel}, {@code said} and the kept ones
   * @param kept columns of the texts that its rows keep
   */
  DictionaryStage(String name, String texts, List<String> kept) {
    this.name = name;
    this.texts = texts;
    this.kept = List.copyOf(kept);
  }

  /** The question that a text answers; empty where it answers none. */
  abstract Column question();

  @Override
  public final String name() {
    return name;
  }

  @Override
  public final List<String> reads() {
    return List.of(texts);
  }

  @Override
  public final int version() {
    return 2;
  }

  @Override
  public final String settings(ModelParameters parameters) {
    return ConfText.of(parameters, "needs/dictionary.yaml");
  }

  @Override
  public final Dataset<Row> rows(Function<String, Dataset<Row>> views, ModelParameters parameters) {
    NeedDictionary dictionary = NeedRules.load(parameters.confFolder()).dictionary();
    UserDefinedFunction find =
        udf(
            (UDF3<String, String, String, List<Row>>)
                (channel, question, said) -> found(dictionary, channel, question, said),
            DataTypes.createArrayType(FOUND));
    Column found = explode(find.apply(col("channel"), question(), col("said"))).as("found");
    return views
        .apply(texts)
        .select(
            Stream.concat(kept.stream().map(functions::col), Stream.of(found))
                .toArray(Column[]::new))
        .select(
            Stream.concat(kept.stream(), Stream.of("found.*"))
                .map(functions::col)
                .toArray(Column[]::new));
  }

  private static List<Row> found(
      NeedDictionary dictionary, String channel, String question, String said) {
    if (question != null && !dictionary.asksForNeeds(question)) {
      return List.of();
    }
    List<String> services = new ArrayList<>(dictionary.services(said));
    if (services.isEmpty() && KEPT_WITHOUT_SERVICE.contains(channel)) {
      services.add(null);
    }
    return services.stream().map(service -> row(dictionary, channel, service)).toList();
  }

  private static Row row(NeedDictionary dictionary, String channel, String service) {
    return dictionary
        .channel(channel)
        .map(told -> RowFactory.create(service, told.name(), told.trust(), told.countsForDays()))
        .orElseGet(() -> RowFactory.create(service, null, null, null));
  }
}
