package org.recordlake.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recordlake.problem.ExitCode;

class HoldCommandsTest {
  @TempDir Path folder;

  @Test
  void aHoldIsPlacedListedAndReleased() {
    assertThat(hold("list").results()).isEqualTo("There is no legal hold.\n");
    Cli.Answer placed =
        hold("place", "--scope=customer_id=C-1", "--matter=Smith v. X", "--by=A. Person");
    assertThat(placed.code()).isZero();
    String id = placed.results().substring(0, placed.results().indexOf(' '));
    assertThat(hold("list").results())
        .isEqualTo(id + " on one customer_id in all tables, placed 2026-11-22, in force\n");
    Cli.Answer released = hold("release", id, "--by=A. Person", "--as-of=2026-12-01");
    assertThat(released.code()).isZero();
    assertThat(hold("list").results())
        .endsWith("placed 2026-11-22, released 2026-12-01\n")
        .doesNotContain("C-1")
        .doesNotContain("Smith");
  }

  @Test
  void aScopeWithoutValueIsWrongUse() {
    Cli.Answer answer = hold("place", "--scope=customer_id", "--matter=x", "--by=y");
    assertThat(answer.code()).isEqualTo(ExitCode.USAGE.code());
    assertThat(answer.messages()).contains("customer_id=C-000123");
  }

  @Test
  void aHoldOnTermsThatFitNothingYetIsPlacedAndSaidAloud() {
    Cli.Answer placed =
        hold(
            "place",
            "--where=host_email a.smith@example.org and category 9",
            "--matter=Smith",
            "--by=A. Person",
            "--as-of=2026-11-22");
    assertThat(placed.code()).isZero();
    assertThat(placed.results())
        .contains("on what its scope says in all tables")
        .contains("WARNING hold H-2026-0001: the hold covers no row today")
        .doesNotContain("smith");
    assertThat(hold("list", "--as-of=2026-11-22").messages()).contains("covers no record today");
  }

  @Test
  void termsThatAreNotUnderstoodAreRefusedWithoutTheirValues() {
    Cli.Answer answer = hold("place", "--where=email a.smith", "--matter=Smith", "--by=A. Person");
    assertThat(answer.code()).isEqualTo(ExitCode.USAGE.code());
    assertThat(answer.messages()).contains("no e-mail address").doesNotContain("smith");
    assertThat(hold("place", "--where=category 9", "--scope=table=all", "--matter=x", "--by=y"))
        .returns(ExitCode.USAGE.code(), Cli.Answer::code);
  }

  @Test
  void aHoldNobodyPlacedCannotBeReleased() {
    assertThat(hold("release", "H-404", "--by=A. Person").code()).isEqualTo(ExitCode.USAGE.code());
  }

  private Cli.Answer hold(String... arguments) {
    String[] all = new String[arguments.length + 1];
    all[0] = "hold";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return new Cli(folder, List.of()).onOwnLake(all);
  }
}
