package org.recordlake.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ModelPlanTest {
  private final ModelPlan plan =
      new ModelPlan(
          List.of(
              stale("value", "orders"),
              new ModelPlan.Step(
                  "mix", List.of("usage"), "p", Optional.empty(), RebuildScope.WHOLE),
              stale("benchmarks", "value", "mix"),
              stale("events", "guests"),
              stale("needs", "benchmarks")));

  @Test
  void aLineSaysWhatHappensToAMartAndWhy() {
    assertThat(plan.lines())
        .startsWith("rebuild marts.value: it is Sunday", "keep marts.mix: up to date");
  }

  private static ModelPlan.Step stale(String mart, String... reads) {
    return new ModelPlan.Step(
        mart, List.of(reads), "p", Optional.of("it is Sunday"), RebuildScope.WHOLE);
  }
}
