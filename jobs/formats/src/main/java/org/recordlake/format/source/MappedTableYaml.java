package org.recordlake.format.source;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.recordlake.catalog.Catalog;
import org.recordlake.catalog.Column;
import org.recordlake.catalog.Protection;
import org.recordlake.catalog.TableSpec;
import org.recordlake.config.YamlNode;
import org.recordlake.format.mapped.MappedColumn;
import org.recordlake.format.mapped.Mapping;

/** Reads one entry of a source's {@code tables} and holds it against the catalogue. */
final class MappedTableYaml {
  private final Catalog catalog;
  private final List<String> header;
  private List<String> beside = List.of();

  /**
   * @param header names the source's files are recognised by; empty if none are told
   */
  MappedTableYaml(Catalog catalog, List<String> header) {
    this.catalog = catalog;
    this.header = header;
  }

  Mapping.Table read(YamlNode node) {
    try (node) {
      String name = node.text("table");
      boolean partial = node.flag("partial", false);
      beside = node.texts("beside");
      beside.forEach(field -> inHeader(node, "beside", field));
      List<MappedColumn> columns = new ArrayList<>();
      Optional<YamlNode> mapped = node.child("columns");
      if (mapped.isEmpty()) {
        node.problem("columns", "missing", "Write column: field for every column the source tells");
      } else if (!catalog.contains(name) || catalog.table(name).sources().isEmpty()) {
        node.problem(
            "table", "files are not taken into a table '" + name + "'", "Name a records table");
        mapped.get().keys().forEach(mapped.get()::has);
      } else {
        columns.addAll(columns(mapped.get(), catalog.table(name)));
      }
      return new Mapping.Table(name, columns, partial, beside);
    }
  }

  private List<MappedColumn> columns(YamlNode node, TableSpec table) {
    List<MappedColumn> columns = new ArrayList<>();
    Set<String> said = new HashSet<>();
    for (String name : node.keys()) {
      said.add(name);
      Optional<Column> column = table.column(name);
      if (name.equals(TableSpec.RECORD_SOURCE)) {
        columns.add(column(node, name, MappedColumn.Kind.TEXT));
      } else if (column.isEmpty()) {
        node.has(name);
        node.problem(name, table.name() + " has no such column", "Use a column of " + table.file());
      } else if (column.get().protection() == Protection.REFUSE) {
        node.has(name);
        node.problem(name, "must never be kept", "Remove it: its field is not read");
      } else {
        columns.add(column(node, name, kind(column.get())));
      }
    }
    table.columns().stream()
        .filter(column -> !column.nullable() && !said.contains(column.name()))
        .forEach(
            column ->
                node.problem(
                    column.name(),
                    "missing, and may not be empty",
                    "Map it, or give it a {value: ...}"));
    return columns;
  }

  private MappedColumn column(YamlNode node, String name, MappedColumn.Kind kind) {
    if (!node.isMapping(name)) {
      return field(node, name, name, node.text(name), kind);
    }
    YamlNode mapped = node.child(name).orElseThrow();
    try (mapped) {
      if (mapped.has("value")) {
        return new MappedColumn.Constant(name, mapped.text("value"));
      } else if (mapped.has("key")) {
        List<String> fields = mapped.texts("key");
        fields.forEach(field -> inHeader(mapped, "key", field));
        return new MappedColumn.Key(name, fields, kind == MappedColumn.Kind.NUMBER);
      }
      return field(mapped, "from", name, mapped.text("from"), kind);
    }
  }

  private MappedColumn field(
      YamlNode node, String key, String column, String field, MappedColumn.Kind kind) {
    inHeader(node, key, field);
    boolean whole = key.equals("from");
    List<String> patterns = whole ? node.texts("forms") : List.of();
    if (patterns.stream().anyMatch(pattern -> form(pattern).isEmpty())) {
      node.problem("forms", "is no form of a date or time", "Write it as in dd.MM.uuuu HH:mm");
    }
    Map<String, String> words = new HashMap<>();
    if (whole) {
      node.textMap("values").forEach((from, to) -> words.put(from.toLowerCase(Locale.ROOT), to));
    }
    String otherwise = whole ? node.optionalText("otherwise").orElse("") : "";
    return new MappedColumn.Field(column, field, kind, patterns, words, otherwise);
  }

  private void inHeader(YamlNode node, String key, String field) {
    boolean ofOthers = !beside.isEmpty() && Mapping.OF_OTHER_COLUMNS.contains(field);
    if (!ofOthers && !header.isEmpty() && !header.contains(field)) {
      node.problem(key, "the header has no field '" + field + "'", "Use a name listed in header");
    }
  }

  private static Optional<DateTimeFormatter> form(String pattern) {
    try {
      return Optional.of(DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH));
    } catch (IllegalArgumentException mistake) {
      return Optional.empty();
    }
  }

  private static MappedColumn.Kind kind(Column column) {
    return switch (column.type().kind()) {
      case DATE -> MappedColumn.Kind.DAY;
      case TIMESTAMP -> MappedColumn.Kind.INSTANT;
      case INT, LONG, DOUBLE, DECIMAL -> MappedColumn.Kind.NUMBER;
      case STRING, BOOLEAN -> MappedColumn.Kind.TEXT;
    };
  }
}
