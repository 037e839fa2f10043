package org.recordlake.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataTypes;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recordlake.job.JobContext;
import org.recordlake.job.JobResult;
import org.recordlake.problem.ExitCode;
import org.recordlake.testing.ChildJvm;
import org.recordlake.testing.ProjectFolder;

/** The whole program in a process of its own, whose job fails on a row in every way it can. */
class LogTest {
  private static final String CANARY = "Ms-Canary-Bird";

  @TempDir static Path folder;
  private static int exitCode;

  @BeforeAll
  static void runTheFailingProgram() throws Exception {
    ProcessBuilder program =
        ChildJvm.builder(
            Failing.class,
            "go",
            "--lake=" + folder.resolve("lake"),
            "--set=logs=" + folder.resolve("logs"),
            "--set=keys.location=" + folder.resolve("keys.json"));
    program.environment().put("RECORDLAKE_HOME", ProjectFolder.root().toString());
    program.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
    exitCode =
        program
            .directory(folder.toFile())
            .redirectOutput(folder.resolve("out.txt").toFile())
            .redirectError(folder.resolve("err.txt").toFile())
            .start()
            .waitFor();
  }

  @Test
  void theRunEndsAsABug() throws IOException {
    assertThat(exitCode).isEqualTo(ExitCode.BUG.code());
    assertThat(text("err.txt")).contains("row …", "recordlake: row: unexpected ");
  }

  @Test
  void nothingTheProgramWroteHoldsTheValue() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> written = files.filter(Files::isRegularFile).toList();
      assertThat(written).hasSizeGreaterThan(4);
      for (Path file : written) {
        assertThat(
                new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1))
            .as(file.toString())
            .doesNotContain(CANARY);
      }
    }
  }

  @Test
  void onlyWhatWasAskedForIsMade() {
    assertThat(folder.toFile().list())
        .containsExactlyInAnyOrder("lake", "logs", "keys.json", "out.txt", "err.txt");
  }

  @Test
  void standardOutputHoldsResultsOnlyAndStandardErrorNoLog() throws IOException {
    assertThat(text("out.txt")).isEmpty();
    assertThat(text("err.txt").lines())
        .as("printed by a library")
        .contains("print of a library")
        .noneMatch(line -> line.contains("\tat ") || line.contains("ERROR"));
  }

  @Test
  void theLogIsJsonAndTellsTheClassesAndPlacesOfTheFailure() throws IOException {
    List<JsonNode> own = log("recordlake.jsonl");
    assertThat(own).allSatisfy(line -> assertThat(line.path("at").asText()).endsWith("Z"));
    assertThat(own)
        .extracting(line -> line.path("message").asText())
        .anyMatch(message -> message.startsWith("step=row outcome=BUG"))
        .anyMatch(message -> message.contains("bug=") && message.contains("LogTest"));
    assertThat(log("recordlake-libraries.jsonl"))
        .as("Spark's own account of the failed task")
        .anySatisfy(
            line -> {
              assertThat(line.path("logger").asText()).startsWith("org.apache.spark");
              assertThat(line.path("message").asText())
                  .isEqualTo("withheld, as it may quote a record");
              assertThat(line.path("frames").size()).isPositive();
            });
  }

  private static List<JsonNode> log(String file) throws IOException {
    ObjectMapper json = new ObjectMapper();
    List<JsonNode> lines = new java.util.ArrayList<>();
    for (String line : Files.readAllLines(folder.resolve("logs").resolve(file))) {
      lines.add(json.readTree(line));
    }
    return lines;
  }

  private static String text(String file) throws IOException {
    return Files.readString(folder.resolve(file));
  }

  /** The program with one job, which fails inside a Spark task with the row in the message. */
  static final class Failing {
    private Failing() {}

    public static void main(String[] arguments) {
      CliEnvironment environment = CliEnvironment.ofProcess();
      LogSetup.prepare(environment.home());
      StubJob job = new StubJob("row", Failing::failOnARow);
      System.exit(Recordlake.run(environment, StubJob.registry(job), arguments));
    }

    private static JobResult failOnARow(JobContext context) {
      System.out.println("print of a library");
      UDF1<String, String> fails =
          value -> {
            throw new IllegalArgumentException("Cannot read " + value);
          };
      context.lake().spark().udf().register("fails", fails, DataTypes.StringType);
      context
          .lake()
          .spark()
          .sql("select fails(concat('" + CANARY + "', id)) from range(3)")
          .collectAsList();
      return JobResult.done(Map.of());
    }
  }
}
