package org.recordlake.insights.needs;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.recordlake.job.Job;
import org.recordlake.job.JobContext;
import org.recordlake.job.JobResult;
import org.recordlake.lake.PseudonymFunction;
import org.recordlake.model.PointInTime;

/**
 * Scores needs as of one horizon ago and holds them against what customers bought since: how often
 * the first needs held it, against recommending the most popular service, and which kinds of
 * evidence came true. It changes its own two marts and nothing else.
 */
public final class NeedsBacktest implements Job<BacktestPlan> {
  static final String RANKING = "needs_backtest";
  static final String KINDS = "needs_backtest_kinds";

  @Override
  public String name() {
    return "backtest";
  }

  @Override
  public BacktestPlan plan(JobContext context) {
    int horizon = NeedRules.load(context.settings().confFolder()).horizonDays();
    return new BacktestPlan(context.asOf().minusDays(horizon), context.asOf());
  }

  @Override
  public JobResult execute(BacktestPlan plan, JobContext context) {
    PseudonymFunction.register(context.lake().spark(), context.protector());
    PointInTime earlier = new PointInTime(context, plan.scoredOn());
    String note = "scored_on=" + plan.scoredOn() + " bought_until=" + plan.boughtUntil();
    List.of(RANKING, KINDS)
        .forEach(mart -> context.lake().replace(mart, earlier.against(mart), note));
    List<Row> ranking = context.lake().read(RANKING).orderBy("first_needs").collectAsList();
    List<Row> kinds =
        context
            .lake()
            .read(KINDS)
            .orderBy(functions.col("share_true").desc_nulls_last(), functions.col("need_kind"))
            .collectAsList();
    return JobResult.done(
        Map.of("rankings", (long) ranking.size(), "kinds", (long) kinds.size()),
        Stream.concat(
                BacktestWords.ranking(plan, ranking).stream(), BacktestWords.kinds(kinds).stream())
            .toList());
  }
}
