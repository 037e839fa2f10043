package org.recordlake.cli;

import org.recordlake.insights.needs.NeedsBacktest;
import org.recordlake.job.JobOptions;
import org.recordlake.problem.Failure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Rebuilds the marts on customers, or tests their needs against what customers then bought. */
@Command(mixinStandardHelpOptions = true)
final class InsightsCommand extends LakeCommand {
  private final Jobs.Entry entry;

  @Option(
      names = "--backtest",
      description = {
        "Score needs as of an earlier day, compare them with what customers then bought,",
        "and print how often they were right."
      })
  private boolean backtest;

  @Mixin private final StepOptions step = new StepOptions();

  InsightsCommand(CliEnvironment environment, Jobs.Entry entry) {
    super(environment);
    this.entry = entry;
  }

  @Override
  public Integer call() {
    if (!backtest) {
      return new JobRun(environment, common).run(entry, step);
    }
    if (step.backfill() || !step.jobOptions().equals(JobOptions.DEFAULT)) {
      throw Failure.usage(
          "a back-test takes no --full, --from or --to",
          "insights --backtest",
          "Leave them out; --as-of says up to which day purchases count");
    }
    return run(new NeedsBacktest());
  }
}
