package org.recordlake.retention;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.recordlake.audit.AuditLog;
import org.recordlake.catalog.RetentionRule.Destruction;
import org.recordlake.disposal.Clearance;
import org.recordlake.job.Job;
import org.recordlake.job.JobContext;
import org.recordlake.job.JobPlan;
import org.recordlake.job.JobResult;
import org.recordlake.problem.Failure;

/**
 * One person's approval of disposals of which notice was given, noted in the audit log. Nobody
 * approves twice, nor what runs under the own name have prepared. Either all that are named are
 * approved or none.
 */
public final class ApproveDisposal implements Job<ApproveDisposal.Plan> {
  private final List<String> ids;
  private final String operator;
  private final String reason;

  /**
   * @param ids numbers of the dispositions
   */
  public ApproveDisposal(List<String> ids, String operator, String reason) {
    this.ids = List.copyOf(new LinkedHashSet<>(ids));
    this.operator = operator;
    this.reason = reason;
  }

  /**
   * @param approved the dispositions as they are once approved
   * @param states for each, what it then still waits for
   */
  public record Plan(List<Disposition> approved, List<String> states) implements JobPlan {
    @Override
    public List<String> lines() {
      return states;
    }
  }

  @Override
  public String name() {
    return "retention approve";
  }

  @Override
  public Plan plan(JobContext context) {
    if (operator.isBlank() || reason.isBlank()) {
      throw refused("an approval needs a person and a reason", "--operator, --reason", "Give both");
    }
    List<Disposition> known = new DispositionLedger(context).all(ids);
    List<Disposition> approved = new ArrayList<>();
    List<String> states = new ArrayList<>();
    for (String id : ids) {
      Disposition found =
          known.stream()
              .filter(each -> each.id().equals(id))
              .findFirst()
              .orElseThrow(
                  () -> refused("there is no disposition " + id, id, "See 'retention plan'"));
      Destruction asked = asked(found, context);
      check(found, asked, context);
      Disposition after = found.approved(operator.strip(), context.clock().instant(), asked);
      approved.add(after);
      states.add(state(after, asked, context));
    }
    return new Plan(approved, states);
  }

  @Override
  public JobResult execute(Plan plan, JobContext context) {
    AuditLog.note(context, operator, name(), "governance", reason, String.join(" ", ids));
    new DispositionLedger(context).update(plan.approved());
    return JobResult.done(Map.of("approved", (long) plan.approved().size()), plan.states());
  }

  private static Destruction asked(Disposition disposition, JobContext context) {
    return context
        .catalog()
        .notice()
        .scheduleOn(context.asOf())
        .rule(disposition.rule())
        .orElseThrow()
        .destruction();
  }

  private void check(Disposition found, Destruction asked, JobContext context) {
    if (!found.isUndeleted() || found.isBegun()) {
      throw refused("its rows are destroyed already", found.id(), "Leave it out");
    }
    if (!found.isNoticed() || found.asOf().isAfter(context.asOf())) {
      throw refused(
          "no disposal notice was given for it yet",
          found.id(),
          "Run 'retention run', and read the notice first");
    }
    Clearance given = found.clearance(asked);
    List<String> names =
        Stream.concat(Stream.of(found.persons().preparedBy()), given.approvedBy().stream())
            .toList();
    if (Clearance.isAmong(names, operator)) {
      throw refused(
          "the same person prepared or approved it already",
          found.id(),
          "Have it approved by somebody else");
    }
    if (given.isApproved()) {
      throw refused("it has all the approvals it needs", found.id(), "Leave it out");
    }
  }

  private static String state(Disposition after, Destruction asked, JobContext context) {
    Clearance given = after.clearance(asked);
    List<String> missing = given.missing(context.asOf());
    return "%s (%s %s): %d of %d approvals; %s"
        .formatted(
            after.id(),
            context.catalog().table(after.table()).qualifiedName(),
            after.rule(),
            given.approvedBy().size(),
            asked.approvals(),
            missing.isEmpty()
                ? "destroyed by the next run"
                : "not destroyed before " + Clearance.stoodOn(asked, after.asOf()));
  }

  private static Failure refused(String what, String place, String mend) {
    return Failure.usage(what, place, mend);
  }
}
