package org.recordlake.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Tells mailing whom to leave alone, with names and addresses. */
@Command(
    name = "do-not-contact",
    mixinStandardHelpOptions = true,
    description = {
      "List who is not to be contacted, by which channel, why and until when.",
      "Asks for --operator and --reason, and is noted in the audit log."
    })
final class DoNotContactCommand implements Callable<Integer> {
  private final CliEnvironment environment;

  @Mixin private final MarketingAccess access = new MarketingAccess();

  @Mixin private final CommonOptions common = new CommonOptions();

  DoNotContactCommand(CliEnvironment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    return access.answer(environment, common, "do-not-contact", Map.of());
  }
}
