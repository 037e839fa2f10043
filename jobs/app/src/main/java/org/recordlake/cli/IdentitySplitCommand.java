package org.recordlake.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.recordlake.identity.ClericalReview;
import org.recordlake.job.JobOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Says what a person found out about a link. */
@Command(
    name = "split",
    mixinStandardHelpOptions = true,
    description = "Take a link apart for good: its row is not about its customer.")
final class IdentitySplitCommand implements Callable<Integer> {
  private final CliEnvironment environment;

  @Parameters(paramLabel = "LINK", description = "Number of the link, from 'identity review'.")
  private String link;

  @Mixin private final OperatorOptions who = new OperatorOptions();

  @Mixin private final CommonOptions common = new CommonOptions();

  IdentitySplitCommand(CliEnvironment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    return new JobRun(environment, common)
        .run(List.of(ClericalReview.split(link, who.operator(), who.reason())), JobOptions.DEFAULT);
  }
}
