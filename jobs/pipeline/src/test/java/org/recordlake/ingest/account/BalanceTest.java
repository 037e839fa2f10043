package org.recordlake.ingest.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.recordlake.ingest.resolve.RowState;
import org.recordlake.ingest.resolve.StateCounts;

@DisplayName("The balance of a file")
class BalanceTest {
  @Test
  @DisplayName("counts every row once as read and once as what it became")
  void byFile() {
    Map<String, Balance> balances =
        Balance.byFile(
            counts(
                Map.of(
                    "a",
                    Map.of(
                        RowState.STORED, 1L,
                        RowState.UPDATED, 2L,
                        RowState.DUPLICATE, 4L,
                        RowState.BAD, 8L,
                        RowState.EXPIRED, 32L,
                        RowState.DISPOSED, 128L,
                        RowState.OUTSIDE, 64L),
                    "b",
                    Map.of(RowState.REFUSED, 16L))));
    assertThat(balances)
        .containsOnly(
            Map.entry("a", new Balance(239, 1, 2, 4, 8, 32, 128, 64)),
            Map.entry("b", new Balance(16, 0, 0, 0, 16, 0, 0, 0)));
    assertThat(balances.values()).allMatch(Balance::balances);
  }

  @Test
  @DisplayName("is not told of rows that nothing was decided of")
  void undecided() {
    StateCounts counts = counts(Map.of("a", Map.of(RowState.LIVE, 1L)));
    assertThatThrownBy(() -> Balance.byFile(counts)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  @DisplayName("and that of another add up")
  void plus() {
    Balance one = new Balance(1, 2, 3, 4, 5, 6, 8, 7);
    Balance other = new Balance(10, 20, 30, 40, 50, 60, 80, 70);
    assertThat(one.plus(other)).isEqualTo(new Balance(11, 22, 33, 44, 55, 66, 88, 77));
    assertThat(one.plus(Balance.ZERO)).isEqualTo(one);
  }

  @Test
  @DisplayName("does not balance if a row is missing or counted twice")
  void balances() {
    assertThat(new Balance(127, 1, 2, 4, 8, 16, 64, 32).balances()).isTrue();
    assertThat(new Balance(126, 1, 2, 4, 8, 16, 64, 32).balances()).isFalse();
    assertThat(new Balance(128, 1, 2, 4, 8, 16, 64, 32).balances()).isFalse();
    assertThat(Balance.ZERO.balances()).isTrue();
  }

  @Test
  @DisplayName("moves rows from the quarantine to what they became when they were taken again")
  void retaken() {
    Balance first = new Balance(103, 60, 5, 3, 20, 8, 3, 4);
    Balance again = new Balance(22, 7, 3, 2, 5, 1, 2, 2);
    assertThat(first.retaken(again, 5)).isEqualTo(new Balance(103, 67, 8, 5, 3, 9, 5, 6));
  }

  @Test
  @DisplayName("counts as stored what a killed run had taken without noting it")
  void afterAKilledRun() {
    Balance first = new Balance(10, 6, 0, 0, 4, 0, 0, 0);
    Balance again = new Balance(2, 0, 1, 0, 1, 0, 0, 0);
    assertThat(first.retaken(again, 1)).isEqualTo(new Balance(10, 8, 1, 0, 1, 0, 0, 0));
  }

  @Test
  @DisplayName("stays as it was if nothing could be mended")
  void nothingMended() {
    Balance first = new Balance(10, 6, 0, 0, 4, 0, 0, 0);
    Balance again = new Balance(4, 0, 0, 0, 4, 0, 0, 0);
    assertThat(first.retaken(again, 4)).isEqualTo(first);
  }

  private static StateCounts counts(Map<String, Map<RowState, Long>> states) {
    return new StateCounts(states, Map.of(), 0, 0);
  }
}
