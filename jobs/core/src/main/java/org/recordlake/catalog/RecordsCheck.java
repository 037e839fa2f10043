package org.recordlake.catalog;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the notice asks of a table with records: a category, a record source, a way to people. */
final class RecordsCheck {
  private RecordsCheck() {}

  static void check(Notice notice, TableFindings findings) {
    TableSpec table = findings.table();
    oneOf(findings, "category", table.category(), notice.categories(), "category");
    oneOf(
        findings, "source_category", table.recordSource(), notice.recordSources(), "record source");
    if (table.subject().isEmpty()) {
      findings.report(
          "subject",
          "missing",
          "Say how a row leads to the individual: {column: ...}, or {none: why}");
    }
    if (table.subject().orElse(null) instanceof SubjectLink.ByColumn link) {
      findings.columnsExist("subject", List.of(link.column()));
    }
    sources(findings);
  }

  private static void oneOf(
      TableFindings findings,
      String key,
      Optional<String> named,
      List<Notice.Item> items,
      String kind) {
    if (items.stream().noneMatch(item -> named.equals(Optional.of(item.id())))) {
      findings.report(
          key,
          "missing or not a " + kind + " of the notice",
          "Use one of " + items.stream().map(Notice.Item::id).collect(Collectors.joining(", ")));
    }
  }

  private static void sources(TableFindings findings) {
    List<TableSpec.Source> sources = findings.table().sources();
    if (sources.isEmpty()) {
      findings.report(
          "sources", "missing", "Name the landing folder: {folder: ..., format: catalogue}");
    }
    sources.stream()
        .filter(source -> !source.format().equals("catalogue"))
        .forEach(
            source ->
                findings.report(
                    "sources", "there is no format '" + source.format() + "'", "Use 'catalogue'"));
  }
}
