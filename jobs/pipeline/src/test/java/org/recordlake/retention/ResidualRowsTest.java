package org.recordlake.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;

import java.time.LocalDate;
import java.time.Period;
import org.junit.jupiter.api.Test;
import org.quicktheories.core.Gen;
import org.recordlake.catalog.RetentionRule;

class ResidualRowsTest {
  private static final Gen<RetentionRule> RULES =
      lists()
          .of(integers().between(0, 60))
          .ofSize(3)
          .map(
              parts ->
                  new RetentionRule(
                      "R",
                      "",
                      "",
                      "",
                      Period.of(parts.get(0) % 8, parts.get(1), parts.get(2)),
                      RetentionRule.Destruction.AT_ONCE));

  @Test
  void theLastPastTriggerIsPastAndTheDayAfterItIsNot() {
    qt().withFixedSeed(5)
        .forAll(RULES, integers().between(10_000, 40_000).map(LocalDate::ofEpochDay))
        .checkAssert(
            (rule, asOf) -> {
              LocalDate last = ResidualRows.lastPastTrigger(rule, asOf);
              assertThat(rule.isDue(last, asOf)).isTrue();
              assertThat(rule.isDue(last.plusDays(1), asOf)).isFalse();
            });
  }
}
