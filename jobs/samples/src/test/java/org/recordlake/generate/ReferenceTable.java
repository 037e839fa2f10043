package org.recordlake.generate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A catalogue file read as plainly as can be, to judge rows of text by it. It shares no code with
 * the program, so that the balance of the samples is worked out twice.
 */
record ReferenceTable(JsonNode yaml) {
  private static final Map<String, String> FORMS =
      Map.of(
          "email", "[^@\\s]+@[^@\\s]+\\.[a-z]+",
          "phone", "\\+?[0-9][0-9 ().-]{5,}[0-9]",
          "naics", "[0-9]{2,6}",
          "country", "[A-Z]{2}",
          "zip", "[0-9]{5}(-[0-9]{4})?",
          "duns", "[0-9]{9}",
          "uei", "[A-Z0-9]{12}",
          "mac", "([0-9A-F]{2}:){5}[0-9A-F]{2}",
          "url", "https?://[^\\s]+",
          "ip", "((25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])(\\.|$)){4}|[0-9a-f:]*:[0-9a-f:]*");

  /** Columns that only the exports of other systems fill. */
  private static final Map<String, Set<String>> ONLY_IN_EXPORTS =
      Map.of(
          "chat_messages", Set.of("recipient_name", "time_zone"),
          "contacts", Set.of("lifecycle_stage", "lead_status"),
          "meeting_participants", Set.of("time_zone"),
          "meetings", Set.of("time_zone"),
          "payments",
              Set.of(
                  "direction",
                  "entry_class",
                  "trace_number",
                  "original_trace",
                  "outcome_code",
                  "party_name",
                  "party_reference",
                  "memo",
                  "corrected_account_number",
                  "corrected_routing_number"),
          "poll_responses", Set.of("time_zone"),
          "publication_subscriptions", Set.of("ceased_reason"),
          "sales_orders", Set.of("country"),
          "supplier_contract_actions", Set.of("start_on", "contract_value"),
          "supplier_contracts", Set.of("naics", "obligated", "basis"));

  static Map<String, ReferenceTable> all(Path folder) throws IOException {
    Map<String, ReferenceTable> tables = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        JsonNode yaml = new YAMLMapper().readTree(file.toFile());
        tables.put(yaml.get("name").asText(), new ReferenceTable(yaml));
      }
    }
    return tables;
  }

  /** The columns of files in the catalogue's own terms. */
  List<String> columns() {
    Set<String> exported = ONLY_IN_EXPORTS.getOrDefault(yaml.get("name").asText(), Set.of());
    return each(yaml.get("columns"))
        .map(column -> column.get("name").asText())
        .filter(column -> !exported.contains(column))
        .toList();
  }

  String folder() {
    return yaml.get("sources").get(0).get("folder").asText();
  }

  List<String> key() {
    return each(yaml.get("key")).map(JsonNode::asText).toList();
  }

  Optional<String> latestBy() {
    return Optional.ofNullable(yaml.get("latest_by")).map(JsonNode::asText);
  }

  static Stream<JsonNode> each(JsonNode list) {
    return list == null ? Stream.empty() : StreamSupport.stream(list.spliterator(), false);
  }

  /** What is wrong with the row; empty text stands for an empty value. */
  List<String> problems(Map<String, String> row) {
    List<String> problems = new ArrayList<>();
    each(yaml.get("columns"))
        .forEach(
            column -> type(column, row.getOrDefault(column.get("name").asText(), ""), problems));
    if (problems.isEmpty()) {
      each(yaml.get("checks"))
          .filter(check -> applies(check, row))
          .forEach(check -> check(check, row, problems));
    }
    return problems;
  }

  private static void type(JsonNode column, String value, List<String> problems) {
    String name = column.get("name").asText();
    String protect = column.path("protect").asText();
    if (value.isEmpty()) {
      if (!column.get("nullable").asBoolean()) {
        problems.add(name + " is missing");
      }
    } else if (!fits(column.get("type").asText(), value)) {
      problems.add(name + " is no " + column.get("type").asText());
    } else if (protect.equals("refuse") || (protect.equals("card") && !luhn(value))) {
      problems.add(name + " may not be taken");
    }
  }

  private static boolean fits(String type, String value) {
    try {
      switch (type) {
        case "date" -> LocalDate.parse(value);
        case "timestamp" -> Instant.parse(value);
        case "int", "long" -> Long.parseLong(value);
        case "double" -> Double.parseDouble(value);
        case "boolean" -> {
          return value.equals("true") || value.equals("false");
        }
        case "decimal(18,2)" -> {
          return new BigDecimal(value).scale() <= 2;
        }
        case "decimal(18,4)" -> {
          return new BigDecimal(value).scale() <= 4;
        }
        default -> {
          return true;
        }
      }
      return true;
    } catch (RuntimeException e) {
      return false;
    }
  }

  static boolean luhn(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = Character.digit(digits.charAt(i), 10);
      boolean doubled = (digits.length() - i) % 2 == 0;
      sum += doubled ? digit * 2 / 10 + digit * 2 % 10 : digit;
    }
    return sum % 10 == 0;
  }

  static boolean applies(JsonNode rule, Map<String, String> row) {
    JsonNode when = rule.get("when");
    return when == null
        || each(when.get("in"))
            .anyMatch(value -> value.asText().equals(row.get(when.get("column").asText())));
  }

  private static void check(JsonNode check, Map<String, String> row, List<String> problems) {
    String column = check.get("column").asText();
    String value = row.getOrDefault(column, "");
    boolean good =
        check.has("equals")
            ? value.equals(check.get("equals").asText())
            : value.isEmpty() || keeps(check, value, row);
    if (!good) {
      problems.add(column + " breaks " + check);
    }
  }

  private static boolean keeps(JsonNode check, String value, Map<String, String> row) {
    return (!check.has("in") || each(check.get("in")).anyMatch(one -> one.asText().equals(value)))
        && (!check.has("matches") || value.matches(FORMS.get(check.get("matches").asText())))
        && (!check.has("min") || number(value).compareTo(check.get("min").decimalValue()) >= 0)
        && (!check.has("max") || number(value).compareTo(check.get("max").decimalValue()) <= 0)
        && (!check.has("not_before")
            || notBefore(value, row.get(check.get("not_before").asText())));
  }

  private static BigDecimal number(String value) {
    return new BigDecimal(value);
  }

  /** Days and times in ISO form compare as text. */
  private static boolean notBefore(String value, String start) {
    return start.isEmpty() || value.compareTo(start) >= 0;
  }
}
