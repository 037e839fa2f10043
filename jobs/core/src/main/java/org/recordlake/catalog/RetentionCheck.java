package org.recordlake.catalog;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Whether every row of a table has a rule of the notice's schedule, and the date it counts from.
 */
final class RetentionCheck {
  private final Notice notice;
  private final Map<String, TableSpec> byName;
  private final TableFindings findings;

  private RetentionCheck(Notice notice, Map<String, TableSpec> byName, TableFindings findings) {
    this.notice = notice;
    this.byName = byName;
    this.findings = findings;
  }

  static void check(Notice notice, Map<String, TableSpec> byName, TableFindings findings) {
    RetentionCheck check = new RetentionCheck(notice, byName, findings);
    List<RetentionClause> clauses = findings.table().retention();
    if (clauses.isEmpty()) {
      findings.report(
          "retention",
          "missing",
          "Name a rule of the notice's schedule and its trigger, or keep with a reason");
    }
    clauses.forEach(check::clause);
  }

  private void clause(RetentionClause clause) {
    clause
        .when()
        .ifPresent(when -> findings.columnsExist("retention.when", List.of(when.column())));
    if (clause instanceof RetentionClause.ByOwnDate own) {
      ruleExists(own.rule());
      findings.tellsDay("retention.trigger", findings.table(), own.column());
    } else if (clause instanceof RetentionClause.ByOtherTable other) {
      ruleExists(other.rule());
      otherTable(other);
    } else if (findings.table().zone() == Zone.RECORDS) {
      findings.report(
          "retention",
          "a records table cannot be kept outside the schedule",
          "Name a rule of the notice's schedule");
    }
  }

  private void ruleExists(String rule) {
    for (RetentionSchedule version : notice.schedule()) {
      if (version.rule(rule).isEmpty()) {
        String rules =
            version.rules().stream().map(RetentionRule::id).collect(Collectors.joining(", "));
        findings.report(
            "retention",
            "the schedule of " + version.effectiveOn() + " has no rule '" + rule + "'",
            "Use one of " + rules);
      }
    }
  }

  private void otherTable(RetentionClause.ByOtherTable clause) {
    findings.columnsExist("retention.trigger.by", List.of(clause.by()));
    clause
        .ownDate()
        .ifPresent(own -> findings.tellsDay("retention.trigger.or", findings.table(), own));
    clause
        .waitsFrom()
        .ifPresent(
            from -> {
              findings.tellsDay("retention.trigger.waits_from", findings.table(), from);
              findings.alwaysThere("retention.trigger.waits_from", from);
            });
    TableSpec other = byName.get(clause.table());
    if (other == null) {
      findings.report(
          "retention.trigger", "there is no table '" + clause.table() + "'", "Correct the name");
      return;
    }
    findings.tellsDay("retention.trigger", other, clause.column());
    if (!other.key().equals(List.of(clause.by()))) {
      findings.report(
          "retention.trigger.by",
          "'" + clause.by() + "' is not the key of " + other.name(),
          "Link by " + other.key());
    }
  }
}
