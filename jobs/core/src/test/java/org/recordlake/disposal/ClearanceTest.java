package org.recordlake.disposal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.recordlake.catalog.RetentionRule.Destruction;

class ClearanceTest {
  private static final Destruction TWO_PERSONS = new Destruction(30, 2, Optional.empty());
  private static final LocalDate NOTICED = LocalDate.parse("2026-11-22");

  @Test
  void aNoticeMustHaveStoodForAllItsDaysAndTwoMustHaveApproved() {
    Clearance approved = noticed("Ann", "Bob");
    assertThat(approved.on(NOTICED.plusDays(29))).isEqualTo(DisposalEligibility.AWAITS_APPROVAL);
    assertThat(approved.missing(NOTICED.plusDays(29)))
        .containsExactly("its notice standing until 2026-12-21");
    assertThat(approved.on(NOTICED.plusDays(30))).isEqualTo(DisposalEligibility.ELIGIBLE);
    assertThat(approved.on(NOTICED.plusDays(31))).isEqualTo(DisposalEligibility.ELIGIBLE);
    assertThat(approved.stands(NOTICED.plusDays(29))).isTrue();
    assertThat(approved.stands(NOTICED.plusDays(30))).isFalse();
    assertThat(Clearance.none(TWO_PERSONS).stands(NOTICED)).isFalse();
    assertThat(Clearance.stoodOn(TWO_PERSONS, NOTICED)).isEqualTo("2026-12-22");

    assertThat(noticed("Ann").on(NOTICED.plusDays(31)))
        .isEqualTo(DisposalEligibility.AWAITS_APPROVAL);
    assertThat(noticed("Ann").missing(NOTICED.plusDays(31))).containsExactly("1 of 2 approvals");
    assertThat(noticed().missing(NOTICED))
        .containsExactly("its notice standing until 2026-12-21", "0 of 2 approvals");
  }

  @Test
  void withoutANoticeNothingElseCounts() {
    Clearance early = new Clearance(TWO_PERSONS, Optional.empty(), List.of("Ann", "Bob"));
    assertThat(early.on(NOTICED)).isEqualTo(DisposalEligibility.AWAITS_APPROVAL);
    assertThat(Clearance.none(TWO_PERSONS).missing(NOTICED))
        .containsExactly("a notice standing 30 days", "2 approvals");
    assertThat(Clearance.none(new Destruction(0, 1, Optional.empty())).missing(NOTICED))
        .containsExactly("1 approval");
  }

  @Test
  void whatAsksForNothingGoesAtOnceAndWhatIsKeptNeverDoes() {
    assertThat(Clearance.none(Destruction.AT_ONCE).on(NOTICED))
        .isEqualTo(DisposalEligibility.ELIGIBLE);
    Destruction kept = new Destruction(30, 1, Optional.of("the law"));
    assertThat(new Clearance(kept, Optional.of(NOTICED), List.of("Ann")).on(NOTICED.plusDays(99)))
        .isEqualTo(DisposalEligibility.KEPT);
  }

  @Test
  void onePersonIsOneHoweverTheNameIsWritten() {
    assertThat(Clearance.isAmong(List.of("Bob", "Ann  Lee"), " ann lee\t")).isTrue();
    assertThat(Clearance.isAmong(List.of("Ann Lee"), "Anne Lee")).isFalse();
    assertThat(Clearance.isAmong(List.of(), "Ann Lee")).isFalse();
  }

  private static Clearance noticed(String... names) {
    return new Clearance(TWO_PERSONS, Optional.of(NOTICED), List.of(names));
  }
}
