package org.recordlake.insights.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.recordlake.model.ModelParameters;
import org.recordlake.testing.SharedSpark;

/** Where the histories cannot bear a model, there is a reason and no number. */
class ValueModelGapsTest {
  private static final ModelParameters AS_OF = new ModelParameters(LocalDate.of(2026, 11, 22), 11);

  @Test
  void ninetyNineCustomersAreTooFew() {
    assertThat(gaps(99, 200, 10)).containsOnly("too_few_customers");
    assertThat(gaps(100, 200, 10)).containsOnlyNulls();
  }

  @Test
  void oneMonthIsTooShort() {
    assertThat(gaps(200, 30, 10)).containsOnly("history_too_short");
  }

  @Test
  void customersWhoNeverComeBackSayNothing() {
    assertThat(gaps(200, 200, 0)).containsOnly("too_few_repeaters");
  }

  @Test
  void noOrderAtAllIsTooFew() {
    assertThat(gaps(0, 0, 0)).containsOnly("too_few_customers");
  }

  @Test
  void aGapHasNoParameters() {
    Row row = fitted(99, 200, 10).get(0);
    for (String column : List.of("r", "alpha", "a", "b", "log_likelihood")) {
      assertThat(row.<Double>getAs(column)).isNull();
    }
  }

  private static List<String> gaps(int customers, int days, int most) {
    return fitted(customers, days, most).stream().map(row -> row.<String>getAs("gap")).toList();
  }

  /** Customers who began up to {@code days} ago and came back up to {@code most} times. */
  private static List<Row> fitted(int customers, int days, int most) {
    Dataset<Row> purchases =
        SharedSpark.session()
            .range(customers)
            .selectExpr(
                "(id % " + (most + 1) + ") as repeat_purchases",
                "cast(if(id % "
                    + (most + 1)
                    + " = 0, 0, "
                    + days
                    + " * (id % 7 + 1) / 8) as int)"
                    + " as recency_days",
                days + " as age_days",
                "if(id % " + (most + 1) + " = 0, null, 20D + id % 13) as repeat_mean");
    return new ValueModel().rows(view -> purchases, AS_OF).collectAsList();
  }
}
