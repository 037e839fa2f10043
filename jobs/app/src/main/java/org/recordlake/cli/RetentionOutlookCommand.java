package org.recordlake.cli;

import org.recordlake.problem.ExitCode;
import org.recordlake.retention.RetentionOutlook;
import picocli.CommandLine.Command;

/** Tells what falls due in the days to come. */
@Command(
    name = "outlook",
    mixinStandardHelpOptions = true,
    description = {
      "Print what falls due within 30, 90 and 365 days, by table and rule.",
      "Ends with 4 if something is past its day that no hold keeps."
    })
final class RetentionOutlookCommand extends LakeCommand {
  RetentionOutlookCommand(CliEnvironment environment) {
    super(environment);
  }

  @Override
  public Integer call() {
    RetentionOutlook outlook = RetentionOutlook.of(context());
    outlook.text().forEach(environment.results()::println);
    if (outlook.overdue() == 0) {
      return ExitCode.DONE.code();
    }
    environment
        .messages()
        .printf(
            "recordlake: %d row(s) are past their day and under no hold: run 'retention run', and"
                + " see 'retention plan' for what waits for approval%n",
            outlook.overdue());
    return ExitCode.DATA_CHECKS.code();
  }
}
