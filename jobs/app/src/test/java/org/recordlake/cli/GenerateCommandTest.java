package org.recordlake.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recordlake.problem.ExitCode;

class GenerateCommandTest {
  @TempDir Path folder;

  @Test
  void writesLandingFilesBelowTheCurrentFolderAndSaysHowMany() {
    Cli.Answer answer = generate("--customers=20", "--months=6", "--seed=7", "--out=drop");
    assertThat(answer.code()).isZero();
    assertThat(answer.results()).containsPattern("customers +20 rows").contains("files in drop");
    assertThat(folder.resolve("drop/crm")).isNotEmptyDirectory();
  }

  @Test
  void dryRunWritesNothing() {
    Cli.Answer answer =
        generate("--customers=2000", "--out=drop", "--as-of=2026-01-31", "--dry-run");
    assertThat(answer.results())
        .isEqualTo(
            "Would make 2,000 customers with 48 months up to 2026-01-31 in "
                + folder.resolve("drop")
                + "\n");
    assertThat(folder.resolve("drop")).doesNotExist();
  }

  @Test
  void numbersOutOfRangeAreWrongUse() {
    assertThat(generate("--customers=0", "--out=drop").code()).isEqualTo(ExitCode.USAGE.code());
    assertThat(generate("--customers=many", "--out=drop").code()).isEqualTo(ExitCode.USAGE.code());
  }

  private Cli.Answer generate(String... options) {
    String[] all = new String[options.length + 1];
    all[0] = "generate";
    System.arraycopy(options, 0, all, 1, options.length);
    return new Cli(folder, List.of()).run(all);
  }
}
