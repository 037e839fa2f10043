package org.recordlake.cli;

import java.util.List;
import java.util.Optional;
import org.recordlake.job.JobContext;
import org.recordlake.job.JobRunner;
import org.recordlake.problem.ExitCode;
import org.recordlake.query.Format;
import org.recordlake.query.Query;
import org.recordlake.query.RestrictedAccess;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Answers one SELECT. */
@Command(
    name = "query",
    mixinStandardHelpOptions = true,
    description = {
      "Answer one SELECT over marts.*, read only.",
      "With --operator and --reason also over records.* and governance.*, noted in the audit log."
    })
final class QueryCommand extends LakeCommand {
  @Parameters(paramLabel = "SQL", description = "The statement; tables are named zone.table.")
  private String sql;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "TABLE",
      description =
          "table (a value longer than 80 characters is cut and ends in …), csv or json (one object a"
              + " line), both with whole values.")
  private Format format;

  /** Who asks for restricted data, if anybody does. */
  @ArgGroup(exclusive = false)
  private OperatorOptions who;

  QueryCommand(CliEnvironment environment) {
    super(environment);
  }

  @Override
  public Integer call() {
    JobContext context = context();
    Query query =
        Query.of(sql, context.lake(), context.catalog(), who == null ? Query.OPEN : Query.ALL);
    if (common.dryRun()) {
      query
          .tables()
          .forEach(table -> environment.results().println("read " + table.qualifiedName()));
      return ExitCode.DONE.code();
    }
    Optional<Integer> refused = audited(context, query);
    if (refused.isEmpty()) {
      query.write(format, environment.results());
    }
    return refused.orElse(ExitCode.DONE.code());
  }

  /** The exit code if the audit log could not be written, in which case nothing may be shown. */
  private Optional<Integer> audited(JobContext context, Query query) {
    if (query.restrictedZones().isEmpty()) {
      return Optional.empty();
    }
    RestrictedAccess job = new RestrictedAccess(who.operator(), who.reason(), sql, query);
    int code = JobRun.told(environment, new JobRunner(context).run(List.of(job)));
    return code == ExitCode.DONE.code() ? Optional.empty() : Optional.of(code);
  }
}
