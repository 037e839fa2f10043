package org.recordlake.cli;

import java.util.List;
import org.recordlake.job.JobOptions;
import org.recordlake.problem.ExitCode;
import org.recordlake.retention.RetentionDelete;
import org.recordlake.retention.RetentionPlan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Prints what retention would destroy, or what waits without a due date. */
@Command(
    name = "plan",
    mixinStandardHelpOptions = true,
    description = "Print what retention would destroy, by table and rule.")
final class RetentionPlanCommand extends LakeCommand {
  @Option(
      names = "--waiting",
      description = {
        "Print instead what has no due date, because the row it belongs to is not known:",
        "by table and reason, those first that have waited longer than their period."
      })
  private boolean waiting;

  RetentionPlanCommand(CliEnvironment environment) {
    super(environment);
  }

  @Override
  public Integer call() {
    if (!waiting) {
      return new JobRun(environment, common)
          .plan(List.of(new RetentionDelete()), JobOptions.DEFAULT);
    }
    RetentionPlan plan = new RetentionDelete().plan(context());
    plan.waitingLines().forEach(environment.results()::println);
    if (plan.waiting().isEmpty()) {
      environment.results().println("Nothing waits.");
    }
    return ExitCode.DONE.code();
  }
}
