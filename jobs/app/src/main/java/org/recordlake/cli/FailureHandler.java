package org.recordlake.cli;

import org.recordlake.job.Diagnosis;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Turns what a command throws into lines on standard error and an exit code. */
final class FailureHandler implements IExecutionExceptionHandler {
  private final CliEnvironment environment;

  FailureHandler(CliEnvironment environment) {
    this.environment = environment;
  }

  @Override
  public int handleExecutionException(Exception thrown, CommandLine command, ParseResult parsed) {
    return told(thrown, command.getCommandSpec().qualifiedName());
  }

  int told(Throwable thrown, String place) {
    Diagnosis diagnosis = Diagnosis.of(thrown, place);
    JobRun.tell(environment.messages(), diagnosis.problems());
    return diagnosis.exitCode().code();
  }
}
