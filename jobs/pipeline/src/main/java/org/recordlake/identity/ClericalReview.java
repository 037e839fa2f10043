package org.recordlake.identity;

import java.sql.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.recordlake.audit.AuditLog;
import org.recordlake.job.Job;
import org.recordlake.job.JobContext;
import org.recordlake.job.JobPlan;
import org.recordlake.job.JobResult;
import org.recordlake.problem.Failure;

/**
 * What a person says about a link: that it is wrong, and stays apart for good, or that it is right.
 * Every later match minds it. Noted in the audit log before it takes effect.
 */
public final class ClericalReview implements Job<ClericalReview.Plan> {
  static final String SPLIT = "identity split";
  static final String CONFIRM = "identity confirm";
  private final String name;
  private final Link.Status status;
  private final String linkId;
  private final String operator;
  private final String reason;

  private ClericalReview(
      String name, Link.Status status, String linkId, String operator, String reason) {
    this.name = name;
    this.status = status;
    this.linkId = linkId;
    this.operator = operator;
    this.reason = reason;
  }

  /** Says that the row of a link is not about its individual. */
  public static ClericalReview split(String linkId, String operator, String reason) {
    return new ClericalReview(SPLIT, Link.Status.SPLIT, linkId, operator, reason);
  }

  /** Says that the row of a link is about its individual. */
  public static ClericalReview confirm(String linkId, String operator, String reason) {
    return new ClericalReview(CONFIRM, Link.Status.CONFIRMED, linkId, operator, reason);
  }

  /** The link as it will stand, empty if it stands so already. */
  public static final class Plan implements JobPlan {
    private final Optional<Link> change;

    private Plan(Optional<Link> change) {
      this.change = change;
    }

    @Override
    public List<String> lines() {
      return change.map(link -> link.id() + " becomes " + link.status().code()).stream().toList();
    }
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Plan plan(JobContext context) {
    if (operator.isBlank() || reason.isBlank()) {
      throw Failure.usage("the operator or the reason is missing", name, "Give both");
    }
    LinkTable links = new LinkTable(context);
    Link link =
        links
            .find(linkId)
            .orElseThrow(
                () ->
                    Failure.usage(
                        "there is no link with the number given",
                        name,
                        "See 'identity review' or 'subject find' for the numbers"));
    if (links.held(link)) {
      throw Failure.usage(
          "the link is under a legal hold", name, "Wait until the hold is released ('hold list')");
    }
    return new Plan(
        Optional.of(link.decided(status, Date.valueOf(context.asOf()), operator))
            .filter(decided -> link.status() != status));
  }

  @Override
  public JobResult execute(Plan plan, JobContext context) {
    if (plan.change.isPresent()) {
      AuditLog.note(context, operator, name, "governance", reason, linkId);
      new LinkTable(context).write(plan.change.get());
    }
    List<String> output =
        plan.change.isPresent() ? plan.lines() : List.of(linkId + " stands so already");
    return JobResult.done(Map.of("links", (long) plan.lines().size()), output);
  }
}
