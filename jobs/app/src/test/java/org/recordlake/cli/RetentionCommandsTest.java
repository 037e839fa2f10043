package org.recordlake.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
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

  private Cli.Answer retention(String... arguments) {
    String[] all = new String[arguments.length + 1];
    all[0] = "retention";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return new Cli(folder, List.of()).onOwnLake(all);
  }
}
