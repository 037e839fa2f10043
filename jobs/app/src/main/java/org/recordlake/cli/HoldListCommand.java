package org.recordlake.cli;

import java.util.List;
import org.recordlake.disposal.Hold;
import org.recordlake.problem.ExitCode;
import org.recordlake.retention.HoldList;
import picocli.CommandLine.Command;

/** Shows the legal holds, released ones included. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = {
      "List the legal holds without matter and number held.",
      "These stand in governance.legal_holds, for 'query' with --operator and --reason."
    })
final class HoldListCommand extends LakeCommand {
  HoldListCommand(CliEnvironment environment) {
    super(environment);
  }

  @Override
  public Integer call() {
    List<Hold> holds = new HoldList(context()).all();
    holds.forEach(hold -> environment.results().println(hold.line()));
    if (holds.isEmpty()) {
      environment.results().println("There is no legal hold.");
    }
    return ExitCode.DONE.code();
  }
}
