package org.recordlake.insights.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class BgNbdTest {
  private static final BgNbd CDNOW = new BgNbd(0.2426, 4.4136, 0.7929, 2.4259);

  @Test
  @DisplayName(
      "the customer of the paper's spreadsheet, x = 2, tx = 30.43, T = 38.86, buys 1.226 times in 39 weeks")
  void theCustomerOfThePaper() {
    assertThat(CDNOW.expectedPurchases(2, 30.43, 38.86, 39)).isCloseTo(1.226, within(0.001));
  }

  @Test
  void whoeverNeverCameBackCountsAsAliveAndALongSilenceAsLoss() {
    assertThat(CDNOW.alive(0, 0, 38.86)).isEqualTo(1);
    assertThat(CDNOW.alive(26, 30.86, 31)).isGreaterThan(0.9);
    assertThat(CDNOW.alive(26, 10, 38.86)).isLessThan(1e-6);
    assertThat(CDNOW.alive(5_000, 10, 3_000)).isZero();
  }

  @Test
  void aHistoryTooLongForPlainExponentialsStillHasALikelihood() {
    assertThat(CDNOW.logLikelihood().of(new double[] {5_000, 10, 3_000})).isFinite();
  }

  @Test
  void aLikelihoodAskedAgainIsTheSame() {
    LogLikelihood likelihood = CDNOW.logLikelihood();
    for (double x : new double[] {3, 0, 40, 3, 20_000, 0, 40}) {
      double[] history = {x, x == 0 ? 0 : 20, 30};
      assertThat(likelihood.of(history)).isEqualTo(CDNOW.logLikelihood().of(history));
    }
  }

  @Test
  void neitherAOfOneNorAAndBOfOneIsSpecial() {
    assertSteady(1, 2.4);
    assertSteady(0.4, 0.6);
  }

  private static void assertSteady(double a, double b) {
    double there = new BgNbd(0.5, 5, a, b).expectedPurchases(0, 0, 20, 52);
    double beside = new BgNbd(0.5, 5, a + 1e-9, b).expectedPurchases(0, 0, 20, 52);
    assertThat(there).isPositive().isCloseTo(beside, within(1e-6));
  }

  /**
   * Given the customer is alive, its rate is gamma (r + x, alpha + age) and its chance of loss p is
   * beta (a, b + x); over the rate the expectation has a closed form, over p it is added up here,
   * after p = u^(1/a) took the edge off small p.
   */
  @RepeatedTest(50)
  void expectedPurchasesAreThoseOfThePlainIntegral(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    BgNbd model =
        new BgNbd(
            0.1 + 3 * random.nextDouble(),
            1 + 20 * random.nextDouble(),
            0.2 + 2 * random.nextDouble(),
            1.5 + 4 * random.nextDouble());
    int x = random.nextInt(30);
    double age = 1 + 150 * random.nextDouble();
    double tx = x == 0 ? 0 : age * random.nextDouble();
    double weeks = 1 + 100 * random.nextDouble();
    assertThat(model.expectedPurchases(x, tx, age, weeks))
        .isCloseTo(model.alive(x, tx, age) * integral(model, x, age, weeks), within(1e-3));
  }

  private static double integral(BgNbd model, int x, double age, double weeks) {
    int steps = 200_000;
    double weight = 0;
    double sum = 0;
    for (int i = 0; i < steps; i++) {
      double p = Math.pow((i + 0.5) / steps, 1 / model.a());
      double density = Math.pow(1 - p, model.b() + x - 1);
      double start = model.alpha() + age;
      double ratio = (model.r() + x) * Math.log1p(p * weeks / start);
      weight += density;
      sum += density * -Math.expm1(-ratio) / p;
    }
    return sum / weight;
  }
}
