package org.recordlake.cli;

import java.util.List;
import org.recordlake.retention.ApproveDisposal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Approves disposals of which notice was given. */
@Command(
    name = "approve",
    mixinStandardHelpOptions = true,
    description = {
      "Approve disposals that stand in a Records Disposal Notice; noted in the audit log.",
      "Two different people must, where the schedule says so; the first run after the notice has",
      "stood its days then destroys what it lists."
    })
final class RetentionApproveCommand extends LakeCommand {
  @Parameters(
      arity = "1..*",
      paramLabel = "DISPOSITION",
      description = "Numbers of the dispositions, from the notice or 'retention plan'.")
  private List<String> dispositions;

  @Mixin private final OperatorOptions who = new OperatorOptions();

  RetentionApproveCommand(CliEnvironment environment) {
    super(environment);
  }

  @Override
  public Integer call() {
    return run(new ApproveDisposal(dispositions, who.operator(), who.reason()));
  }
}
