package org.recordlake.insights.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.recordlake.model.ModelParameters;
import org.recordlake.testing.ProjectFolder;
import org.recordlake.testing.SharedSpark;

/**
 * The value models on the orders of 2,357 customers of CDNOW in 39 weeks of 1997, for which Fader
 * and Hardie published the parameters.
 */
class CdnowTest {
  private static final Path ORDERS =
      ProjectFolder.root().resolve("../shared/data/cdnow/CDNOW_sample.txt").normalize();
  private static final ModelParameters END = new ModelParameters(LocalDate.of(1997, 9, 30), 11);

  /** The published fit counts purchases of nothing: a price of a tenth of a cent adds nothing. */
  @BeforeEach
  void orders() {
    assumeTrue(Files.exists(ORDERS), "CDNOW is not at " + ORDERS + ": nothing compared");
    SharedSpark.session()
        .read()
        .text(ORDERS.toString())
        .selectExpr("split(trim(value), r'\\s+') as cells")
        .selectExpr(
            "cells[1] as customer_id",
            "cast(monotonically_increasing_id() as string) as order_id",
            "to_date(cells[2], 'yyyyMMdd') as order_date",
            "1 as quantity",
            "greatest(cast(cells[4] as decimal(18, 3)), 0.001) as unit_price",
            "false as cancelled",
            "'Parcels' as service")
        .localCheckpoint()
        .createOrReplaceTempView("sales_orders");
    Stages.sql("stg_purchase_lines", END).createOrReplaceTempView("stg_purchase_lines");
    Stages.mart("customer_purchases", END).createOrReplaceTempView("customer_purchases");
  }

  @Test
  @DisplayName("BG/NBD: r = 0.2426, alpha = 4.414, a = 0.793, b = 2.426, log-likelihood -9582.43")
  void buying() {
    assertPublished(fitted(new ValueModel()).get(ValueModel.BG_NBD));
  }

  @Test
  @DisplayName("Gamma-Gamma on the 946 who came back: p = 6.25, q = 3.74, v = 15.45")
  void spending() {
    Row fit = fitted(new ValueModel()).get(ValueModel.GAMMA_GAMMA);
    assertThat(fit.<Long>getAs("customers")).isEqualTo(946);
    assertThat(fit.<Double>getAs("p")).isCloseTo(6.25, withinPercentage(2));
    assertThat(fit.<Double>getAs("q")).isCloseTo(3.74, withinPercentage(2));
    assertThat(fit.<Double>getAs("v")).isCloseTo(15.45, withinPercentage(2));
  }

  @Test
  void historiesLeftInTheExecutorsGiveTheSameParameters() {
    Map<String, Row> fits = fitted(new ValueModel(10));
    assertPublished(fits.get(ValueModel.BG_NBD));
    Row collected = fitted(new ValueModel()).get(ValueModel.GAMMA_GAMMA);
    Row distributed = fits.get(ValueModel.GAMMA_GAMMA);
    assertThat(distributed.<Long>getAs("histories")).isEqualTo(collected.getAs("histories"));
    assertThat(distributed.<Double>getAs("log_likelihood"))
        .isCloseTo(collected.getAs("log_likelihood"), within(1e-6));
  }

  @Test
  @DisplayName("orders of the next 39 weeks are foretold within 15 % in total")
  void theYearThatFollowed() {
    BgNbd model = bgNbd(fitted(new ValueModel()).get(ValueModel.BG_NBD));
    double foretold =
        purchases().collectAsList().stream()
            .mapToDouble(
                row ->
                    model.expectedPurchases(
                        row.<Long>getAs("repeat_purchases"),
                        row.<Integer>getAs("recency_days") / 7.0,
                        row.<Integer>getAs("age_days") / 7.0,
                        39))
            .sum();
    long happened =
        SharedSpark.session()
            .sql(
                "select count(distinct customer_id, order_date) from sales_orders where"
                    + " order_date > '1997-09-30'")
            .first()
            .getLong(0);
    assertThat(foretold).isCloseTo(happened, withinPercentage(15));
  }

  private static void assertPublished(Row fit) {
    assertThat(fit.<Long>getAs("customers")).isEqualTo(2357);
    assertThat(fit.<Double>getAs("r")).isCloseTo(0.2426, withinPercentage(1));
    assertThat(fit.<Double>getAs("alpha")).isCloseTo(4.414, withinPercentage(1));
    assertThat(fit.<Double>getAs("a")).isCloseTo(0.793, withinPercentage(1));
    assertThat(fit.<Double>getAs("b")).isCloseTo(2.426, withinPercentage(1));
    assertThat(fit.<Double>getAs("log_likelihood")).isCloseTo(-9582.43, within(0.005));
  }

  private static BgNbd bgNbd(Row fit) {
    return new BgNbd(fit.getAs("r"), fit.getAs("alpha"), fit.getAs("a"), fit.getAs("b"));
  }

  private static Map<String, Row> fitted(ValueModel stage) {
    return stage.rows(view -> purchases(), END).collectAsList().stream()
        .collect(Collectors.toMap(row -> row.getAs("model"), row -> row));
  }

  private static Dataset<Row> purchases() {
    return Stages.sql("stg_purchases", END);
  }
}
