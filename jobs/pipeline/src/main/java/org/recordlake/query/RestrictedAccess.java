package org.recordlake.query;

import java.util.List;
import java.util.Map;
import org.recordlake.audit.AuditLog;
import org.recordlake.job.Job;
import org.recordlake.job.JobContext;
import org.recordlake.job.JobPlan;
import org.recordlake.job.JobResult;

/** Writes a restricted query into the audit log. Its rows may be shown once this is done. */
public final class RestrictedAccess implements Job<RestrictedAccess.Plan> {
  private final String operator;
  private final String reason;
  private final String sql;
  private final Query query;

  public RestrictedAccess(String operator, String reason, String sql, Query query) {
    this.operator = operator;
    this.reason = reason;
    this.sql = sql;
    this.query = query;
  }

  /** The zones a statement reaches into. */
  public record Plan(List<String> zones) implements JobPlan {
    public Plan {
      zones = List.copyOf(zones);
    }

    @Override
    public List<String> lines() {
      return zones.stream().map(zone -> "read " + zone + ", noted in the audit log").toList();
    }
  }

  @Override
  public String name() {
    return "query";
  }

  @Override
  public Plan plan(JobContext context) {
    return new Plan(query.restrictedZones());
  }

  @Override
  public JobResult execute(Plan plan, JobContext context) {
    AuditLog.note(context, operator, name(), String.join(",", plan.zones()), reason, sql);
    return JobResult.done(Map.of("audit rows", 1L));
  }
}
