package org.recordlake.catalog;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.recordlake.problem.Problem;

/** Whether the tables' roles are each played once, by a table that can. */
final class RoleCheck {
  private final Map<Role, TableSpec> players = new EnumMap<>(Role.class);
  private final List<Problem> problems;

  private RoleCheck(List<Problem> problems) {
    this.problems = problems;
  }

  static void check(List<TableSpec> tables, List<Problem> problems) {
    RoleCheck check = new RoleCheck(problems);
    tables.forEach(check::table);
    tables.forEach(check::linkage);
    check.actionsNameTheirContract();
  }

  private void table(TableSpec table) {
    TableFindings findings = new TableFindings(table, problems);
    table.role().ifPresent(role -> role(findings, role));
  }

  private void role(TableFindings findings, Role role) {
    TableSpec table = findings.table();
    Optional.ofNullable(players.putIfAbsent(role, table))
        .ifPresent(
            other ->
                findings.report(
                    "role",
                    other.name() + " is already the table with the role " + role.word(),
                    "Leave the role to one of them"));
    if (table.zone() != Zone.RECORDS) {
      findings.report("role", "only a records table has a role", "Remove it");
    }
    findings.columnsExist("role " + role.word(), role.columns());
    if (List.of(Role.INDIVIDUAL, Role.CONTRACT, Role.PAPER).contains(role)
        && table.key().size() != 1) {
      findings.report(
          "role", "the role " + role.word() + " needs a key of one column", "Correct the key");
    }
    if (role == Role.INDIVIDUAL
        && table.linkage().filter(own -> own.part() == Linkage.Part.REFERENCE).isEmpty()) {
      findings.report(
          "identity", "missing beside role: individual", "Add identity: {part: reference}");
    }
    if (role == Role.PAPER) {
      paper(findings);
    }
  }

  /** A destruction list stays when what it lists is gone, so that it may tell of nobody. */
  private static void paper(TableFindings findings) {
    TableSpec table = findings.table();
    Stream.concat(table.key().stream(), Role.PAPER.columns().stream())
        .filter(name -> table.column(name).map(Column::pii).orElse(PiiClass.NONE).personal())
        .forEach(
            name ->
                findings.report(
                    "role paper",
                    "column '" + name + "' is personal and would stand in destruction lists",
                    "Number files without regard to persons, and say pii: none"));
    if (PaperIndex.methods(table).isEmpty()) {
      findings.report(
          "role paper",
          "nothing says how paper may be destroyed",
          "Add a check {column: " + PaperIndex.METHOD + ", in: [...]}");
    }
  }

  private void actionsNameTheirContract() {
    TableSpec contracts = players.get(Role.CONTRACT);
    TableSpec actions = players.get(Role.CONTRACT_ACTION);
    if (contracts != null && actions != null) {
      new TableFindings(actions, problems).columnsExist("role contract_action", contracts.key());
    }
  }

  private void linkage(TableSpec table) {
    if (table.linkage().isEmpty()) {
      return;
    }
    TableFindings findings = new TableFindings(table, problems);
    Linkage linkage = table.linkage().get();
    boolean individual = table.role().filter(Role.INDIVIDUAL::equals).isPresent();
    if (!individual && (linkage.called().isPresent() || !linkage.numbers().isEmpty())) {
      findings.report(
          "identity",
          "'called' and 'numbers' are said by the table with role: individual",
          "Move them there");
    }
    if (!players.containsKey(Role.INDIVIDUAL)) {
      findings.report(
          "identity",
          "no table has the role individual, to whom rows could be linked",
          "Add role: individual to the table that says who is who, or remove 'identity'");
    }
  }
}
