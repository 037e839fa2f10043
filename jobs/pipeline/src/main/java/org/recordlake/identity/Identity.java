package org.recordlake.identity;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.recordlake.job.Job;
import org.recordlake.job.JobContext;
import org.recordlake.job.JobResult;

/**
 * Keeps {@code governance.identity_links} true: which rows without an individual are about which
 * one, and which individuals are one. Rows stay as they came. A run after new files matches those
 * against the whole; a run over everything comes to the same links.
 */
public final class Identity implements Job<IdentityPlan> {
  static final String NAME = "identity";

  /** Noted with each run; raised when the same rows come to other links. */
  private static final long RULES_VERSION = 1;

  /** The same as the run ledger writes it. */
  static final String RULES = "\"rules\":" + RULES_VERSION;

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public IdentityPlan plan(JobContext context) {
    return new IdentityPlan(MatchScope.of(context));
  }

  @Override
  public JobResult execute(IdentityPlan plan, JobContext context) {
    Map<String, Long> counts = new LinkedHashMap<>();
    if (!(plan.scope() instanceof MatchScope.Nothing)) {
      try (Matcher matcher = new Matcher(context)) {
        LinkTable.Counts links = new LinkTable(context).apply(changes(plan.scope(), matcher));
        counts.put("matched", links.written(Link.Status.MATCHED));
        counts.put("to_review", links.written(Link.Status.REVIEW));
        counts.put("withdrawn", links.of(LinkChange.Kind.DELETE));
        counts.put("blocks_too_large", matcher.blocksTooLarge());
      }
    }
    counts.put("rules", RULES_VERSION);
    return JobResult.done(
        counts, plan.scope() instanceof MatchScope.Nothing ? plan.lines() : List.of());
  }

  private static Dataset<Row> changes(MatchScope scope, Matcher matcher) {
    return scope instanceof MatchScope.Files files
        ? matcher.since(files.hashes())
        : matcher.everything();
  }
}
