package org.recordlake.format.source;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.recordlake.catalog.Catalog;
import org.recordlake.catalog.TableSpec;
import org.recordlake.config.Settings.DateOrder;
import org.recordlake.config.YamlNode;
import org.recordlake.format.mapped.Mapping;
import org.recordlake.format.tabular.Amounts;

/** Reads one file of {@code conf/sources}. */
final class SourceYaml {
  private static final Map<String, Character> DELIMITERS =
      Map.of("comma", ',', "semicolon", ';', "tab", '\t', "pipe", '|');

  private final Catalog catalog;
  private final Set<String> layouts;
  private final String name;

  /**
   * @param layouts names of the layouts a folder may be pinned to
   */
  SourceYaml(Catalog catalog, Set<String> layouts, Path file) {
    this.catalog = catalog;
    this.layouts = layouts;
    this.name = file.getFileName().toString().replace(".yaml", "");
  }

  SourceSpec read(YamlNode root) {
    try (root) {
      Optional<String> folder = root.optionalText("folder");
      Optional<String> layout = root.optionalText("layout");
      layout
          .filter(given -> !layouts.contains(given))
          .ifPresent(
              given ->
                  root.problem(
                      "layout",
                      "there is no layout '" + given + "'",
                      "Use one of " + layouts.stream().sorted().toList()));
      Optional<ZoneId> zone =
          root.parsed("zone", "a time zone such as America/New_York", ZoneId::of);
      Optional<LocalDate> exportedOn =
          root.parsed("exported_on", "a date such as 2026-11-22", LocalDate::parse);
      Optional<DateOrder> dates = root.choice("dates", DateOrder.class);
      Map<String, String> constants = root.textMap("constants");
      Optional<Mapping> mapping =
          root.has("tables") ? Optional.of(mapping(root, folder, dates)) : Optional.empty();
      checkWhole(root, folder, layout, constants, mapping);
      return new SourceSpec(name, folder, layout, zone, exportedOn, dates, constants, mapping);
    }
  }

  private void checkWhole(
      YamlNode root,
      Optional<String> folder,
      Optional<String> layout,
      Map<String, String> constants,
      Optional<Mapping> mapping) {
    if (mapping.isPresent() && layout.isPresent()) {
      root.problem("layout", "stands beside tables", "Pin a known layout or map tables, not both");
    }
    if (mapping.isPresent() && !constants.isEmpty()) {
      root.problem("constants", "stands beside tables", "Write {value: ...} for the column there");
    }
    boolean told = mapping.map(given -> !given.header().isEmpty()).orElse(false);
    if (folder.isEmpty() && !told) {
      root.problem("folder", "missing", "Name the landing folder, or with tables a header");
    }
    Optional.ofNullable(constants.get(TableSpec.RECORD_SOURCE))
        .filter(
            given ->
                catalog.notice().recordSources().stream()
                    .noneMatch(source -> source.id().equals(given)))
        .ifPresent(
            given ->
                root.problem(
                    "constants." + TableSpec.RECORD_SOURCE,
                    "not a record source of the notice",
                    "Use one that conf/notice names under record_sources"));
    constants.keySet().stream()
        .filter(column -> !column.equals(TableSpec.RECORD_SOURCE))
        .filter(
            column ->
                catalog.tables().stream().noneMatch(table -> table.column(column).isPresent()))
        .forEach(
            column ->
                root.problem(
                    "constants." + column,
                    "no table has such a column",
                    "Use a column of the layout's table"));
  }

  private Mapping mapping(YamlNode root, Optional<String> folder, Optional<DateOrder> dates) {
    List<String> header = root.texts("header");
    Mapping mapping =
        new Mapping(
            name,
            folder.orElse(""),
            root.choice("form", Mapping.Form.class).orElse(Mapping.Form.CSV),
            root.optionalText("items").orElse(""),
            delimiter(root),
            header,
            dates.orElse(DateOrder.MONTH_FIRST),
            root.choice("decimal", Amounts.Decimal.class).orElse(Amounts.Decimal.POINT),
            root.children("tables").stream()
                .map(node -> new MappedTableYaml(catalog, header).read(node))
                .toList());
    if (mapping.tables().isEmpty()) {
      root.problem("tables", "empty", "Map at least one table");
    }
    boolean spread = mapping.tables().stream().anyMatch(table -> !table.beside().isEmpty());
    if (spread && mapping.form() == Mapping.Form.JSON) {
      root.problem("form", "json has no columns beside others", "Remove beside from tables");
    }
    if (!mapping.items().isEmpty() && mapping.form() != Mapping.Form.JSON) {
      root.problem("items", "only a JSON text has it", "Remove it, or write form: json");
    }
    return mapping;
  }

  /** A blank where the delimiter shows itself. */
  private static char delimiter(YamlNode root) {
    char shown =
        root.optionalText("form").filter(form -> form.equals("tsv")).isPresent()
            ? '\t'
            : Mapping.ANY_DELIMITER;
    return root.parsed("delimiter", "one of " + DELIMITERS.keySet(), SourceYaml::delimiter)
        .orElse(shown);
  }

  private static char delimiter(String word) {
    return Optional.ofNullable(DELIMITERS.get(word))
        .orElseThrow(() -> new IllegalArgumentException("no such delimiter"));
  }
}
