package org.recordlake.retention;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.recordlake.disposal.DisposalEligibility;
import org.recordlake.job.Job;
import org.recordlake.job.JobContext;
import org.recordlake.job.JobResult;
import org.recordlake.problem.ExitCode;
import org.recordlake.problem.Problem;
import org.recordlake.schedule.UnreadOrders;

/**
 * Deletes every row whose last day has passed and that no legal hold keeps, and the media files
 * such rows name. The rows are then in no table, but still on storage until {@link RetentionPurge}.
 *
 * <p>Each table and rule has one disposition in the ledger, planned before anything goes. A run
 * that finds one unfinished finishes it. While a hold order stands unread, nothing is destroyed.
 */
public final class RetentionDelete implements Job<RetentionPlan> {
  private final Optional<Replay> replay;

  public RetentionDelete() {
    this(Optional.empty());
  }

  private RetentionDelete(Optional<Replay> replay) {
    this.replay = replay;
  }

  /**
   * Destroys besides what was destroyed before and is there again, after a backup was restored.
   *
   * @param tokensOf root of another lake of the same keys whose tokens count too; such as the lake
   *     as it was before the backup took its place
   */
  public static RetentionDelete replay(Optional<String> tokensOf) {
    return new RetentionDelete(Optional.of(new Replay(tokensOf)));
  }

  @Override
  public String name() {
    return "retention";
  }

  @Override
  public RetentionPlan plan(JobContext context) {
    return new RetentionPlanner(context, due(context)).plan();
  }

  DueRows due(JobContext context) {
    return DueRows.on(
        context,
        replay.map(found -> found.gone(context)),
        new DispositionLedger(context)
            .open().stream().filter(each -> each.isNoticed() && each.isUndeleted()).toList());
  }

  @Override
  public JobResult execute(RetentionPlan plan, JobContext context) {
    List<Problem> unread = UnreadOrders.of(context);
    if (!unread.isEmpty()) {
      return Standstill.result(unread);
    }
    replay.ifPresent(found -> found.remember(context));
    List<String> lists = new DestructionList(context).give(plan, () -> due(context));
    List<Disposition> toDestroy = prepare(plan, context);
    List<Disposition> destroyed = toDestroy.isEmpty() ? toDestroy : destroy(toDestroy, context);
    List<String> notices = new DisposalNotice(context).give(plan, () -> due(context));
    return result(plan, destroyed, Stream.concat(notices.stream(), lists.stream()).toList());
  }

  private List<Disposition> destroy(List<Disposition> toDestroy, JobContext context) {
    try (Disposal disposal = Disposal.take(context, toDestroy, due(context))) {
      disposal.begin();
      disposal.destroy();
      disposal.finish();
      return disposal.dispositions();
    }
  }

  /**
   * Writes all that is planned, and notes what a killed run had deleted.
   *
   * @return the dispositions that may go on to destruction
   */
  static List<Disposition> prepare(RetentionPlan plan, JobContext context) {
    List<Disposition> known = new ArrayList<>();
    plan.completed().forEach(begun -> known.add(gone(begun, context)));
    List<Disposition> fresh = new ArrayList<>();
    List<Disposition> toDestroy = new ArrayList<>();
    for (RetentionPlan.Item item :
        plan.items().stream().filter(RetentionPlan.Item::open).toList()) {
      Optional<Disposition> earlier = item.unfinished();
      Disposition planned =
          earlier
              .orElseGet(() -> Disposition.fresh(item, context))
              .planned(context.asOf(), item.rowsDue(), item.rowsHeld());
      if (earlier.isEmpty()) {
        fresh.add(planned);
      } else if (!earlier.get().equals(planned)) {
        known.add(planned);
      }
      if (plan.mayGo(item, planned.asOf(), context.catalog())) {
        toDestroy.add(planned);
      }
    }
    DispositionLedger ledger = new DispositionLedger(context);
    ledger.update(known);
    ledger.add(fresh);
    return toDestroy;
  }

  private static Disposition gone(Disposition begun, JobContext context) {
    return begun.deleted(
        begun.storage().versionBefore().orElseThrow() + 1, context.clock().instant());
  }

  private static JobResult result(
      RetentionPlan plan, List<Disposition> destroyed, List<String> given) {
    Map<String, Long> counts = new LinkedHashMap<>();
    counts.put("due", plan.items().stream().mapToLong(RetentionPlan.Item::rowsDue).sum());
    counts.put("held", plan.items().stream().mapToLong(RetentionPlan.Item::rowsHeld).sum());
    counts.put("deleted", destroyed.stream().mapToLong(each -> each.rows().deleted()).sum());
    counts.put("media_deleted", destroyed.stream().mapToLong(each -> each.rows().media()).sum());
    List<Problem> waiting =
        plan.items().stream()
            .filter(RetentionPlan.Item::open)
            .flatMap(item -> waiting(item).stream())
            .toList();
    List<String> told = Stream.concat(plan.summary().stream(), given.stream()).toList();
    return new JobResult(ExitCode.DONE, counts, waiting, told);
  }

  private static Optional<Problem> waiting(RetentionPlan.Item item) {
    String place = item.qualifiedName() + " " + item.rule().id();
    if (item.eligibility() == DisposalEligibility.AWAITS_APPROVAL) {
      return Optional.of(
          new Problem(
              item.waitingFor(),
              place,
              "Read the disposal notice in the restricted reports; approve it with"
                  + " 'retention approve'"));
    }
    return Optional.of(item.count().paper().unconfirmed())
        .filter(files -> files > 0)
        .map(
            files ->
                new Problem(
                    files + " file(s) of paper are past their day",
                    place,
                    "Destroy them as the destruction list in the restricted reports says, and tell"
                        + " so with 'retention confirm'"));
  }
}
