package org.recordlake.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.recordlake.job.JobContext;
import org.recordlake.job.JobOptions;
import org.recordlake.job.JobRunner;
import org.recordlake.problem.ExitCode;
import org.recordlake.query.Format;
import org.recordlake.query.Query;
import org.recordlake.query.RestrictedAccess;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
final class QueryCommand implements Callable<Integer> {
  private final CliEnvironment environment;

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

  @ArgGroup(exclusive = false)
  private Access access;

  @Mixin private final CommonOptions common = new CommonOptions();

  /** Who asks for restricted data, and why. */
  private static final class Access {
    @Option(names = "--operator", required = true, paramLabel = "NAME", description = "Who asks.")
    private String operator;

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why.")
    private String reason;
  }

  QueryCommand(CliEnvironment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    JobContext context =
        JobContexts.context(environment, common, JobOptions.DEFAULT, environment.progress());
    Query query =
        Query.of(sql, context.lake(), context.catalog(), access == null ? Query.OPEN : Query.ALL);
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
    RestrictedAccess job = new RestrictedAccess(access.operator, access.reason, sql, query);
    int code = JobRun.told(environment, new JobRunner(context).run(List.of(job)));
    return code == ExitCode.DONE.code() ? Optional.empty() : Optional.of(code);
  }
}
