package org.recordlake.disposal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HoldTest {
  private static final LocalDate PLACED = LocalDate.of(2026, 3, 1);
  private static final LocalDate RELEASED = LocalDate.of(2026, 6, 1);
  private static final Hold OPEN = hold("H1", "matter", new Hold.Scope("borrower", "7", "loans"));

  @Test
  void aHoldCountsFromTheDayItIsPlaced() {
    assertThat(OPEN.inForceOn(PLACED.minusDays(1))).isFalse();
    assertThat(OPEN.inForceOn(PLACED)).isTrue();
    assertThat(OPEN.inForceOn(PLACED.plusYears(50))).isTrue();
  }

  @Test
  void aReleasedHoldCountsUntilTheDayBeforeItsRelease() {
    Hold released = OPEN.released(RELEASED, "officer");
    assertThat(released.inForceOn(RELEASED.minusDays(1))).isTrue();
    assertThat(released.inForceOn(RELEASED)).isFalse();
    assertThat(released.inForceOn(PLACED.minusDays(1))).isFalse();
    assertThat(released.releasedOn()).contains(RELEASED);
    assertThat(released.released().by()).contains("officer");
  }

  @Test
  void ordersAreTheSameIfTheyKeepTheSameRecordsForTheSameMatter() {
    Hold.Scope scope = OPEN.scope();
    assertThat(OPEN.sameOrderAs(hold("H2", "matter", scope))).isTrue();
    assertThat(OPEN.sameOrderAs(hold("H1", "other", scope))).isFalse();
    assertThat(OPEN.sameOrderAs(hold("H1", "matter", new Hold.Scope("borrower", "8", "loans"))))
        .isFalse();
    assertThat(OPEN.sameOrderAs(hold("H1", "matter", new Hold.Scope("borrower", "7", "all"))))
        .isFalse();
    assertThat(OPEN.sameOrderAs(hold("H1", "matter", new Hold.Scope("loan", "7", "loans"))))
        .isFalse();
  }

  @Test
  void itsLineTellsTheScopeAndNeitherTheNumberNorTheMatter() {
    assertThat(OPEN.line()).isEqualTo("H1 on one borrower in loans, placed 2026-03-01, in force");
    assertThat(hold("H3", "secret", new Hold.Scope("borrower", "7", "all")).line())
        .isEqualTo("H3 on one borrower in all tables, placed 2026-03-01, in force");
    assertThat(hold("H4", "secret", new Hold.Scope("table", "loans", "loans")).line())
        .isEqualTo("H4 on whole table(s): loans, placed 2026-03-01, in force");
    assertThat(OPEN.released(RELEASED, "officer").line())
        .isEqualTo("H1 on one borrower in loans, placed 2026-03-01, released 2026-06-01");
  }

  private static Hold hold(String id, String matter, Hold.Scope scope) {
    return new Hold(
        id,
        matter,
        scope,
        Optional.empty(),
        Hold.Act.of(PLACED, "officer"),
        Hold.Act.NONE,
        Hold.Act.NONE);
  }
}
