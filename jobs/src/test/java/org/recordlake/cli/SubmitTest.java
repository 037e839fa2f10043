package org.recordlake.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
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
            "hold",
            "list",
            "--lake=" + folder.resolve("lake"),
            "--set=logs=" + folder.resolve("logs"),
            "--set=keys.location=" + folder.resolve("keys.json"));
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
}
