package org.recordlake.catalog;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One version of a notice's retention schedule. From its first day on it rules every record that is
 * there, older ones too; what was destroyed under an earlier version stays so.
 *
 * @param effectiveOn first day it is in force
 * @param document where it was published
 * @param note what is to be known of the version, such as that its text is still to be entered
 * @param mediaRule how the medium itself is destroyed, for the certificate
 */
public record RetentionSchedule(
    LocalDate effectiveOn,
    String document,
    Optional<String> note,
    List<RetentionRule> rules,
    Optional<Notice.Item> mediaRule) {
  public RetentionSchedule {
    rules = List.copyOf(rules);
  }

  /** This version with the rules of an earlier one. */
  RetentionSchedule ruledAs(RetentionSchedule earlier) {
    return new RetentionSchedule(effectiveOn, document, note, earlier.rules, earlier.mediaRule);
  }

  public Optional<RetentionRule> rule(String id) {
    return rules.stream().filter(rule -> rule.id().equals(id)).findFirst();
  }
}
