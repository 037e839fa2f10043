package org.recordlake.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.recordlake.catalog.ColumnType.Kind;

/** Whether the choice a table's rows hang on can be found where the table says. */
final class ConsentCheck {
  private ConsentCheck() {}

  static void check(Map<String, TableSpec> byName, TableFindings findings) {
    findings.table().consent().ifPresent(consent -> check(consent, byName, findings));
  }

  private static void check(
      Consent consent, Map<String, TableSpec> byName, TableFindings findings) {
    findings.columnsExist("consent.when", List.of(consent.when().column()));
    findings.columnsExist("consent.by", consent.by());
    consent
        .spell()
        .ifPresent(spell -> findings.tellsDay("consent.at", findings.table(), spell.at()));
    if (!consent.when().values().containsAll(consent.unnamed())) {
      findings.report(
          "consent.unnamed", "names a value that is never asked", "Use values of consent.when");
    }
    TableSpec other = byName.get(consent.table());
    if (other == null || other == findings.table()) {
      findings.report(
          "consent.table",
          "there is no other table '" + consent.table() + "'",
          "Name the table that tells the choice");
      return;
    }
    List<String> named = new ArrayList<>(consent.by());
    named.add(consent.column());
    consent.spell().ifPresent(spell -> named.addAll(List.of(spell.from(), spell.to())));
    for (String name : named) {
      if (other.column(name).isEmpty()) {
        findings.report(
            "consent",
            "there is no column '" + name + "' in " + other.name(),
            "Use one of its columns");
      }
    }
    if (other
        .column(consent.column())
        .filter(column -> column.type().kind() != Kind.BOOLEAN)
        .isPresent()) {
      findings.report(
          "consent.column", "column '" + consent.column() + "' is no flag", "Name a boolean one");
    }
  }
}
