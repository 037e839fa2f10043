package org.recordlake.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.recordlake.disposal.Hold;
import org.recordlake.job.JobContext;
import org.recordlake.job.JobOptions;
import org.recordlake.problem.ExitCode;
import org.recordlake.retention.HoldList;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows the legal holds, released ones included. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = {
      "List the legal holds without matter and number held.",
      "These stand in governance.legal_holds, for 'query' with --operator and --reason."
    })
final class HoldListCommand implements Callable<Integer> {
  private final CliEnvironment environment;

  @Mixin private final CommonOptions common = new CommonOptions();

  HoldListCommand(CliEnvironment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    JobContext context =
        JobContexts.context(environment, common, JobOptions.DEFAULT, environment.progress());
    List<Hold> holds = new HoldList(context).all();
    holds.forEach(hold -> environment.results().println(hold.line()));
    if (holds.isEmpty()) {
      environment.results().println("There is no legal hold.");
    }
    return ExitCode.DONE.code();
  }
}
