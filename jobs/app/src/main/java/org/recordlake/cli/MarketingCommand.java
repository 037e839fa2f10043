package org.recordlake.cli;

import java.util.List;
import java.util.Map;
import org.recordlake.job.JobContext;
import org.recordlake.job.JobRunner;
import org.recordlake.job.SqlFiles;
import org.recordlake.problem.ExitCode;
import org.recordlake.query.Format;
import org.recordlake.query.Query;
import org.recordlake.query.RestrictedAccess;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A command that shows direct-marketing records, once the audit log has noted who asks and why. */
abstract class MarketingCommand extends LakeCommand {
  @Mixin private final OperatorOptions who = new OperatorOptions();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "CSV",
      description = "csv, table (long values are cut), or json (one object a line).")
  private Format format;

  MarketingCommand(CliEnvironment environment) {
    super(environment);
  }

  /**
   * Notes the query in the audit log and then writes its rows.
   *
   * @param query name of a shipped query over restricted tables
   */
  final int answer(String query, Map<String, Object> arguments) {
    JobContext context = context();
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
        new RestrictedAccess(who.operator(), who.reason(), query + " " + arguments, shipped);
    int code = JobRun.told(environment, new JobRunner(context).run(List.of(audit)));
    if (code == ExitCode.DONE.code()) {
      shipped.write(format, environment.results());
    }
    return code;
  }
}
