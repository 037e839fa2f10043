package org.recordlake.retention;

import java.time.LocalDate;
import org.recordlake.disposal.Hold;
import org.recordlake.job.Job;
import org.recordlake.job.JobContext;
import org.recordlake.job.JobResult;
import org.recordlake.problem.Failure;

/**
 * Releases a legal hold. What it kept past its day is due again for the next retention run; a hold
 * released twice keeps its first release.
 */
public final class ReleaseHold implements Job<HoldPlan> {
  private final String id;
  private final LocalDate on;
  private final String by;

  /**
   * @param id number of the hold
   * @param on day of the Release Notice: the first day the hold no longer counts
   * @param by who releases it
   */
  public ReleaseHold(String id, LocalDate on, String by) {
    this.id = id;
    this.on = on;
    this.by = by;
  }

  @Override
  public String name() {
    return "hold release";
  }

  @Override
  public HoldPlan plan(JobContext context) {
    Hold hold =
        new HoldList(context)
            .byId(id)
            .orElseThrow(
                () ->
                    Failure.usage(
                        "there is no hold with that number",
                        name(),
                        "Look it up with 'hold list'"));
    if (hold.releasedOn().isPresent()) {
      return HoldPlan.unchanged(hold);
    }
    if (by.isBlank() || on.isBefore(hold.placedOn())) {
      throw Failure.usage(
          "a release needs a person and a day not before " + hold.placedOn(), name(), "Give both");
    }
    return HoldPlan.changing(hold.released(on, by));
  }

  @Override
  public JobResult execute(HoldPlan plan, JobContext context) {
    return new HoldList(context).write(plan);
  }
}
