package org.recordlake.disposal;

import org.recordlake.catalog.RetentionRule.Destruction;

/** What may happen now to rows whose day has passed. */
public enum DisposalEligibility {
  /** They are destroyed by this run. */
  ELIGIBLE,

  /** They wait until the notice period and the approvals the schedule asks for are there. */
  AWAITS_APPROVAL,

  /** They are counted only: the schedule says why they are never destroyed. */
  KEPT;

  public static DisposalEligibility under(Destruction destruction) {
    if (destruction.never().isPresent()) {
      return KEPT;
    }
    return destruction.noticeDays() > 0 || destruction.approvals() > 0 ? AWAITS_APPROVAL : ELIGIBLE;
  }
}
