package org.recordlake.testing;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs a main class of the tests in a Java of its own, with this one's class path. */
public final class ChildJvm {
  private ChildJvm() {}

  public static Process start(Class<?> main, String... arguments) throws IOException {
    return builder(main, arguments).redirectError(Redirect.INHERIT).start();
  }

  /** Not started yet, so that its streams and environment can be chosen. */
  public static ProcessBuilder builder(Class<?> main, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(argument -> argument.startsWith("--add-opens") || argument.startsWith("-XX:"))
        .forEach(command::add);
    command.addAll(List.of("-Xmx1g", "-Djava.awt.headless=true", "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.add(main.getName());
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command);
  }
}
