package org.recordlake.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.apache.spark.deploy.SparkSubmit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recordlake.testing.ChildJvm;
import org.recordlake.testing.ProjectFolder;

/** The program as a cluster starts it. */
class SubmitTest {
  @TempDir Path folder;

  @Test
  void underSparkSubmitSparksOwnMessagesStayOffTheConsole() throws Exception {
    ProcessBuilder program =
        ChildJvm.builder(
            SparkSubmit.class,
            "--master",
            "local[1]",
            "--class",
            Recordlake.class.getName(),
            "spark-internal",
            "query",
            "select count(*) as n from marts.customer_value",
            "--lake=" + folder.resolve("lake"),
            "--set=logs=" + folder.resolve("logs"),
            "--set=keys.location=" + folder.resolve("keys.json"));
    // Without the log configuration of the tests, as on a cluster.
    program.command().replaceAll(SubmitTest::withoutTestClasses);
    program.environment().put("RECORDLAKE_HOME", ProjectFolder.root().toString());
    program.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
    Path errors = folder.resolve("err.txt");
    int exitCode =
        program
            .directory(folder.toFile())
            .redirectOutput(folder.resolve("out.txt").toFile())
            .redirectError(errors.toFile())
            .start()
            .waitFor();
    assertThat(exitCode).isZero();
    assertThat(Files.readString(errors)).doesNotContain("INFO", "SparkContext");
    assertThat(folder.resolve("logs/recordlake-libraries.jsonl")).exists();
  }

  private static String withoutTestClasses(String argument) {
    return argument.contains(File.pathSeparator)
        ? Arrays.stream(argument.split(File.pathSeparator))
            .filter(entry -> !entry.endsWith("test-classes"))
            .collect(Collectors.joining(File.pathSeparator))
        : argument;
  }
}
