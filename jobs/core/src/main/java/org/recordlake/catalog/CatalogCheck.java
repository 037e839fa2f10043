package org.recordlake.catalog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.recordlake.problem.Problem;

/**
 * The sense of the catalogue as a whole, compared with the notice. {@code catalog check} and every
 * start of the program run it.
 */
final class CatalogCheck {
  private static final Set<PiiClass> FIT_FOR_MARTS =
      Set.of(PiiClass.NONE, PiiClass.ATTRIBUTE, PiiClass.PSEUDONYM);

  private final Notice notice;
  private final Map<String, TableSpec> byName = new HashMap<>();
  private final List<Problem> problems = new ArrayList<>();

  private CatalogCheck(Notice notice) {
    this.notice = notice;
  }

  static List<Problem> problems(Notice notice, List<TableSpec> tables) {
    CatalogCheck check = new CatalogCheck(notice);
    tables.forEach(check::name);
    tables.forEach(check::table);
    check.categoriesHaveTables(tables);
    check.layoutsDiffer(tables);
    RoleCheck.check(tables, check.problems);
    HoldScopeCheck.check(notice, tables, check.problems);
    HeldVersionsCheck.check(tables, check.problems);
    return check.problems;
  }

  private TableFindings findings(TableSpec table) {
    return new TableFindings(table, problems);
  }

  private void name(TableSpec table) {
    if (byName.putIfAbsent(table.name(), table) != null) {
      findings(table)
          .report(
              "name",
              "another table is already called '" + table.name() + "'",
              "Give each table a name of its own, across all zones");
    }
  }

  private void table(TableSpec table) {
    TableFindings findings = findings(table);
    if (table.columns().isEmpty()) {
      findings.report(
          "columns", "the table has no column", "List its columns with type, pii and description");
    }
    if (table.key().isEmpty()) {
      findings.report(
          "key", "the table has no key", "Name the columns that tell one row from another");
    }
    doubledColumns(findings);
    findings.columnsExist("key", table.key());
    findings.columnsExist("statistics", table.statistics());
    findings.columnsExist("cluster_by", table.clusterBy());
    findings.columnsExist(
        "identity.person", table.linkage().map(Linkage::person).orElse(List.of()));
    findings.columnsExist("latest_by", table.latestBy().map(List::of).orElse(List.of()));
    table.knownOn().ifPresent(column -> findings.tellsDay("known_on", table, column));
    notPersonal(findings, "statistics", table.statistics());
    notPersonal(findings, "cluster_by", table.clusterBy());
    checksMakeSense(findings);
    switch (table.zone()) {
      case RECORDS -> RecordsCheck.check(notice, findings);
      case MARTS -> martRules(findings);
      case GOVERNANCE -> {}
    }
    RetentionCheck.check(notice, byName, findings);
    ConsentCheck.check(byName, findings);
    readsExist(findings);
    problems.addAll(IncrementalCheck.problems(table, byName));
  }

  private static void doubledColumns(TableFindings findings) {
    Set<String> seen = new HashSet<>();
    for (Column column : findings.table().storedColumns()) {
      if (!seen.add(column.name())) {
        findings.report(
            "columns",
            "column '" + column.name() + "' stands twice",
            "Remove or rename one; system columns are added by the program");
      }
    }
  }

  private static void notPersonal(TableFindings findings, String key, List<String> names) {
    for (String name : names) {
      if (findings
          .table()
          .storedColumn(name)
          .filter(column -> column.pii().personal())
          .isPresent()) {
        findings.report(
            key,
            "column '" + name + "' is personal and would reach the Delta log",
            "Remove it; only columns with pii: none may stand here");
      }
    }
  }

  private static void checksMakeSense(TableFindings findings) {
    for (Check check : findings.table().checks()) {
      findings.columnsExist("checks", List.of(check.column()));
      check.when().ifPresent(when -> findings.columnsExist("checks.when", List.of(when.column())));
      if (check instanceof Check.NotBefore notBefore) {
        findings.columnsExist("checks.not_before", List.of(notBefore.other()));
      }
    }
  }

  private static void martRules(TableFindings findings) {
    if (findings.table().mart().isEmpty()) {
      findings.report("job", "missing", "Name the job that rebuilds the mart, insights or polls");
    }
    for (Column column : findings.table().columns()) {
      if (!FIT_FOR_MARTS.contains(column.pii())) {
        findings.report(
            "columns",
            "column '" + column.name() + "' may tell who a person is",
            "Marts hold pii: none, attribute or pseudonym only");
      }
    }
  }

  private void readsExist(TableFindings findings) {
    findings.table().mart().map(TableSpec.Mart::reads).stream()
        .flatMap(List::stream)
        .filter(read -> !byName.containsKey(read))
        .forEach(
            read ->
                findings.report("reads", "there is no table '" + read + "'", "Correct the name"));
  }

  private void categoriesHaveTables(List<TableSpec> tables) {
    Set<String> covered =
        tables.stream().flatMap(table -> table.category().stream()).collect(Collectors.toSet());
    notice.categories().stream()
        .filter(category -> !covered.contains(category.id()))
        .forEach(
            category ->
                problems.add(
                    new Problem(
                        "category " + category.id() + " (" + category.title() + ") has no table",
                        notice.file() + " at categories",
                        "Add a file in conf/catalog/records with category: " + category.id())));
  }

  private void layoutsDiffer(List<TableSpec> tables) {
    Map<String, TableSpec> seen = new HashMap<>();
    for (TableSpec table : tables) {
      for (TableSpec.Source source : table.sources()) {
        String layout =
            source.folder() + new TreeSet<>(table.columns().stream().map(Column::name).toList());
        TableSpec twin = seen.putIfAbsent(layout, table);
        if (twin != null && twin != table) {
          findings(table)
              .report(
                  "columns",
                  "has the same columns as "
                      + twin.name()
                      + " in landing folder "
                      + source.folder(),
                  "Rename a column or use another folder");
        }
      }
    }
  }
}
