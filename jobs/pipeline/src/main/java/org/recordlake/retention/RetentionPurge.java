package org.recordlake.retention;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.recordlake.catalog.TableSpec;
import org.recordlake.job.Job;
import org.recordlake.job.JobContext;
import org.recordlake.job.JobResult;
import org.recordlake.lake.ParallelTasks;
import org.recordlake.lake.Purge;
import org.recordlake.problem.ExitCode;
import org.recordlake.problem.Problem;
import org.recordlake.schedule.UnreadOrders;

/**
 * Makes deletions true on storage: destroys every file no table's latest version needs, in all
 * zones, and media files without a row; then has {@link DisposalCheck} look whether the disposals
 * left anything. Needs nothing but the lake's own lock: nobody else reads an older version.
 */
public final class RetentionPurge implements Job<PurgePlan> {
  @Override
  public String name() {
    return "purge";
  }

  @Override
  public PurgePlan plan(JobContext context) {
    List<TableSpec> tables = context.catalog().tables();
    List<Purge.Result> leftovers =
        sideBySide(
            context,
            tables.stream()
                .map(table -> (Callable<Purge.Result>) () -> context.lake().leftovers(table.name()))
                .toList());
    List<PurgePlan.Leftovers> found = new ArrayList<>();
    for (int i = 0; i < tables.size(); i++) {
      if (leftovers.get(i).files() > 0) {
        TableSpec table = tables.get(i);
        found.add(new PurgePlan.Leftovers(table.name(), table.qualifiedName(), leftovers.get(i)));
      }
    }
    List<Disposition> open = new DispositionLedger(context).open();
    return new PurgePlan(
        found,
        new OrphanMedia(context).count(),
        open.stream().filter(Disposition::isUnpurged).toList(),
        open.stream().filter(Disposition::isUnverified).toList());
  }

  @Override
  public JobResult execute(PurgePlan plan, JobContext context) {
    List<Problem> unread = UnreadOrders.of(context);
    if (!unread.isEmpty()) {
      return Standstill.result(unread);
    }
    DispositionLedger ledger = new DispositionLedger(context);
    CertificateIssuer issuer = new CertificateIssuer(context);
    CertificateIssuer.Outcome late = issuer.issueLate();
    Map<String, Purge.Result> removed = purge(plan, context);
    long media = plan.strayMedia() > 0 ? new OrphanMedia(context).destroy() : 0;
    List<Disposition> purged = new ArrayList<>();
    for (Disposition each : plan.toPurge()) {
      purged.add(each.purged(removed.get(each.table()), context.clock().instant()));
    }
    ledger.update(purged);
    purged.addAll(plan.toVerify());
    Map<Disposition, List<Problem>> checked = new DisposalCheck(context).problems(purged);
    List<Disposition> verified =
        purged.stream()
            .filter(each -> checked.get(each).isEmpty())
            .map(each -> each.verified(context.clock().instant()))
            .toList();
    ledger.update(verified);
    CertificateIssuer.Outcome certified = late.and(issuer.issue(verified, Optional.empty()));
    if (!purged.isEmpty() || !certified.certificates().isEmpty()) {
      removed.merge(
          DispositionLedger.TABLE,
          context.lake().purge(DispositionLedger.TABLE),
          Purge.Result::plus);
    }
    return result(removed, media, checked, certified);
  }

  private static Map<String, Purge.Result> purge(PurgePlan plan, JobContext context) {
    Set<String> tables = new LinkedHashSet<>();
    plan.tables().forEach(table -> tables.add(table.table()));
    plan.toPurge().forEach(disposition -> tables.add(disposition.table()));
    List<Callable<Purge.Result>> tasks = new ArrayList<>();
    DoomedFiles doomed = new DoomedFiles(context);
    Set<String> disposed =
        plan.toPurge().stream().map(Disposition::table).collect(Collectors.toSet());
    tables.forEach(
        table ->
            tasks.add(
                () ->
                    disposed.contains(table)
                        ? context.lake().purge(table, doomed.of(table))
                        : context.lake().purge(table)));
    Iterator<Purge.Result> results = sideBySide(context, tasks).iterator();
    Map<String, Purge.Result> removed = new LinkedHashMap<>();
    tables.forEach(table -> removed.put(table, results.next()));
    return removed;
  }

  private static JobResult result(
      Map<String, Purge.Result> removed,
      long media,
      Map<Disposition, List<Problem>> checked,
      CertificateIssuer.Outcome certified) {
    Purge.Result total = removed.values().stream().reduce(Purge.Result.NOTHING, Purge.Result::plus);
    List<Problem> problems =
        Stream.concat(
                checked.values().stream().flatMap(List::stream), certified.problems().stream())
            .distinct()
            .toList();
    long verified = checked.values().stream().filter(List::isEmpty).count();
    Map<String, Long> counts = new LinkedHashMap<>();
    counts.put("files_removed", total.files());
    counts.put("bytes_removed", total.bytes());
    counts.put("stray_media_removed", media);
    counts.put("disposals_verified", verified);
    counts.put("disposals_not_verified", checked.size() - verified);
    List<String> output = new ArrayList<>();
    output.add(
        "%d old files (%d bytes) and %d stray media files destroyed; %d disposals verified"
            .formatted(total.files(), total.bytes(), media, verified));
    certified
        .certificates()
        .forEach(id -> output.add("certificate of destruction " + id + " was issued"));
    return new JobResult(
        problems.isEmpty() ? ExitCode.DONE : ExitCode.DATA_CHECKS, counts, problems, output);
  }

  private static <T> List<T> sideBySide(JobContext context, List<Callable<T>> tasks) {
    return ParallelTasks.run(
        context.lake().spark(), context.settings().ingest().parallelTables(), tasks);
  }
}
