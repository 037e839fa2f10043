package org.recordlake.identity;

import java.util.List;
import org.recordlake.job.JobPlan;

/** Which rows will be matched and why. */
public final class IdentityPlan implements JobPlan {
  private final MatchScope scope;

  IdentityPlan(MatchScope scope) {
    this.scope = scope;
  }

  MatchScope scope() {
    return scope;
  }

  @Override
  public List<String> lines() {
    if (scope instanceof MatchScope.Everything all) {
      return List.of("match all rows: " + all.reason());
    }
    if (scope instanceof MatchScope.Nothing nothing) {
      return nothing.reason().map("link nothing: "::concat).stream().toList();
    }
    if (scope instanceof MatchScope.Files files) {
      return List.of(
          "match the rows of " + files.hashes().size() + " new file(s) against the rest");
    }
    return List.of();
  }
}
