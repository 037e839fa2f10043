package org.recordlake.cli;

import java.util.Map;
import org.recordlake.job.JobContext;
import org.recordlake.job.JobOptions;
import org.recordlake.job.JobRunner;
import org.recordlake.job.SqlFiles;
import org.recordlake.problem.ExitCode;
import org.recordlake.query.Format;
import org.recordlake.query.Query;
import org.recordlake.query.RestrictedAccess;
import picocli.CommandLine.Option;

/** Who asks for direct-marketing records and why, and how they are written. */
final class MarketingAccess {
  @Option(names = "--operator", required = true, paramLabel = "NAME", description = "Who asks.")
  private String operator;

  @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why.")
  private String reason;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "CSV",
      description = "csv, table (long values are cut), or json (one object a line).")
  private Format format;

  /**
   * Notes the query in the audit log and then writes its rows.
   *
   * @param query name of a shipped query over restricted tables
   */
  int answer(
      CliEnvironment environment,
      CommonOptions common,
      String query,
      Map<String, Object> arguments) {
    JobContext context =
        JobContexts.context(environment, common, JobOptions.DEFAULT, environment.progress());
    Query shipped =
        Query.shipped(
            SqlFiles.read(context, "sql/restricted/" + query + ".sql"),
            arguments,
            context.lake(),
            context.catalog(),
            context.protector());
    if (common.dryRun()) {
      shipped.tables().forEach(t -> environment.results().println("read " + t.qualifiedName()));
      return ExitCode.DONE.code();
    }
    RestrictedAccess audit =
        new RestrictedAccess(operator, reason, query + " " + arguments, shipped);
    int code = JobRun.told(environment, new JobRunner(context).run(java.util.List.of(audit)));
    if (code == ExitCode.DONE.code()) {
      shipped.write(format, environment.results());
    }
    return code;
  }
}
