package org.recordlake.cli;

import java.util.List;
import org.recordlake.identity.ReviewList;
import org.recordlake.problem.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows the links that the program is not sure of. */
@Command(
    name = "review",
    mixinStandardHelpOptions = true,
    description = {
      "List the links a person should look at: numbers and reasons, no names or addresses.",
      "Decide with 'identity confirm' or 'identity split'."
    })
final class IdentityReviewCommand extends LakeCommand {
  @Option(
      names = "--most",
      paramLabel = "N",
      defaultValue = "50",
      description = "How many at most. Default: ${DEFAULT-VALUE}.")
  private int most;

  IdentityReviewCommand(CliEnvironment environment) {
    super(environment);
  }

  @Override
  public Integer call() {
    List<String> lines = new ReviewList(context()).lines(most);
    lines.forEach(environment.results()::println);
    if (lines.isEmpty()) {
      environment.results().println("There is nothing to review.");
    }
    return ExitCode.DONE.code();
  }
}
