package org.recordlake.insights.needs;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.udf;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF3;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.recordlake.model.JavaStage;
import org.recordlake.model.ModelParameters;

/**
 * {@code stg_stated_needs}: which services the texts of {@code stg_said} name, by the dictionary.
 * One row per text and service, without the text; a sales call or an event that names no known
 * service has one row without a service.
 */
public final class StatedNeedsStage implements JavaStage {
  private static final StructType FOUND =
      new StructType()
          .add("service", DataTypes.StringType)
          .add("channel_name", DataTypes.StringType)
          .add("trust", DataTypes.DoubleType)
          .add("counts_for_days", DataTypes.IntegerType);

  /** Where a text that names no known service still tells something. */
  private static final List<String> KEPT_WITHOUT_SERVICE = List.of("call", "event");

  @Override
  public String name() {
    return "stg_stated_needs";
  }

  @Override
  public List<String> reads() {
    return List.of("stg_said");
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public String settings(ModelParameters parameters) {
    return ConfText.of(parameters, "needs/dictionary.yaml");
  }

  @Override
  public Dataset<Row> rows(Function<String, Dataset<Row>> views, ModelParameters parameters) {
    Dictionary dictionary = NeedRules.load(parameters.confFolder()).dictionary();
    UserDefinedFunction find =
        udf(
            (UDF3<String, String, String, List<Row>>)
                (channel, question, said) -> found(dictionary, channel, question, said),
            DataTypes.createArrayType(FOUND));
    return views
        .apply("stg_said")
        .select(
            col("customer_id"),
            col("channel"),
            col("said_on"),
            explode(find.apply(col("channel"), col("question"), col("said"))).as("found"))
        .select("customer_id", "channel", "said_on", "found.*");
  }

  private static List<Row> found(
      Dictionary dictionary, String channel, String question, String said) {
    if (question != null && !dictionary.asksForNeeds(question)) {
      return List.of();
    }
    List<String> services = new ArrayList<>(dictionary.services(said));
    if (services.isEmpty() && KEPT_WITHOUT_SERVICE.contains(channel)) {
      services.add(null);
    }
    return services.stream().map(service -> row(dictionary, channel, service)).toList();
  }

  private static Row row(Dictionary dictionary, String channel, String service) {
    return dictionary
        .channel(channel)
        .map(told -> RowFactory.create(service, told.name(), told.trust(), told.countsForDays()))
        .orElseGet(() -> RowFactory.create(service, null, null, null));
  }
}
