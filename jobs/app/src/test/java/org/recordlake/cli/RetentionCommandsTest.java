package org.recordlake.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recordlake.problem.ExitCode;

class RetentionCommandsTest {
  @TempDir Path folder;

  @Test
  void anApprovalNeedsAPersonAReasonAndADispositionThereIs() {
    assertThat(retention("plan").results()).isEqualTo("retention:\n  nothing to do\n");
    assertThat(retention("plan").code()).isZero();
    assertThat(retention("approve", "D-404").code()).isEqualTo(ExitCode.USAGE.code());
    assertThat(retention("approve", "--operator=A. Person", "--reason=read it").code())
        .isEqualTo(ExitCode.USAGE.code());
    Cli.Answer unknown = retention("approve", "D-404", "--operator=A. Person", "--reason=read it");
    assertThat(unknown.code()).isEqualTo(ExitCode.USAGE.code());
    assertThat(unknown.messages()).contains("there is no disposition D-404");
  }

  @Test
  void aConfirmationNeedsAPersonAWayADayAndAFileThereIs() {
    String[] word = {"confirm", "PF-404", "--operator=A. Person", "--on=2026-11-20"};
    assertThat(retention(word).code()).isEqualTo(ExitCode.USAGE.code());
    assertThat(retention(with(word, "--method=landfill", "--as-of=2026-11-22")).messages())
        .contains("paper is not destroyed this way", "burning, pulping, shredding");
    assertThat(retention(with(word, "--method=burning", "--as-of=2026-11-19")).messages())
        .contains("this day is still to come");
    Cli.Answer unknown = retention(with(word, "--method=burning", "--as-of=2026-11-22"));
    assertThat(unknown.code()).isEqualTo(ExitCode.USAGE.code());
    assertThat(unknown.messages()).contains("there is no file of this number", "PF-404");
  }

  private static String[] with(String[] some, String... more) {
    return Stream.concat(Stream.of(some), Stream.of(more)).toArray(String[]::new);
  }

  private Cli.Answer retention(String... arguments) {
    String[] all = new String[arguments.length + 1];
    all[0] = "retention";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return new Cli(folder, List.of()).onOwnLake(all);
  }
}
