package org.recordlake.cli;

import java.util.List;
import java.util.Map;
import org.recordlake.disposal.Hold;
import org.recordlake.job.JobContext;
import org.recordlake.problem.ExitCode;
import org.recordlake.retention.HeldRowCounts;
import org.recordlake.retention.HoldList;
import org.recordlake.schedule.UnreadOrders;
import picocli.CommandLine.Command;

/** Shows the legal holds, released ones included. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = {
      "List the legal holds without matter and number held, and how many records each covers.",
      "These stand in governance.legal_holds, for 'query' with --operator and --reason."
    })
final class HoldListCommand extends LakeCommand {
  HoldListCommand(CliEnvironment environment) {
    super(environment);
  }

  @Override
  public Integer call() {
    JobContext context = context();
    List<Hold> holds = new HoldList(context).all();
    Map<String, Long> rows = HeldRowCounts.of(context);
    holds.forEach(hold -> print(hold, rows.getOrDefault(hold.id(), 0L), context));
    if (holds.isEmpty()) {
      environment.results().println("There is no legal hold.");
    }
    UnreadOrders.of(context)
        .forEach(problem -> environment.messages().println("WARNING " + problem));
    return ExitCode.DONE.code();
  }

  private void print(Hold hold, long rows, JobContext context) {
    environment.results().println(hold.line());
    if (rows > 0) {
      environment.results().println("  covers %d record(s) today".formatted(rows));
    } else if (hold.inForceOn(context.asOf())) {
      environment.messages().println("WARNING " + hold.id() + " covers no record today");
    }
  }
}
