package org.recordlake.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.deploy.SparkSubmit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recordlake.problem.ExitCode;
import org.recordlake.testing.ChildJvm;
import org.recordlake.testing.ProjectFolder;

/** The program as a cluster starts it. */
class SubmitTest {
  @TempDir Path folder;

  @Test
  void underSparkSubmitSparksOwnMessagesStayOffTheConsole() throws Exception {
    assertThat(submit("--conf", "spark.io.encryption.enabled=true")).isZero();
    assertThat(errors()).doesNotContain("INFO", "SparkContext");
    assertThat(folder.resolve("logs/recordlake-libraries.jsonl")).exists();
  }

  @Test
  void aClusterCannotTakeTheLockOffSpillEncryption() throws Exception {
    assertThat(submit("--conf", "spark.io.encryption.enabled=false"))
        .isEqualTo(ExitCode.CONFIGURATION.code());
    assertThat(errors())
        .contains(
            "recordlake: Spark's configuration (spark-submit --conf, spark-defaults.conf or -D) at"
                + " spark.io.encryption.enabled: this setting is locked, since spill and shuffle"
                + " files hold personal rows for a while. Take it out there, or say true.");
    assertThat(folder.resolve("lake")).doesNotExist();
  }

  @Test
  void norCanTheCommandLine() {
    Cli.Answer answer =
        new Cli(folder, StubJob.registry(StubJob.done("one")))
            .onOwnLake("go", "--set", "spark.settings.spark.io.encryption.enabled=false");
    assertThat(answer.code()).isEqualTo(ExitCode.CONFIGURATION.code());
    assertThat(answer.results()).isEmpty();
    assertThat(answer.messages())
        .contains(
            "command line at spark.settings.spark.io.encryption.enabled: this setting is locked",
            "Take it out there, or say true.");
    assertThat(folder.resolve("lake")).doesNotExist();
  }

  private String errors() throws IOException {
    return Files.readString(folder.resolve("err.txt"));
  }

  private int submit(String... options) throws Exception {
    List<String> arguments = new ArrayList<>(List.of("--master", "local[1]"));
    arguments.addAll(List.of(options));
    arguments.addAll(
        List.of(
            "--class",
            Recordlake.class.getName(),
            "spark-internal",
            "query",
            "select count(*) as n from marts.customer_value",
            "--lake=" + folder.resolve("lake"),
            "--set=logs=" + folder.resolve("logs"),
            "--set=keys.location=" + folder.resolve("keys.json")));
    ProcessBuilder program = ChildJvm.builder(SparkSubmit.class, arguments.toArray(String[]::new));
    // Without the log configuration of the tests, as on a cluster.
    program.command().replaceAll(SubmitTest::withoutTestClasses);
    program.environment().put("RECORDLAKE_HOME", ProjectFolder.root().toString());
    program.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
    return program
        .directory(folder.toFile())
        .redirectOutput(folder.resolve("out.txt").toFile())
        .redirectError(folder.resolve("err.txt").toFile())
        .start()
        .waitFor();
  }

  private static String withoutTestClasses(String argument) {
    return argument.contains(File.pathSeparator)
        ? Arrays.stream(argument.split(File.pathSeparator))
            .filter(entry -> !entry.endsWith("test-classes"))
            .collect(Collectors.joining(File.pathSeparator))
        : argument;
  }
}
