package org.recordlake.cli;

import org.recordlake.identity.FindSubject;
import org.recordlake.identity.SubjectQuestion;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Says in which tables records about one individual lie. */
@Command(
    name = "find",
    mixinStandardHelpOptions = true,
    description = {
      "Find the records about one individual: rows by table and record source, and the links that",
      "lead to them. Shows numbers, no names or addresses; noted in the audit log."
    })
final class SubjectFindCommand extends LakeCommand {
  @ArgGroup(multiplicity = "1")
  private Whom whom;

  /** By what the individual is known; the notice retrieves records by these. */
  private static final class Whom {
    @Option(
        names = {"--individual", "--customer"},
        paramLabel = "ID",
        description = "Number of the individual, such as a customer number.")
    private String customer;

    @Option(names = "--email", paramLabel = "ADDRESS", description = "E-mail address.")
    private String email;

    @Option(names = "--phone", paramLabel = "NUMBER", description = "Telephone number.")
    private String phone;

    @Option(names = "--name", paramLabel = "TEXT", description = "Name of a person or firm.")
    private String name;

    SubjectQuestion question() {
      return customer != null
          ? SubjectQuestion.individual(customer)
          : email != null
              ? SubjectQuestion.email(email)
              : phone != null ? SubjectQuestion.phone(phone) : SubjectQuestion.name(name);
    }
  }

  @Mixin private final OperatorOptions who = new OperatorOptions();

  SubjectFindCommand(CliEnvironment environment) {
    super(environment);
  }

  @Override
  public Integer call() {
    return run(new FindSubject(whom.question(), who.operator(), who.reason()));
  }
}
