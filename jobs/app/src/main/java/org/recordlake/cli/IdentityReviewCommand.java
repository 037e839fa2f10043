package org.recordlake.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.recordlake.identity.ReviewList;
import org.recordlake.job.JobContext;
import org.recordlake.job.JobOptions;
import org.recordlake.problem.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows the links that the program is not sure of. */
@Command(
    name = "review",
    mixinStandardHelpOptions = true,
    description = {
      "List the links a person should look at: numbers and reasons, no names or addresses.",
      "Decide with 'identity confirm' or 'identity split'."
    })
final class IdentityReviewCommand implements Callable<Integer> {
  private final CliEnvironment environment;

  @Option(
      names = "--most",
      paramLabel = "N",
      defaultValue = "50",
      description = "How many at most. Default: ${DEFAULT-VALUE}.")
  private int most;

  @Mixin private final CommonOptions common = new CommonOptions();

  IdentityReviewCommand(CliEnvironment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    JobContext context =
        JobContexts.context(environment, common, JobOptions.DEFAULT, environment.progress());
    List<String> lines = new ReviewList(context).lines(most);
    lines.forEach(environment.results()::println);
    if (lines.isEmpty()) {
      environment.results().println("There is nothing to review.");
    }
    return ExitCode.DONE.code();
  }
}
