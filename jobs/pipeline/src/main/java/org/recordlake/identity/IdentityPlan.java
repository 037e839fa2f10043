package org.recordlake.identity;

import java.util.List;
import org.recordlake.job.JobPlan;

/** Which rows will be matched and why. */
public final class IdentityPlan implements JobPlan {
  private final Scope scope;

  IdentityPlan(Scope scope) {
    this.scope = scope;
  }

  Scope scope() {
    return scope;
  }

  @Override
  public List<String> lines() {
    if (scope instanceof Scope.Everything all) {
      return List.of("match all rows: " + all.reason());
    }
    if (scope instanceof Scope.Files files) {
      return List.of(
          "match the rows of " + files.hashes().size() + " new file(s) against the rest");
    }
    return List.of();
  }
}
