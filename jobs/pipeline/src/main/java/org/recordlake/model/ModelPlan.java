package org.recordlake.model;

import java.util.List;
import java.util.Optional;
import org.recordlake.job.JobPlan;

/**
 * Which marts are to be rebuilt and why.
 *
 * @param steps all marts of the job, each after those it reads
 */
public record ModelPlan(List<Step> steps) implements JobPlan {
  public ModelPlan {
    steps = List.copyOf(steps);
  }

  /**
   * One mart of the plan.
   *
   * @param reads the tables it reads
   * @param fingerprint what its rows will follow from
   * @param reason why it is rebuilt; empty if it is up to date
   * @param scope how much of it is
   */
  public record Step(
      String mart,
      List<String> reads,
      String fingerprint,
      Optional<String> reason,
      RebuildScope scope) {
    public Step {
      reads = List.copyOf(reads);
    }

    boolean stale() {
      return reason.isPresent();
    }

    private String verb() {
      return scope instanceof RebuildScope.Touched ? "update touched individuals in" : "rebuild";
    }

    String line() {
      return reason
          .map(why -> verb() + " marts." + mart + ": " + why)
          .orElse("keep marts." + mart + ": up to date");
    }
  }

  /** The stale marts of which only touched customers are made anew. */
  long touchedOnly() {
    return stale().stream().filter(step -> step.scope() instanceof RebuildScope.Touched).count();
  }

  List<Step> stale() {
    return steps.stream().filter(Step::stale).toList();
  }

  @Override
  public List<String> lines() {
    return steps.isEmpty()
        ? List.of("the catalogue lists no mart of this job")
        : steps.stream().map(Step::line).toList();
  }
}
