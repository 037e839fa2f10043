package org.recordlake.insights;

import org.recordlake.job.Job;
import org.recordlake.job.JobContext;
import org.recordlake.job.JobResult;
import org.recordlake.model.ModelPlan;
import org.recordlake.model.ModelRunner;

/**
 * Rebuilds the marts on customers, services, campaigns, events and suppliers. Their definitions are
 * the SQL files under {@code sql/marts} whose catalogue entry names this job.
 */
public final class Insights implements Job<ModelPlan> {
  private static final String NAME = "insights";

  private final ModelRunner models = new ModelRunner(NAME);

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public ModelPlan plan(JobContext context) {
    return models.plan(context);
  }

  @Override
  public JobResult execute(ModelPlan plan, JobContext context) {
    return models.execute(plan, context);
  }
}
