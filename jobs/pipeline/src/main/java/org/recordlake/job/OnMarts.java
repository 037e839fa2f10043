package org.recordlake.job;

import java.util.List;
import java.util.Optional;
import org.recordlake.catalog.Zone;

/**
 * A step that makes marts or reports, run where some were made before and left out where none was:
 * what follows from records that are gone is made anew, and nothing is made that nobody asked for.
 */
public record OnMarts<P extends JobPlan>(Job<P> job) implements Job<OnMarts.Plan<P>> {
  /**
   * @param made plan of the step; empty if it is left out
   */
  public record Plan<P extends JobPlan>(Optional<P> made) implements JobPlan {
    @Override
    public List<String> lines() {
      return made.map(JobPlan::lines).orElse(List.of());
    }
  }

  @Override
  public String name() {
    return job.name();
  }

  @Override
  public Plan<P> plan(JobContext context) {
    boolean there =
        context.catalog().tables(Zone.MARTS).stream()
            .anyMatch(mart -> context.lake().exists(mart.name()));
    return new Plan<>(there ? Optional.of(job.plan(context)) : Optional.empty());
  }

  @Override
  public JobResult execute(Plan<P> plan, JobContext context) {
    return plan.made()
        .map(made -> job.execute(made, context))
        .orElse(JobResult.done(java.util.Map.of()));
  }
}
