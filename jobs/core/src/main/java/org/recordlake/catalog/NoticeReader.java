package org.recordlake.catalog;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.recordlake.catalog.Notice.Item;
import org.recordlake.config.YamlNode;

/** Reads a notice file. */
final class NoticeReader {
  private static final List<String> DEADLINES =
      List.of(
          "amendment_acknowledged_working_days",
          "amendment_acted_working_days",
          "access_working_days",
          "appeal_calendar_days");

  private NoticeReader() {}

  static Notice read(YamlNode root) {
    try (root) {
      return new Notice(
          root.place(),
          new Notice.Publication(
              root.text("id"),
              root.text("title"),
              root.text("document"),
              date(root, "published_on"),
              root.texts("history")),
          new Notice.Office(
              root.text("agency"),
              root.text("system_manager"),
              root.text("security_classification"),
              root.texts("location"),
              root.texts("authority")),
          new Notice.Coverage(
              items(root, "purposes"),
              items(root, "individuals"),
              items(root, "categories"),
              items(root, "record_sources")),
          new Notice.Access(
              root.children("routine_uses").stream().map(NoticeReader::routineUse).toList(),
              root.children("retrieval").stream().map(NoticeReader::retrieval).toList(),
              deadlines(root),
              root.texts("exemptions")),
          root.texts("hold_scopes"),
          schedule(root));
    }
  }

  private static LocalDate date(YamlNode node, String key) {
    if (!node.has(key)) {
      node.problem(key, "missing", "Add a date as yyyy-mm-dd");
    }
    return node.parsed(key, "a date as yyyy-mm-dd", LocalDate::parse).orElse(LocalDate.EPOCH);
  }

  private static List<Item> items(YamlNode root, String key) {
    List<Item> items = root.children(key).stream().map(NoticeReader::item).toList();
    if (items.isEmpty()) {
      root.problem(key, "missing or empty", "List what the notice says under it");
    }
    return items;
  }

  private static Item item(YamlNode node) {
    try (node) {
      String id = node.optionalText("number").or(() -> node.optionalText("id")).orElse("");
      return new Item(id, node.optionalText("title").orElse(""), node.text("text"));
    }
  }

  private static Notice.RoutineUse routineUse(YamlNode node) {
    try (node) {
      return new Notice.RoutineUse(
          node.number("number", 0), node.text("title"), node.flag("applies", false));
    }
  }

  private static Notice.Retrieval retrieval(YamlNode node) {
    try (node) {
      return new Notice.Retrieval(node.number("number", 0), node.text("records"), node.texts("by"));
    }
  }

  private static Map<String, Integer> deadlines(YamlNode root) {
    Map<String, Integer> days = new LinkedHashMap<>();
    Optional<YamlNode> child = root.child("deadlines");
    if (child.isEmpty()) {
      root.problem("deadlines", "missing", "Add the days allowed for requests: " + DEADLINES);
    }
    child.ifPresent(
        node -> {
          try (node) {
            DEADLINES.forEach(name -> days.put(name, required(node, name)));
          }
        });
    return days;
  }

  private static int required(YamlNode node, String key) {
    int days = node.number(key, 0);
    if (days < 1) {
      node.problem(
          key,
          "missing or not a positive number of days",
          "Add the number of days the law or the agency allows");
    }
    return days;
  }

  private static List<RetentionSchedule> schedule(YamlNode root) {
    List<Version> read =
        root.children("schedule").stream()
            .map(NoticeReader::version)
            .sorted(Comparator.comparing(version -> version.schedule().effectiveOn()))
            .toList();
    if (read.isEmpty()) {
      root.problem("schedule", "missing or empty", "Add one version with effective_on and rules");
    } else if (read.get(0).asBefore()) {
      root.problem(
          "schedule", "the first version has no rules to take over", "List its rules there");
    }
    List<RetentionSchedule> versions = new ArrayList<>();
    for (Version version : read) {
      versions.add(
          version.asBefore() && !versions.isEmpty()
              ? version.schedule().ruledAs(versions.get(versions.size() - 1))
              : version.schedule());
    }
    return versions;
  }

  /**
   * @param asBefore whether its rules are those of the version before
   */
  private record Version(RetentionSchedule schedule, boolean asBefore) {}

  private static Version version(YamlNode node) {
    try (node) {
      boolean asBefore = node.flag("rules_as_before", false);
      if (asBefore == node.has("rules")) {
        node.problem(
            "rules",
            asBefore ? "given although they are as before" : "missing",
            "List the rules of the version, or write rules_as_before: true");
      }
      return new Version(
          new RetentionSchedule(
              date(node, "effective_on"),
              node.text("document"),
              node.optionalText("note"),
              node.children("rules").stream().map(NoticeReader::rule).toList(),
              node.child("media_rule").map(NoticeReader::mediaRule)),
          asBefore);
    }
  }

  private static Item mediaRule(YamlNode node) {
    try (node) {
      return new Item(node.text("id"), node.text("citation"), node.text("text"));
    }
  }

  private static RetentionRule rule(YamlNode node) {
    try (node) {
      Period period =
          node.parsed("period", "an ISO period such as P3Y, P24M or P0D", Period::parse)
              .orElse(Period.ZERO);
      if (!node.has("period") || period.isNegative()) {
        node.problem(
            "period", "missing or negative", "Write an ISO period such as P3Y, P24M or P0D");
      }
      return new RetentionRule(
          node.text("id"),
          node.text("citation"),
          node.text("covers"),
          node.text("trigger"),
          period,
          destruction(node));
    }
  }

  /** Two persons and a month between notice and destruction, unless other numbers are given. */
  private static RetentionRule.Destruction destruction(YamlNode node) {
    boolean twoPersons =
        node.choice("approval", Approval.class).orElse(Approval.AUTOMATIC) == Approval.TWO_PERSON;
    return new RetentionRule.Destruction(
        node.number("notice_days", twoPersons ? 30 : 0),
        node.number("approvals", twoPersons ? 2 : 0),
        node.optionalText("never_destroyed"));
  }

  /** What stands between the last day of a record and its destruction. */
  private enum Approval {
    AUTOMATIC,
    TWO_PERSON
  }
}
