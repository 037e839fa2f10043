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
import org.recordlake.certificate.Certificate;
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
    Optional<ErasureScan> scan = ErasureScan.prepare(context);
    Map<String, Purge.Result> removed = purge(plan, scan, context);
    long media = plan.strayMedia() > 0 ? new OrphanMedia(context).destroy() : 0;
    List<Disposition> purged = new ArrayList<>();
    for (Disposition each : plan.toPurge()) {
      purged.add(each.purged(removed.get(each.table()), context.clock().instant()));
    }
    ledger.update(purged);
    purged.addAll(plan.toVerify());
    Map<Disposition, List<Problem>> checked = new DisposalCheck(context).problems(purged);
    Optional<ErasureScan.Outcome> scanned = scan.map(ErasureScan::run);
    List<Problem> found = scanned.map(ErasureScan.Outcome::problems).orElse(List.of());
    checked.values().forEach(problems -> problems.addAll(found));
    List<Disposition> verified =
        purged.stream()
            .filter(each -> checked.get(each).isEmpty())
            .map(each -> each.verified(context.clock().instant()))
            .toList();
    Optional<Certificate.Scan> told = scanned.map(ErasureScan.Outcome::told);
    if (!verified.isEmpty()) {
      told.ifPresent(issuer::keep);
    }
    ledger.update(verified);
    if (found.isEmpty()) {
      scan.ifPresent(ErasureScan::settle);
    }
    CertificateIssuer.Outcome certified = late.and(issuer.issue(verified, told));
    if (!purged.isEmpty() || !certified.certificates().isEmpty()) {
      removed.merge(
          DispositionLedger.TABLE,
          context.lake().purge(DispositionLedger.TABLE),
          Purge.Result::plus);
    }
    return result(new Done(removed, media, scan, scanned, certified), checked);
  }

  /** What was done on storage. */
  private record Done(
      Map<String, Purge.Result> removed,
      long media,
      Optional<ErasureScan> scan,
      Optional<ErasureScan.Outcome> scanned,
      CertificateIssuer.Outcome certified) {}

  private static Map<String, Purge.Result> purge(
      PurgePlan plan, Optional<ErasureScan> scan, JobContext context) {
    Set<String> tables = new LinkedHashSet<>();
    scan.ifPresent(
        done -> {
          if (done.rowsDestroyed() > 0) {
            tables.add(RowsSetAside.TABLE);
          }
        });
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

  private static JobResult result(Done done, Map<Disposition, List<Problem>> checked) {
    Purge.Result total =
        done.removed().values().stream().reduce(Purge.Result.NOTHING, Purge.Result::plus);
    List<Problem> problems =
        Stream.of(
                checked.values().stream().flatMap(List::stream),
                done.scanned().stream().flatMap(outcome -> outcome.problems().stream()),
                done.certified().problems().stream())
            .flatMap(each -> each)
            .distinct()
            .toList();
    long verified = checked.values().stream().filter(List::isEmpty).count();
    Map<String, Long> counts = new LinkedHashMap<>();
    counts.put("files_removed", total.files());
    counts.put("bytes_removed", total.bytes());
    counts.put("stray_media_removed", done.media());
    counts.put("disposals_verified", verified);
    counts.put("disposals_not_verified", checked.size() - verified);
    List<String> output = new ArrayList<>();
    output.add(
        "%d old files (%d bytes) and %d stray media files destroyed; %d disposals verified"
            .formatted(total.files(), total.bytes(), done.media(), verified));
    done.scan().ifPresent(scan -> tell(scan, done.scanned().orElseThrow(), counts, output));
    done.certified()
        .certificates()
        .forEach(id -> output.add("certificate of destruction " + id + " was issued"));
    return new JobResult(
        problems.isEmpty() ? ExitCode.DONE : ExitCode.DATA_CHECKS, counts, problems, output);
  }

  private static void tell(
      ErasureScan scan,
      ErasureScan.Outcome scanned,
      Map<String, Long> counts,
      List<String> output) {
    counts.put("rows_set_aside_removed", scan.rowsDestroyed());
    counts.put("landing_copies_removed", scan.copiesDestroyed());
    counts.putAll(scanned.counts());
    output.addAll(scanned.lines());
    if (scan.rowsDestroyed() + scan.copiesDestroyed() > 0) {
      output.add(
          "%d rows set aside and %d copies of dropped files named what was destroyed and went with it"
              .formatted(scan.rowsDestroyed(), scan.copiesDestroyed()));
    }
  }

  private static <T> List<T> sideBySide(JobContext context, List<Callable<T>> tasks) {
    return ParallelTasks.run(
        context.lake().spark(), context.settings().ingest().parallelTables(), tasks);
  }
}
