package org.recordlake.cli;

import java.util.List;
import org.recordlake.problem.ExitCode;
import org.recordlake.retention.PlanDetails;
import org.recordlake.retention.RetentionDelete;
import org.recordlake.retention.RetentionPlan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Prints what retention would destroy, or what waits without a due date. */
@Command(
    name = "plan",
    mixinStandardHelpOptions = true,
    description = {
      "Print what retention would destroy, by table and rule: rows, due days, data files that hold",
      "them, what holds keep, and what waits for notice or approval. Ends with 4 if something is",
      "past its day that neither a hold nor a standing notice or destruction list keeps."
    })
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
      return plan(PlanDetails.of(context()));
    }
    RetentionPlan plan = new RetentionDelete().plan(context());
    plan.waitingLines().forEach(environment.results()::println);
    if (plan.waiting().isEmpty()) {
      environment.results().println("Nothing waits.");
    }
    return ExitCode.DONE.code();
  }

  private int plan(PlanDetails plan) {
    environment.results().println("retention:");
    List<String> lines = plan.text().isEmpty() ? List.of("nothing to do") : plan.text();
    lines.forEach(line -> environment.results().println("  " + line));
    if (plan.overdue() == 0) {
      return ExitCode.DONE.code();
    }
    environment
        .messages()
        .printf(
            "recordlake: %d row(s) are past their day, under no hold and in no standing notice or"
                + " list%n",
            plan.overdue());
    return ExitCode.DATA_CHECKS.code();
  }
}
