package org.recordlake.catalog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.recordlake.problem.Problem;

/**
 * The sense of the catalogue as a whole, held against the notice. {@code catalog check} and every
 * start of the program run it.
 */
final class CatalogCheck {
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
    return check.problems;
  }

  private void name(TableSpec table) {
    if (byName.putIfAbsent(table.name(), table) != null) {
      report(
          table,
          "name",
          "another table is already called '" + table.name() + "'",
          "Give each table a name of its own, across all zones");
    }
  }

  private void table(TableSpec table) {
    if (table.columns().isEmpty()) {
      report(
          table,
          "columns",
          "the table has no column",
          "List its columns with type, pii and description");
    }
    if (table.key().isEmpty()) {
      report(
          table, "key", "the table has no key", "Name the columns that tell one row from another");
    }
    doubledColumns(table);
    columnsExist(table, "key", table.key());
    columnsExist(table, "statistics", table.statistics());
    columnsExist(table, "cluster_by", table.clusterBy());
    columnsExist(table, "latest_by", table.latestBy().map(List::of).orElse(List.of()));
    table.knownOn().ifPresent(column -> dateColumn(table, table, "known_on", column));
    columnsExist(table, "checks", table.checks().stream().map(Check::column).toList());
    notPersonal(table, "statistics", table.statistics());
    notPersonal(table, "cluster_by", table.clusterBy());
    checksMakeSense(table);
    zoneRules(table);
    retention(table);
    readsExist(table);
    problems.addAll(IncrementalCheck.problems(table, byName));
  }

  private void doubledColumns(TableSpec table) {
    Set<String> seen = new HashSet<>();
    table.storedColumns().stream()
        .filter(column -> !seen.add(column.name()))
        .forEach(
            column ->
                report(
                    table,
                    "columns",
                    "column '" + column.name() + "' stands twice",
                    "Remove or rename one; system columns are added by the program"));
  }

  private void columnsExist(TableSpec table, String key, List<String> names) {
    for (String name : names) {
      if (table.storedColumn(name).isEmpty() && table.column(name).isEmpty()) {
        report(table, key, "there is no column '" + name + "'", "Use one of the table's columns");
      }
    }
  }

  private void notPersonal(TableSpec table, String key, List<String> names) {
    for (String name : names) {
      table
          .storedColumn(name)
          .filter(column -> column.pii().personal())
          .ifPresent(
              column ->
                  report(
                      table,
                      key,
                      "column '" + name + "' is personal and would reach the Delta log",
                      "Remove it; only columns with pii: none may stand here"));
    }
  }

  private void checksMakeSense(TableSpec table) {
    for (Check check : table.checks()) {
      check.when().ifPresent(when -> columnsExist(table, "checks.when", List.of(when.column())));
      if (check instanceof Check.NotBefore notBefore) {
        columnsExist(table, "checks.not_before", List.of(notBefore.other()));
      }
    }
  }

  private void zoneRules(TableSpec table) {
    switch (table.zone()) {
      case RECORDS -> recordsRules(table);
      case MARTS -> {
        if (table.mart().isEmpty()) {
          report(table, "job", "missing", "Name the job that rebuilds the mart, insights or polls");
        }
        table.columns().stream()
            .filter(
                column ->
                    !Set.of(PiiClass.NONE, PiiClass.ATTRIBUTE, PiiClass.PSEUDONYM)
                        .contains(column.pii()))
            .forEach(
                column ->
                    report(
                        table,
                        "columns",
                        "column '" + column.name() + "' may tell who a person is",
                        "Marts hold pii: none, attribute or pseudonym only"));
      }
      case GOVERNANCE -> {}
    }
  }

  private void recordsRules(TableSpec table) {
    Optional<String> category = table.category();
    if (category.isEmpty()
        || notice.categories().stream().noneMatch(item -> item.id().equals(category.get()))) {
      report(
          table,
          "category",
          "missing or not a category of the notice",
          "Use one of " + ids(notice.categories()));
    }
    if (table.subject().isEmpty()) {
      report(
          table,
          "subject",
          "missing",
          "Say how a row leads to the individual: {column: ...}, or {none: why}");
    }
    table
        .subject()
        .ifPresent(
            subject -> {
              if (subject instanceof SubjectLink.ByColumn link) {
                columnsExist(table, "subject", List.of(link.column()));
              }
            });
    if (table.recordSource().isEmpty()
        || notice.recordSources().stream()
            .noneMatch(item -> item.id().equals(table.recordSource().get()))) {
      report(
          table,
          "source_category",
          "missing or not a record source of the notice",
          "Use one of " + ids(notice.recordSources()));
    }
    if (table.sources().isEmpty()) {
      report(
          table, "sources", "missing", "Name the landing folder: {folder: ..., format: catalogue}");
    }
    table.sources().stream()
        .filter(source -> !source.format().equals("catalogue"))
        .forEach(
            source ->
                report(
                    table,
                    "sources",
                    "there is no format '" + source.format() + "'",
                    "Use 'catalogue'"));
  }

  private void retention(TableSpec table) {
    if (table.retention().isEmpty()) {
      report(
          table,
          "retention",
          "missing",
          "Name a rule of the notice's schedule and its trigger, or keep with a reason");
    }
    for (RetentionClause clause : table.retention()) {
      clause
          .when()
          .ifPresent(when -> columnsExist(table, "retention.when", List.of(when.column())));
      if (clause instanceof RetentionClause.ByOwnDate own) {
        ruleExists(table, own.rule());
        dateColumn(table, table, "retention.trigger", own.column());
      } else if (clause instanceof RetentionClause.ByOtherTable other) {
        ruleExists(table, other.rule());
        otherTable(table, other);
      } else if (table.zone() == Zone.RECORDS) {
        report(
            table,
            "retention",
            "a records table cannot be kept outside the schedule",
            "Name a rule of the notice, R1 to R5");
      }
    }
  }

  private void ruleExists(TableSpec table, String rule) {
    for (RetentionSchedule version : notice.schedule()) {
      if (version.rule(rule).isEmpty()) {
        String rules =
            version.rules().stream().map(RetentionRule::id).collect(Collectors.joining(", "));
        report(
            table,
            "retention",
            "the schedule of " + version.effectiveOn() + " has no rule '" + rule + "'",
            "Use one of " + rules);
      }
    }
  }

  private void otherTable(TableSpec table, RetentionClause.ByOtherTable clause) {
    columnsExist(table, "retention.trigger.by", List.of(clause.by()));
    dateColumn(table, table, "retention.orphan", clause.orphan());
    TableSpec other = byName.get(clause.table());
    if (other == null) {
      report(
          table,
          "retention.trigger",
          "there is no table '" + clause.table() + "'",
          "Correct the name");
      return;
    }
    dateColumn(table, other, "retention.trigger", clause.column());
    if (!other.key().equals(List.of(clause.by()))) {
      report(
          table,
          "retention.trigger.by",
          "'" + clause.by() + "' is not the key of " + other.name(),
          "Link by " + other.key());
    }
  }

  private void dateColumn(TableSpec reporting, TableSpec table, String key, String name) {
    Optional<Column> column = table.storedColumn(name);
    if (column.isEmpty()) {
      report(
          reporting,
          key,
          "there is no column '" + name + "' in " + table.name(),
          "Name a date or timestamp column of " + table.name());
    } else if (!Set.of("date", "timestamp").contains(ColumnTypes.name(column.get().type()))) {
      report(
          reporting,
          key,
          "column '" + name + "' of " + table.name() + " is no date",
          "Name a date or timestamp column");
    }
  }

  private void readsExist(TableSpec table) {
    table
        .mart()
        .ifPresent(
            mart ->
                mart.reads().stream()
                    .filter(read -> !byName.containsKey(read))
                    .forEach(
                        read ->
                            report(
                                table,
                                "reads",
                                "there is no table '" + read + "'",
                                "Correct the name")));
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
          report(
              table,
              "columns",
              "has the same columns as " + twin.name() + " in landing folder " + source.folder(),
              "Rename a column or use another folder");
        }
      }
    }
  }

  private static String ids(List<Notice.Item> items) {
    return items.stream().map(Notice.Item::id).collect(Collectors.joining(", "));
  }

  private void report(TableSpec table, String key, String what, String mend) {
    problems.add(new Problem(what, table.file() + " at " + key, mend));
  }
}
