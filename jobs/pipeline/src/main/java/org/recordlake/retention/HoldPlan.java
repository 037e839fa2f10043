package org.recordlake.retention;

import java.util.List;
import java.util.Optional;
import org.recordlake.disposal.Hold;
import org.recordlake.job.JobPlan;

/**
 * What becomes of one legal hold.
 *
 * @param hold the hold as it will stand
 * @param change what is written; empty if it stands so already
 */
public record HoldPlan(Hold hold, Optional<Hold> change) implements JobPlan {
  static HoldPlan changing(Hold hold) {
    return new HoldPlan(hold, Optional.of(hold));
  }

  static HoldPlan unchanged(Hold hold) {
    return new HoldPlan(hold, Optional.empty());
  }

  /** Number of the hold. */
  public String holdId() {
    return hold.id();
  }

  @Override
  public List<String> lines() {
    return List.of(hold.line() + (change.isEmpty() ? " (no change)" : ""));
  }
}
