package org.recordlake.insights.value;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.recordlake.model.JavaStage;
import org.recordlake.model.ModelParameters;

/**
 * Fits BG/NBD and Gamma-Gamma to the order histories: one row for each of the two, with its
 * parameters or, where the histories cannot bear them, the reason why there are none.
 */
public final class ValueModel implements JavaStage {
  static final String BG_NBD = "bg_nbd";
  static final String GAMMA_GAMMA = "gamma_gamma";

  private static final double DAYS_OF_A_WEEK = 7;
  private static final int PARAMETERS = 7;

  /** The columns of its rows. */
  static final StructType SCHEMA =
      StructType.fromDDL(
          """
          model string not null, customers bigint not null, histories bigint, r double,
          alpha double, a double, b double, p double, q double, v double,
          log_likelihood double, evaluations int, spend_frequency_correlation double,
          gap string""");

  private final int collected;

  /** As the service loader makes it. */
  public ValueModel() {
    this(Histories.COLLECTED);
  }

  /**
   * @param collected different histories up to which they are taken to the driver
   */
  ValueModel(int collected) {
    this.collected = collected;
  }

  @Override
  public String name() {
    return "stg_value_model";
  }

  @Override
  public List<String> reads() {
    return List.of("stg_purchases");
  }

  @Override
  public Dataset<Row> rows(Function<String, Dataset<Row>> views, ModelParameters parameters) {
    Dataset<Row> purchases =
        views
            .apply("stg_purchases")
            .select("repeat_purchases", "recency_days", "age_days", "repeat_mean")
            .persist();
    try {
      Known known = known(purchases);
      return purchases
          .sparkSession()
          .createDataFrame(List.of(bgNbd(purchases, known), gammaGamma(purchases, known)), SCHEMA);
    } finally {
      purchases.unpersist();
    }
  }

  private static Known known(Dataset<Row> purchases) {
    Row row =
        purchases
            .agg(
                count(lit(1)),
                count_if(col("repeat_purchases").gt(0)),
                max(col("age_days")).cast(DataTypes.LongType))
            .first();
    return new Known(row.getLong(0), row.getLong(1), row.isNullAt(2) ? 0 : row.getLong(2));
  }

  private Row bgNbd(Dataset<Row> purchases, Known known) {
    Optional<Gap> gap = known.gap();
    if (gap.isPresent()) {
      return without(BG_NBD, known.customers(), gap.get());
    }
    try (Histories histories =
        equal(
            purchases,
            col("repeat_purchases"),
            col("recency_days").divide(DAYS_OF_A_WEEK),
            col("age_days").divide(DAYS_OF_A_WEEK))) {
      double weeksToAPurchase =
          histories.total(history -> history[2]) / histories.total(history -> history[0]);
      MaximumLikelihood.Fit fit =
          MaximumLikelihood.fit(
              histories,
              parameters -> BgNbd.of(parameters).logLikelihood(),
              1,
              weeksToAPurchase,
              1,
              1);
      if (!fit.converged()) {
        return without(BG_NBD, known.customers(), Gap.NO_CONVERGENCE);
      }
      return BgNbd.of(fit.parameters()).ratesDiffer()
          ? row(BG_NBD, known.customers(), histories, fit, null)
          : without(BG_NBD, known.customers(), Gap.RATES_ALIKE);
    }
  }

  private Row gammaGamma(Dataset<Row> purchases, Known known) {
    Optional<Gap> gap = known.gap();
    if (gap.isPresent()) {
      return without(GAMMA_GAMMA, known.repeaters(), gap.get());
    }
    try (Histories histories =
        equal(
            purchases.where(col("repeat_mean").gt(0)),
            col("repeat_purchases"),
            col("repeat_mean"))) {
      PairMoments moments = PairMoments.of(histories);
      MaximumLikelihood.Fit fit =
          MaximumLikelihood.fit(
              histories,
              parameters -> GammaGamma.of(parameters).logLikelihood(),
              1,
              2,
              moments.meanOfSecond());
      if (!fit.converged()) {
        return without(GAMMA_GAMMA, known.repeaters(), Gap.NO_CONVERGENCE);
      }
      return GammaGamma.of(fit.parameters()).hasMean()
          ? row(GAMMA_GAMMA, known.repeaters(), histories, fit, moments.correlation().orElse(null))
          : without(GAMMA_GAMMA, known.repeaters(), Gap.NO_MEAN);
    }
  }

  /** Rows of equal figures as one, with their number last. */
  private Histories equal(Dataset<Row> purchases, Column... figures) {
    Column[] named = new Column[figures.length];
    for (int i = 0; i < named.length; i++) {
      named[i] = figures[i].as("figure" + i);
    }
    return Histories.of(purchases.groupBy(named).agg(count(lit(1)).as("customers")), collected);
  }

  private static Row without(String model, long customers, Gap gap) {
    return RowFactory.create(
        model,
        customers,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        gap.label());
  }

  private static Row row(
      String model,
      long customers,
      Histories histories,
      MaximumLikelihood.Fit fit,
      Double correlation) {
    Object[] parameters = new Object[PARAMETERS];
    int first = model.equals(BG_NBD) ? 0 : PARAMETERS - fit.parameters().length;
    for (int i = 0; i < fit.parameters().length; i++) {
      parameters[first + i] = fit.parameters()[i];
    }
    return RowFactory.create(
        model,
        customers,
        histories.size(),
        parameters[0],
        parameters[1],
        parameters[2],
        parameters[3],
        parameters[4],
        parameters[5],
        parameters[6],
        fit.logLikelihood(),
        fit.evaluations(),
        correlation,
        null);
  }
}
