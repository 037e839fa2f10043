package org.recordlake.reporting;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.commons.codec.digest.DigestUtils;
import org.recordlake.catalog.TableSpec;
import org.recordlake.catalog.Zone;
import org.recordlake.job.Job;
import org.recordlake.job.JobContext;
import org.recordlake.job.JobResult;
import org.recordlake.job.MeetingSheets;
import org.recordlake.job.PackFolder;
import org.recordlake.job.Progress;
import org.recordlake.job.SqlFiles;
import org.recordlake.job.Version;
import org.recordlake.lake.Lake;
import org.recordlake.lake.ParallelTasks;
import org.recordlake.problem.Failure;
import org.recordlake.problem.Problem;
import org.recordlake.report.ReportData;
import org.recordlake.report.ReportException;
import org.recordlake.report.ReportFile;
import org.recordlake.report.ReportPack;
import org.recordlake.report.ReportTable;

/**
 * Writes the report pack from the marts: every report in every format, and the portal that leads to
 * them.
 */
public final class Reports implements Job<ReportsPlan> {
  @Override
  public String name() {
    return "reports";
  }

  @Override
  public ReportsPlan plan(JobContext context) {
    List<ReportSpec> reports = ReportSpecs.load(context.settings().confFolder());
    PackFolder folder = PackFolder.of(context);
    String fingerprint = fingerprint(context, reports);
    boolean current =
        !context.options().full() && folder.fingerprint().filter(fingerprint::equals).isPresent();
    return new ReportsPlan(reports, folder.uri(), fingerprint, current);
  }

  @Override
  public JobResult execute(ReportsPlan plan, JobContext context) {
    PackFolder folder = PackFolder.of(context);
    Map<String, Long> counts = new LinkedHashMap<>();
    counts.put("reports", (long) plan.reports().size());
    MeetingSheets.of(context).destroy(MeetingSheets.ASKED);
    if (!plan.current()) {
      List<ReportFile> files = write(plan, context, folder);
      counts.put("files", (long) files.size());
    }
    return JobResult.done(counts, List.of("Report portal: " + folder.uri() + "/index.html"));
  }

  private static List<ReportFile> write(ReportsPlan plan, JobContext context, PackFolder folder) {
    Datasets datasets = new Datasets(context);
    List<ReportData> data = new ArrayList<>();
    try (Progress.Bar bar = context.progress().start("reports", plan.reports().size() + 1L)) {
      for (ReportSpec report : plan.reports()) {
        Map<String, ReportTable> tables = tables(report, datasets, context);
        data.add(
            new ReportData(
                report.definition(),
                context.asOf(),
                context.settings().zone(),
                context.runId(),
                context.settings().suppression().minimumGroup(),
                tables));
        bar.step();
      }
      List<ReportFile> files = new ArrayList<>(new PollSheets(context).write(folder));
      files.addAll(new ReportPack().write(folder.staging(), data, new RunFacts(context).facts()));
      folder.publish(plan.fingerprint());
      bar.step();
      return files;
    } catch (ReportException e) {
      throw Failure.configuration(problem(e), e);
    }
  }

  private static Problem problem(ReportException e) {
    return new Problem(e.problem(), e.place(), e.mend().replaceAll("\\.$", ""));
  }

  /** The tables of {@code report}, asked for side by side, in the order of its definition. */
  private static Map<String, ReportTable> tables(
      ReportSpec report, Datasets datasets, JobContext context) {
    List<Callable<ReportTable>> queries = new ArrayList<>();
    report.datasets().forEach(dataset -> queries.add(() -> datasets.table(report, dataset)));
    Map<String, ReportTable> tables = new LinkedHashMap<>();
    ParallelTasks.run(context.lake().spark(), context.settings().ingest().parallelTables(), queries)
        .forEach(table -> tables.put(table.name(), table));
    return tables;
  }

  private static String fingerprint(JobContext context, List<ReportSpec> reports) {
    Lake lake = context.lake();
    StringBuilder state =
        new StringBuilder(Version.PROGRAM)
            .append('\n')
            .append(context.asOf())
            .append('\n')
            .append(reports);
    for (TableSpec mart : context.catalog().tables(Zone.MARTS)) {
      state.append('\n').append(mart.name()).append(' ').append(lake.version(mart.name()));
    }
    for (String ledger : RunFacts.LEDGERS) {
      state.append('\n').append(ledger).append(' ').append(lake.version(ledger));
    }
    reports.forEach(
        report ->
            report
                .datasets()
                .forEach(
                    dataset -> state.append('\n').append(SqlFiles.read(context, dataset.sql()))));
    return DigestUtils.sha256Hex(state.toString());
  }
}
