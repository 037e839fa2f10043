package org.recordlake.catalog;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.recordlake.problem.Problem;

/** Whether what a legal hold can be laid on is there, and hold orders may name just that. */
final class HoldScopeCheck {
  private static final String TABLE = "legal_holds";
  private static final String COLUMN = "scope_column";

  private HoldScopeCheck() {}

  static void check(Notice notice, List<TableSpec> tables, List<Problem> problems) {
    for (String scope : notice.holdScopes()) {
      if (tables.stream()
          .noneMatch(
              table -> table.zone() == Zone.RECORDS && table.storedColumn(scope).isPresent())) {
        problems.add(
            new Problem(
                "no records table has a column '" + scope + "'",
                notice.file() + " at hold_scopes",
                "Name columns of records tables"));
      }
    }
    Set<String> scopes = new TreeSet<>(notice.holdScopes());
    scopes.add("table");
    scopes.add("where");
    tables.stream()
        .filter(table -> table.name().equals(TABLE))
        .filter(table -> table.checks().stream().noneMatch(check -> allows(check, scopes)))
        .map(table -> new TableFindings(table, problems))
        .forEach(
            findings ->
                findings.report(
                    "checks",
                    COLUMN + " may not say just what the notice's hold_scopes say",
                    "Write {column: " + COLUMN + ", in: " + scopes + "}"));
  }

  private static boolean allows(Check check, Set<String> scopes) {
    return check instanceof Check.In in
        && in.column().equals(COLUMN)
        && in.when().isEmpty()
        && Set.copyOf(in.values()).equals(scopes);
  }
}
