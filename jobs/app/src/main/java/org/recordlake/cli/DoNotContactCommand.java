package org.recordlake.cli;

import java.util.Map;
import picocli.CommandLine.Command;

/** Tells mailing whom to leave alone, with names and addresses. */
@Command(
    name = "do-not-contact",
    mixinStandardHelpOptions = true,
    description = {
      "List who is not to be contacted, by which channel, why and until when.",
      "Asks for --operator and --reason, and is noted in the audit log."
    })
final class DoNotContactCommand extends MarketingCommand {
  DoNotContactCommand(CliEnvironment environment) {
    super(environment);
  }

  @Override
  public Integer call() {
    return answer("do-not-contact", Map.of());
  }
}
