package org.recordlake.catalog;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.recordlake.problem.Problem;

/** Whether a preserved version of a row can live under every rule a row can live under. */
final class HeldVersionsCheck {
  private static final String TABLE = "held_versions";

  private HeldVersionsCheck() {}

  static void check(List<TableSpec> tables, List<Problem> problems) {
    Set<String> needed = new TreeSet<>();
    tables.stream()
        .filter(table -> table.zone() == Zone.RECORDS)
        .flatMap(table -> table.retention().stream())
        .forEach(clause -> needed.add(clause.rule()));
    tables.stream()
        .filter(table -> table.name().equals(TABLE))
        .forEach(
            table -> {
              Set<String> given =
                  table.retention().stream()
                      .filter(HeldVersionsCheck::isFollowed)
                      .map(RetentionClause::rule)
                      .collect(Collectors.toSet());
              needed.removeAll(given);
              if (!needed.isEmpty()) {
                new TableFindings(table, problems)
                    .report(
                        "retention",
                        "versions of rows under " + needed + " would live for ever",
                        "Add {rule: ID, when: {column: rule, in: [ID]}, trigger: {column:"
                            + " trigger_on}} for each");
              }
            });
  }

  private static boolean isFollowed(RetentionClause clause) {
    return clause instanceof RetentionClause.ByOwnDate own
        && own.column().equals("trigger_on")
        && own.when().equals(java.util.Optional.of(new Condition("rule", List.of(own.rule()))));
  }
}
