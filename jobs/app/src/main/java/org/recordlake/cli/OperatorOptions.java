package org.recordlake.cli;

import picocli.CommandLine.Option;

/** Who gives a command that is noted in the audit log, and why. */
final class OperatorOptions {
  @Option(names = "--operator", required = true, paramLabel = "NAME", description = "Who asks.")
  private String operator;

  @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why.")
  private String reason;

  String operator() {
    return operator;
  }

  String reason() {
    return reason;
  }
}
