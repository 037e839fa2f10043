package org.recordlake.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.recordlake.testing.SharedSpark;

@DisplayName("Work on several tables at once")
class ParallelTasksTest {
  @Test
  @DisplayName("gives its results in the order of the tasks")
  void results() {
    assertThat(run(List.of(() -> "one", () -> "two", () -> "three")))
        .containsExactly("one", "two", "three");
  }

  @Test
  @DisplayName("goes on after a failure, and every failure is told")
  void everyFailure() {
    AtomicBoolean last = new AtomicBoolean();
    List<Callable<String>> tasks =
        List.of(
            () -> "fine",
            () -> {
              throw new IllegalArgumentException("the first");
            },
            () -> {
              throw new IOException("no room");
            },
            () -> {
              throw new AssertionError("a mistake");
            },
            () -> {
              last.set(true);
              return "fine";
            });
    assertThatThrownBy(() -> run(tasks))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the first")
        .satisfies(
            first ->
                assertThat(first.getSuppressed())
                    .extracting(Throwable::getCause)
                    .satisfiesExactly(
                        cause -> assertThat(cause).isInstanceOf(IOException.class),
                        cause -> assertThat(cause).isInstanceOf(AssertionError.class)));
    assertThat(last).isTrue();
  }

  private static List<String> run(List<Callable<String>> tasks) {
    return ParallelTasks.run(SharedSpark.session(), 2, tasks);
  }
}
