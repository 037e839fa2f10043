package org.recordlake.retention;

import org.recordlake.catalog.RetentionRule;

/** What may happen now to rows whose day has passed. */
enum DisposalEligibility {
  /** They are destroyed by this run. */
  ELIGIBLE,

  /** They wait until the notice period and the approvals the schedule asks for are there. */
  AWAITS_APPROVAL,

  /**
   * They are counted only. An accounting of disclosures lives as long as the record it is about, if
   * that is longer than its own period, and no row tells how long that is.
   */
  KEPT;

  private static final String ACCOUNTING_OF_DISCLOSURES = "A";

  static DisposalEligibility under(RetentionRule rule) {
    if (rule.id().equals(ACCOUNTING_OF_DISCLOSURES)) {
      return KEPT;
    }
    return rule.noticeDays() > 0 || rule.approvals() > 0 ? AWAITS_APPROVAL : ELIGIBLE;
  }
}
