package org.recordlake.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import org.apache.spark.SparkException;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.recordlake.problem.ExitCode;
import org.recordlake.problem.Failure;
import org.recordlake.problem.Problem;
import org.recordlake.testing.SharedSpark;

@DisplayName("What an exception means")
class DiagnosisTest {
  private static final Failure CHECK = Failure.dataChecks("bad rows", "sales", "Mend it");
  private static final Failure SETTING = Failure.configuration("no such", "conf", "Correct it");

  @Test
  @DisplayName("is a failure thrown as such, however deep a library wrapped it")
  void wrapped() {
    Diagnosis diagnosis =
        Diagnosis.of(new IllegalStateException(new SparkException("x", CHECK)), "step");
    assertThat(diagnosis).isEqualTo(new Diagnosis(ExitCode.DATA_CHECKS, CHECK.problems()));
  }

  @Test
  @DisplayName("is that of everything that failed beside it too, and the gravest decides")
  void suppressed() {
    RuntimeException first = new IllegalStateException(CHECK);
    first.addSuppressed(SETTING);
    SETTING.addSuppressed(new IllegalStateException(new FileNotFoundException()));
    first.addSuppressed(Failure.dataChecks("bad rows", "sales", "Mend it"));
    Diagnosis diagnosis = Diagnosis.of(first, "step");
    assertThat(diagnosis.exitCode()).isEqualTo(ExitCode.STORAGE);
    assertThat(diagnosis.problems())
        .extracting(problem -> problem.place() + ": " + problem.what())
        .containsExactly(
            "sales: bad rows", "conf: no such", "step: storage failed (FileNotFoundException)");
  }

  @Test
  @DisplayName("ends where failures hang on each other in a circle")
  void circle() {
    RuntimeException one = new IllegalStateException("one");
    RuntimeException other = new IllegalArgumentException("other");
    one.addSuppressed(other);
    other.addSuppressed(one);
    assertThat(Diagnosis.of(one, "step").problems())
        .extracting(Problem::what)
        .containsExactly("unexpected IllegalStateException", "unexpected IllegalArgumentException");
  }

  @Test
  @DisplayName("is one thing of an error to which Spark adds the stack of its caller")
  void callersStack() {
    SparkSession spark = SharedSpark.session();
    Throwable error = catchThrowable(() -> spark.sql("select cast('x' as int)").collect());
    assertThat(error.getSuppressed())
        .as("what Spark adds")
        .extracting(added -> added.getClass().getSimpleName())
        .containsExactly("OriginalTryStackTraceException");
    assertThat(Diagnosis.of(error, "step").problems()).hasSize(1);
  }

  @Test
  @DisplayName("does not get lost on the way from a task")
  void serialised() throws IOException, ClassNotFoundException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(CHECK);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      assertThat(Diagnosis.of((Throwable) in.readObject(), "step").problems())
          .isEqualTo(List.of(new Problem("bad rows", "sales", "Mend it")));
    }
  }
}
