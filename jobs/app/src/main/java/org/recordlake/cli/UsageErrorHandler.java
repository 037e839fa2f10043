package org.recordlake.cli;

import java.util.List;
import org.recordlake.problem.ExitCode;
import org.recordlake.problem.Problem;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Tells what was wrong with the command line: problem, place and mend, as everywhere else. */
final class UsageErrorHandler implements IParameterExceptionHandler {
  private final CliEnvironment environment;

  UsageErrorHandler(CliEnvironment environment) {
    this.environment = environment;
  }

  @Override
  public int handleParseException(ParameterException thrown, String[] arguments) {
    String command = thrown.getCommandLine().getCommandSpec().qualifiedName();
    JobRun.tell(
        environment.messages(),
        List.of(new Problem(what(thrown), command, "See '" + command + " --help'")));
    UnmatchedArgumentException.printSuggestions(thrown, environment.messages());
    return ExitCode.USAGE.code();
  }

  /** What the parser says, without the classes of Java it names in brackets. */
  private static String what(ParameterException thrown) {
    String said = thrown.getMessage().replaceAll(" \\((?:java|org)\\.[^)]*\\)", "");
    return said.replaceAll("[.\\s]+$", "");
  }
}
