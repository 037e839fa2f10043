package org.recordlake.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recordlake.testing.ProjectFolder;
import picocli.CommandLine;

class ReadmeTest {
  @TempDir Path folder;

  @Test
  void theCommandTableOfTheReadmeNamesEveryCommandAndNoOther() throws IOException {
    List<String> lines = Files.readAllLines(ProjectFolder.root().resolve("README.md"));
    Set<String> told =
        lines.stream()
            .filter(line -> line.startsWith("| `"))
            .map(line -> line.substring(3, line.indexOf('`', 3)))
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> offered = new TreeSet<>();
    collect(new Cli(folder, Jobs.shipped()).program(), "", offered);
    assertThat(told).isEqualTo(offered);
  }

  private static void collect(CommandLine command, String prefix, Set<String> names) {
    command
        .getSubcommands()
        .forEach(
            (name, sub) -> {
              if (sub.getCommand() instanceof Callable) {
                names.add((prefix + " " + name).strip());
              }
              collect(sub, (prefix + " " + name).strip(), names);
            });
  }
}
