package org.recordlake.ingest.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Counted rows")
class StateCountsTest {
  @Test
  @DisplayName("of a state are those of all files together")
  void rows() {
    StateCounts counts =
        new StateCounts(
            Map.of(
                "a", Map.of(RowState.BAD, 1L, RowState.STORED, 2L),
                "b", Map.of(RowState.BAD, 4L)),
            Map.of(),
            2,
            0);
    assertThat(counts.rows(RowState.BAD)).isEqualTo(5);
    assertThat(counts.rows(RowState.STORED)).isEqualTo(2);
    assertThat(counts.rows(RowState.EXPIRED)).isZero();
  }

  @Test
  @DisplayName("refuse a file whole if more of its rows are bad than the limit allows")
  void refusals() {
    StateCounts counts =
        new StateCounts(
            Map.of(
                "above", Map.of(RowState.BAD, 6L, RowState.STORED, 14L),
                "at", Map.of(RowState.BAD, 5L, RowState.DUPLICATE, 15L),
                "good", Map.of(RowState.STORED, 1L)),
            Map.of(),
            0,
            0);
    assertThat(counts.refusals(0.25))
        .containsOnly(Map.entry("above", "6 of 20 rows are bad, more than the limit of 25 %"));
    assertThat(counts.refusals(0)).containsOnlyKeys("above", "at");
  }

  @Test
  @DisplayName("refuse a file that cannot be read to its end, however few of its rows are bad")
  void unreadable() {
    StateCounts counts =
        new StateCounts(
            Map.of("a", Map.of(RowState.STORED, 9L, RowState.BAD, 1L)),
            Map.of("a", "line 10 is cut off"),
            0,
            0);
    assertThat(counts.refusals(0.5))
        .containsOnly(Map.entry("a", "the file cannot be read to its end: line 10 is cut off"));
  }
}
