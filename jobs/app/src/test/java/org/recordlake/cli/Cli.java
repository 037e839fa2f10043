package org.recordlake.cli;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.recordlake.testing.ProjectFolder;
import org.recordlake.testing.SharedSpark;
import picocli.CommandLine;

/** The command line run inside the test, on the shipped configuration and a folder of its own. */
final class Cli {
  private final Path folder;
  private final List<Jobs.Entry> jobs;
  private Instant now = Instant.parse("2026-11-22T17:00:00Z");

  Cli(Path folder, List<Jobs.Entry> jobs) {
    this.folder = folder;
    this.jobs = jobs;
    SharedSpark.session();
  }

  /** How a command ended and what it said. */
  record Answer(int code, String results, String messages) {}

  Cli at(String instant) {
    now = Instant.parse(instant);
    return this;
  }

  /** Runs with lake, keys and logs in the folder. */
  Answer onOwnLake(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(
        List.of(
            "--lake", "lake",
            "--set", "keys.location=" + folder.resolve("keys.json"),
            "--set", "logs=" + folder.resolve("logs")));
    return run(all.toArray(String[]::new));
  }

  Answer run(String... arguments) {
    ByteArrayOutputStream results = new ByteArrayOutputStream();
    ByteArrayOutputStream messages = new ByteArrayOutputStream();
    int code = Recordlake.run(environment(results, messages), jobs, arguments);
    return new Answer(
        code, results.toString(StandardCharsets.UTF_8), messages.toString(StandardCharsets.UTF_8));
  }

  /** The program with all its commands, unexecuted. */
  CommandLine program() {
    return Recordlake.commandLine(
        environment(new ByteArrayOutputStream(), new ByteArrayOutputStream()), jobs);
  }

  private CliEnvironment environment(OutputStream results, OutputStream messages) {
    return new CliEnvironment(
        ProjectFolder.root(),
        folder,
        new PrintStream(results, false, StandardCharsets.UTF_8),
        new PrintStream(messages, true, StandardCharsets.UTF_8),
        false,
        Clock.fixed(now, ZoneOffset.UTC),
        settings -> {});
  }
}
