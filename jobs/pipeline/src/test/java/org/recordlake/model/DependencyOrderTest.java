package org.recordlake.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.recordlake.problem.ExitCode;
import org.recordlake.problem.Failure;

class DependencyOrderTest {
  @Test
  void whatIsReadComesBeforeWhatReadsIt() {
    Map<String, List<String>> reads =
        Map.of("a", List.of("c", "b"), "b", List.of("d"), "c", List.of("b"), "d", List.of());
    assertThat(DependencyOrder.of(List.of("a", "b", "c", "d"), reads::get))
        .containsExactly("d", "b", "c", "a");
  }

  @Test
  void whatIsOnlyReadIsPlacedToo() {
    assertThat(
            DependencyOrder.of(List.of("a"), name -> name.equals("a") ? List.of("b") : List.of()))
        .containsExactly("b", "a");
  }

  @Test
  void aCircleIsAMistakeInTheConfigurationAndIsNamedWhole() {
    Map<String, List<String>> reads =
        Map.of("a", List.of("b"), "b", List.of("c"), "c", List.of("b"));
    assertThatThrownBy(() -> DependencyOrder.of(List.of("a"), reads::get))
        .isInstanceOfSatisfying(
            Failure.class,
            failure -> assertThat(failure.exitCode()).isEqualTo(ExitCode.CONFIGURATION))
        .hasMessageContaining("b reads c reads b");
  }
}
