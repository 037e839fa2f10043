package org.recordlake.catalog;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One version of a notice's retention schedule.
 *
 * @param effectiveOn first day it is in force
 * @param mediaRule how the medium itself is destroyed, for the certificate
 */
public record RetentionSchedule(
    LocalDate effectiveOn,
    String document,
    List<RetentionRule> rules,
    Optional<Notice.Item> mediaRule) {
  public RetentionSchedule {
    rules = List.copyOf(rules);
  }

  public Optional<RetentionRule> rule(String id) {
    return rules.stream().filter(rule -> rule.id().equals(id)).findFirst();
  }
}
