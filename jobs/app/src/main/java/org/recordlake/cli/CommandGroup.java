package org.recordlake.cli;

import picocli.CommandLine.Command;

/** The first word of commands that have two. It does nothing by itself. */
@Command(mixinStandardHelpOptions = true)
final class CommandGroup {}
