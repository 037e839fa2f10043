package org.recordlake.cli;

import org.recordlake.identity.ClericalReview;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Says what a person found out about a link. */
@Command(
    name = "confirm",
    mixinStandardHelpOptions = true,
    description = "Confirm a link: its row is about its customer.")
final class IdentityConfirmCommand extends LakeCommand {
  @Parameters(paramLabel = "LINK", description = "Number of the link, from 'identity review'.")
  private String link;

  @Mixin private final OperatorOptions who = new OperatorOptions();

  IdentityConfirmCommand(CliEnvironment environment) {
    super(environment);
  }

  @Override
  public Integer call() {
    return run(ClericalReview.confirm(link, who.operator(), who.reason()));
  }
}
