package org.recordlake.cli;

import org.recordlake.identity.ClericalReview;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Says what a person found out about a link. */
@Command(
    name = "split",
    mixinStandardHelpOptions = true,
    description = "Take a link apart for good: its row is not about its customer.")
final class IdentitySplitCommand extends LakeCommand {
  @Parameters(paramLabel = "LINK", description = "Number of the link, from 'identity review'.")
  private String link;

  @Mixin private final OperatorOptions who = new OperatorOptions();

  IdentitySplitCommand(CliEnvironment environment) {
    super(environment);
  }

  @Override
  public Integer call() {
    return run(ClericalReview.split(link, who.operator(), who.reason()));
  }
}
