package org.recordlake.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;
import org.recordlake.config.Settings;
import org.recordlake.job.Progress;

/**
 * Everything a command touches outside the lake, so that tests can give their own.
 *
 * @param home folder that holds {@code conf/} unless {@code --conf} says otherwise
 * @param workingFolder where relative paths of the command line start
 * @param results for results and nothing else
 * @param messages for progress and problems
 * @param terminal whether a person watches {@code messages}
 * @param clock the one real clock; decides only what day it is when {@code --as-of} is not given
 * @param logs starts the log file an installation's settings name
 */
record CliEnvironment(
    Path home,
    Path workingFolder,
    PrintStream results,
    PrintStream messages,
    boolean terminal,
    Clock clock,
    Consumer<Settings> logs) {

  /** Set by the launcher where standard error is a terminal. */
  private static final String TERMINAL = "recordlake.terminal";

  /**
   * This process. Standard output is taken for results: whatever a library prints goes to standard
   * error from here on.
   */
  static CliEnvironment ofProcess() {
    PrintStream messages =
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
    PrintStream results =
        new PrintStream(
            new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)),
            false,
            StandardCharsets.UTF_8);
    System.setOut(messages);
    System.setErr(messages);
    Path here = Path.of("").toAbsolutePath();
    Path home = Optional.ofNullable(System.getenv("RECORDLAKE_HOME")).map(Path::of).orElse(here);
    return new CliEnvironment(
        home,
        here,
        results,
        messages,
        Boolean.getBoolean(TERMINAL),
        Clock.systemUTC(),
        LogSetup::open);
  }

  /** Tells how far a command is, as bars to a person and as lines to anything else. */
  Progress progress() {
    return terminal ? new ProgressBars(messages) : new ProgressLines(messages, clock);
  }
}
