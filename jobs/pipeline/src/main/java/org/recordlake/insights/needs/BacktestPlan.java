package org.recordlake.insights.needs;

import java.time.LocalDate;
import java.util.List;
import org.recordlake.job.JobPlan;

/**
 * What the back-test will compare.
 *
 * @param scoredOn day the needs are scored on
 * @param boughtUntil last day of the purchases they are compared with
 */
public record BacktestPlan(LocalDate scoredOn, LocalDate boughtUntil) implements JobPlan {
  @Override
  public List<String> lines() {
    return List.of(
        "score needs as of " + scoredOn + ", from what was known on that day",
        "compare them with what customers bought until " + boughtUntil,
        "rebuild marts." + NeedsBacktest.RANKING + " and marts." + NeedsBacktest.KINDS);
  }
}
