package org.recordlake.cli;

import java.util.concurrent.Callable;
import org.recordlake.job.JobContext;
import org.recordlake.job.JobOptions;
import org.recordlake.problem.ExitCode;
import org.recordlake.retention.RetentionDelete;
import org.recordlake.retention.RetentionPlan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints what retention would destroy, or what waits without a due date. */
@Command(
    name = "plan",
    mixinStandardHelpOptions = true,
    description = "Print what retention would destroy, by table and rule.")
final class RetentionPlanCommand implements Callable<Integer> {
  private final CliEnvironment environment;

  @Mixin private final CommonOptions common = new CommonOptions();

  @Option(
      names = "--waiting",
      description = {
        "Print instead what has no due date, because the row it belongs to is not known:",
        "by table and reason, those first that have waited longer than their period."
      })
  private boolean waiting;

  RetentionPlanCommand(CliEnvironment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    if (!waiting) {
      return new JobRun(environment, common)
          .plan(java.util.List.of(new RetentionDelete()), JobOptions.DEFAULT);
    }
    JobContext context =
        JobContexts.context(environment, common, JobOptions.DEFAULT, environment.progress());
    RetentionPlan plan = new RetentionDelete().plan(context);
    plan.waitingLines().forEach(environment.results()::println);
    if (plan.waiting().isEmpty()) {
      environment.results().println("Nothing waits.");
    }
    return ExitCode.DONE.code();
  }
}
