package org.recordlake.polls;

import org.recordlake.job.Job;
import org.recordlake.job.JobContext;
import org.recordlake.job.JobResult;
import org.recordlake.model.ModelPlan;
import org.recordlake.model.ModelRunner;
import org.recordlake.model.Stages;

/**
 * Rebuilds the marts on polls and meetings, after those of insights, whose segments they split
 * answers by. Their definitions are the SQL files under {@code sql/marts} whose catalogue entry
 * names this job.
 */
public final class Polls implements Job<ModelPlan> {
  private static final String NAME = "polls";

  private final ModelRunner models = new ModelRunner(NAME, Stages.SHIPPED);

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
