package org.recordlake.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recordlake.problem.ExitCode;
import org.recordlake.testing.SharedSpark;

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
  void twoDisposalsAtOnceDestroyOnceAndTheLedgerIsWhole() throws Exception {
    Path file = folder.resolve("landing/crm/customers.csv");
    Files.createDirectories(file.getParent());
    Files.writeString(
        file,
        """
        customer_id,kind,customer_name,relationship_started_on,relationship_ended_on,updated_on
        C-1,individual,Jane Canary,2015-01-01,2023-11-21,2023-11-25
        """);
    Cli early = new Cli(folder, List.of()).at("2026-11-01T17:00:00Z");
    assertThat(early.onOwnLake("ingest", "--landing", "landing").code()).isZero();

    List<Callable<Integer>> both = Collections.nCopies(2, () -> retention("run").code());
    ExecutorService two = Executors.newFixedThreadPool(2);
    List<Integer> codes = new ArrayList<>();
    for (Future<Integer> run : two.invokeAll(both)) {
      codes.add(run.get());
    }
    two.shutdown();
    assertThat(codes)
        .contains(0)
        .allMatch(code -> List.of(0, ExitCode.LOCKED.code()).contains(code));
    assertThat(retention("run").code()).isZero();
    assertThat(
            SharedSpark.session()
                .read()
                .format("delta")
                .load(folder.resolve("lake/governance/dispositions").toString())
                .select("state", "rows_deleted", "certificate_id")
                .collectAsList())
        .extracting(Row::toString)
        .containsExactly("[certified,1,C-000001]");
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
