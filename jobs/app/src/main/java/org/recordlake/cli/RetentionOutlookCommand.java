package org.recordlake.cli;

import java.util.concurrent.Callable;
import org.recordlake.job.JobContext;
import org.recordlake.job.JobOptions;
import org.recordlake.problem.ExitCode;
import org.recordlake.retention.RetentionOutlook;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Tells what falls due in the days to come. */
@Command(
    name = "outlook",
    mixinStandardHelpOptions = true,
    description = {
      "Print what falls due within 30, 90 and 365 days, by table and rule.",
      "Ends with 4 if something is past its day that no hold keeps."
    })
final class RetentionOutlookCommand implements Callable<Integer> {
  private final CliEnvironment environment;

  @Mixin private final CommonOptions common = new CommonOptions();

  RetentionOutlookCommand(CliEnvironment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    JobContext context =
        JobContexts.context(environment, common, JobOptions.DEFAULT, environment.progress());
    RetentionOutlook outlook = RetentionOutlook.of(context);
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
