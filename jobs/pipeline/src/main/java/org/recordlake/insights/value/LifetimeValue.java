package org.recordlake.insights.value;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.udf;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.api.java.UDF3;
import org.apache.spark.sql.types.DataTypes;
import org.recordlake.model.JavaStage;
import org.recordlake.model.ModelParameters;

/**
 * Every customer's purchases with what the fitted models expect of it: the chance that it still
 * buys, and purchases, amounts and spending of the next 52 weeks. Where a model could not be fitted
 * the figures stay empty and {@code clv_gap} says why.
 */
public final class LifetimeValue implements JavaStage {
  private static final double DAYS_OF_A_WEEK = 7;
  private static final double WEEKS_AHEAD = 52;

  @Override
  public String name() {
    return "stg_lifetime_value";
  }

  @Override
  public List<String> reads() {
    return List.of("stg_purchases", "value_model");
  }

  @Override
  public Dataset<Row> rows(Function<String, Dataset<Row>> views, ModelParameters parameters) {
    Map<String, Row> models =
        views.apply("value_model").collectAsList().stream()
            .collect(Collectors.toMap(row -> row.getAs("model"), Function.identity()));
    Column buying = gap(models.get(ValueModel.BG_NBD));
    Column spending = gap(models.get(ValueModel.GAMMA_GAMMA));
    return views
        .apply("stg_purchases")
        .withColumn("p_alive", alive(models.get(ValueModel.BG_NBD)))
        .withColumn("expected_orders", expectedPurchases(models.get(ValueModel.BG_NBD)))
        .withColumn("expected_order_value", expectedAmount(models.get(ValueModel.GAMMA_GAMMA)))
        .withColumn("clv_gap", org.apache.spark.sql.functions.coalesce(buying, spending));
  }

  private static Column gap(Row model) {
    return lit(model == null ? Gap.NO_MODEL.label() : model.<String>getAs("gap"))
        .cast(DataTypes.StringType);
  }

  private static boolean missing(Row model) {
    return model == null || model.getAs("gap") != null;
  }

  private static Column nothing() {
    return lit(null).cast(DataTypes.DoubleType);
  }

  private static Column alive(Row model) {
    if (missing(model)) {
      return nothing();
    }
    BgNbd fitted = bgNbd(model);
    UDF3<Long, Integer, Integer, Double> alive =
        (x, recency, age) -> fitted.alive(x, recency / DAYS_OF_A_WEEK, age / DAYS_OF_A_WEEK);
    return udf(alive, DataTypes.DoubleType)
        .apply(col("repeat_purchases"), col("recency_days"), col("age_days"));
  }

  private static Column expectedPurchases(Row model) {
    if (missing(model)) {
      return nothing();
    }
    BgNbd fitted = bgNbd(model);
    UDF3<Long, Integer, Integer, Double> expected =
        (x, recency, age) ->
            fitted.expectedPurchases(
                x, recency / DAYS_OF_A_WEEK, age / DAYS_OF_A_WEEK, WEEKS_AHEAD);
    return udf(expected, DataTypes.DoubleType)
        .apply(col("repeat_purchases"), col("recency_days"), col("age_days"));
  }

  private static Column expectedAmount(Row model) {
    if (missing(model)) {
      return nothing();
    }
    GammaGamma fitted = new GammaGamma(model.getAs("p"), model.getAs("q"), model.getAs("v"));
    UDF2<Long, Double, Double> expected =
        (x, mean) -> fitted.expectedAmount(x, mean == null ? 0 : mean);
    return udf(expected, DataTypes.DoubleType).apply(col("repeat_purchases"), col("repeat_mean"));
  }

  private static BgNbd bgNbd(Row model) {
    return new BgNbd(model.getAs("r"), model.getAs("alpha"), model.getAs("a"), model.getAs("b"));
  }
}
