package org.recordlake.catalog;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.recordlake.catalog.TableSpec.About;
import org.recordlake.catalog.TableSpec.Content;
import org.recordlake.catalog.TableSpec.Layout;
import org.recordlake.catalog.TableSpec.Mart;
import org.recordlake.catalog.TableSpec.Records;
import org.recordlake.catalog.TableSpec.Source;
import org.recordlake.config.YamlNode;

/** Reads one catalogue file: its form, not yet its sense, which is {@link CatalogCheck}'s. */
final class TableReader {
  private TableReader() {}

  static TableSpec read(YamlNode root, Path file, Zone folderZone) {
    try (root) {
      Zone zone = root.choice("zone", Zone.class).orElse(folderZone);
      if (zone != folderZone) {
        root.problem(
            "zone",
            "does not fit the folder '" + folderZone.folder() + "'",
            "Move the file or correct the zone");
      }
      String name = root.text("name");
      if (!file.getFileName().toString().equals(name + ".yaml")) {
        root.problem("name", "does not fit the file name", "Name the file " + name + ".yaml");
      }
      return new TableSpec(
          file.toString(),
          name,
          folderZone,
          new About(
              root.text("grain"), root.text("description"), root.optionalText("owner").orElse("")),
          new Records(
              root.optionalText("category"),
              root.child("subject").map(TableReader::subject),
              root.optionalText("source_category"),
              root.children("sources").stream().map(TableReader::source).toList(),
              root.choice("role", Role.class),
              root.child("identity").map(TableReader::linkage)),
          root.has("job") ? Optional.of(mart(root)) : Optional.empty(),
          new Layout(
              root.texts("key"),
              root.optionalText("latest_by"),
              root.optionalText("known_on"),
              root.texts("statistics"),
              root.texts("cluster_by")),
          new Content(
              root.children("columns").stream().map(TableReader::column).toList(),
              root.children("checks").stream()
                  .flatMap(node -> CheckReader.read(node).stream())
                  .toList(),
              root.children("retention").stream().flatMap(node -> clause(node).stream()).toList(),
              root.child("consent").flatMap(ConsentReader::read)));
    }
  }

  private static Linkage linkage(YamlNode node) {
    try (node) {
      if (!node.has("part")) {
        node.problem("part", "missing", "Use reference, seeking or named");
      }
      return new Linkage(
          node.choice("part", Linkage.Part.class).orElse(Linkage.Part.NAMED),
          node.optionalText("called"),
          node.texts("numbers"),
          node.texts("person"));
    }
  }

  private static Mart mart(YamlNode root) {
    return new Mart(
        root.text("job"),
        root.texts("reads"),
        root.child("incremental").map(TableReader::incremental));
  }

  private static Incremental incremental(YamlNode node) {
    try (node) {
      Map<String, List<String>> links = new TreeMap<>();
      node.textMap("links").forEach((table, key) -> links.put(table, List.of(key.split("/", -1))));
      return new Incremental(
          node.text("by"),
          node.text("key"),
          node.number("from_mb", Incremental.FROM_MB),
          node.children("windows").stream().map(TableReader::window).toList(),
          links);
    }
  }

  private static Incremental.Window window(YamlNode node) {
    try (node) {
      List<Integer> months =
          node.texts("months").stream()
              .filter(
                  text -> {
                    boolean number = text.matches("\\d{1,3}");
                    if (!number) {
                      node.problem("months", "not whole months", "List numbers such as 0 or 12");
                    }
                    return number;
                  })
              .map(Integer::valueOf)
              .toList();
      return new Incremental.Window(node.text("table"), node.text("column"), months);
    }
  }

  static Optional<Condition> condition(YamlNode node) {
    return node.child("when").map(TableReader::readCondition);
  }

  private static Condition readCondition(YamlNode node) {
    try (node) {
      if (node.texts("in").isEmpty()) {
        node.problem("in", "missing or empty", "List the values for which the condition holds");
      }
      return new Condition(node.text("column"), node.texts("in"));
    }
  }

  private static SubjectLink subject(YamlNode node) {
    try (node) {
      return node.has("none")
          ? new SubjectLink.Nobody(node.text("none"))
          : new SubjectLink.ByColumn(node.text("column"));
    }
  }

  private static Source source(YamlNode node) {
    try (node) {
      return new Source(node.text("folder"), node.text("format"));
    }
  }

  private static Column column(YamlNode node) {
    try (node) {
      if (!node.has("type")) {
        node.problem("type", "missing", "Use " + ColumnType.CHOICES);
      }
      if (!node.has("pii")) {
        node.problem("pii", "missing", "Say what the column tells of a person, 'none' if nothing");
      }
      ColumnType type =
          node.parsed("type", ColumnType.CHOICES, ColumnType::parse).orElse(ColumnType.STRING);
      return new Column(
          node.text("name"),
          type,
          node.flag("nullable", true),
          node.choice("pii", PiiClass.class).orElse(PiiClass.CONTENT),
          node.choice("protect", Protection.class).orElse(Protection.NONE),
          node.text("description"));
    }
  }

  private static Optional<RetentionClause> clause(YamlNode node) {
    try (node) {
      String rule = node.text("rule");
      Optional<Condition> when = condition(node);
      if (rule.equals("keep") || rule.equals("derived")) {
        return Optional.of(new RetentionClause.Kept(rule, when, node.text("reason")));
      }
      Optional<YamlNode> trigger = node.child("trigger");
      if (trigger.isEmpty()) {
        node.problem("trigger", "missing", "Name the date the period runs from, as {column: ...}");
      }
      return trigger.map(found -> triggered(found, rule, when));
    }
  }

  private static RetentionClause triggered(
      YamlNode trigger, String rule, Optional<Condition> when) {
    try (trigger) {
      if (!trigger.has("table")) {
        return new RetentionClause.ByOwnDate(rule, when, trigger.text("column"));
      }
      return new RetentionClause.ByOtherTable(
          rule,
          when,
          trigger.text("table"),
          trigger.text("column"),
          trigger.text("by"),
          absent(trigger));
    }
  }

  private static RetentionClause.Absent absent(YamlNode trigger) {
    Optional<String> own = trigger.optionalText("or");
    Optional<String> waits = trigger.optionalText("waits_from");
    if (own.isPresent() == waits.isPresent()) {
      trigger.problem(
          "waits_from",
          own.isPresent() ? "given besides 'or'" : "missing",
          "Say what counts where the other table has no such row: or: an own date that tells the"
              + " same, or waits_from: the own date from which the row waits");
    }
    return own.<RetentionClause.Absent>map(RetentionClause.OwnDate::new)
        .orElseGet(() -> new RetentionClause.Waits(waits.orElse("")));
  }

  /** For {@link CheckReader}: the words of a list, or a problem. */
  static List<String> words(YamlNode node, String key) {
    List<String> words = node.texts(key);
    if (words.isEmpty()) {
      node.problem(key, "empty", "List the values allowed");
    }
    return words;
  }
}
