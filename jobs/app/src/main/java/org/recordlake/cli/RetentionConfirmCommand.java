package org.recordlake.cli;

import java.time.LocalDate;
import java.util.List;
import org.recordlake.retention.ConfirmDestruction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Confirms that paper was destroyed. */
@Command(
    name = "confirm",
    mixinStandardHelpOptions = true,
    description = {
      "Confirm that files of paper on a destruction list are destroyed; noted in the audit log.",
      "The next run destroys their rows, and its certificate names method, day and person."
    })
final class RetentionConfirmCommand extends LakeCommand {
  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description =
          "Numbers of the files, from the destruction list; @PATH takes them from a file.")
  private List<String> files;

  @Option(names = "--operator", required = true, paramLabel = "NAME", description = "Who says so.")
  private String operator;

  @Option(
      names = "--method",
      required = true,
      paramLabel = "WORD",
      description = "How they were destroyed: burning, pulping or shredding.")
  private String method;

  @Option(
      names = "--on",
      required = true,
      paramLabel = "DATE",
      description = "Day on which they were destroyed.")
  private LocalDate on;

  @Option(
      names = "--reason",
      defaultValue = "",
      paramLabel = "TEXT",
      description = "What is to be added.")
  private String reason;

  RetentionConfirmCommand(CliEnvironment environment) {
    super(environment);
  }

  @Override
  public Integer call() {
    return run(
        new ConfirmDestruction(files, new ConfirmDestruction.Word(method, on, operator), reason));
  }
}
