package org.recordlake.disposal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.recordlake.catalog.RetentionRule.Destruction;

class DisposalEligibilityTest {
  @Test
  void whatTheScheduleAsksNothingMoreForIsDestroyedByTheRun() {
    assertThat(under(0, 0, null)).isEqualTo(DisposalEligibility.ELIGIBLE);
    assertThat(DisposalEligibility.under(Destruction.AT_ONCE))
        .isEqualTo(DisposalEligibility.ELIGIBLE);
  }

  @Test
  void aNoticePeriodOrAnApprovalIsWaitedFor() {
    assertThat(under(1, 0, null)).isEqualTo(DisposalEligibility.AWAITS_APPROVAL);
    assertThat(under(0, 1, null)).isEqualTo(DisposalEligibility.AWAITS_APPROVAL);
    assertThat(under(30, 2, null)).isEqualTo(DisposalEligibility.AWAITS_APPROVAL);
  }

  @Test
  void whatIsNeverDestroyedIsKeptWhateverElseTheScheduleSays() {
    assertThat(under(0, 0, "the law")).isEqualTo(DisposalEligibility.KEPT);
    assertThat(under(30, 2, "the law")).isEqualTo(DisposalEligibility.KEPT);
  }

  private static DisposalEligibility under(int noticeDays, int approvals, String never) {
    return DisposalEligibility.under(
        new Destruction(noticeDays, approvals, Optional.ofNullable(never)));
  }
}
