package org.recordlake.generate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Counts what becomes of every row of a landing folder, row after row, straight from the catalogue
 * and the schedule.
 */
final class ReferenceIngest {
  private static final Map<String, Period> PERIODS =
      Map.of(
          "R1", Period.ZERO,
          "R2a", Period.ofYears(2),
          "R2b", Period.ofYears(5),
          "R3", Period.ofYears(3),
          "R4", Period.ofMonths(24),
          "R5", Period.ofMonths(24));

  private final Map<String, ReferenceTable> catalogue;
  private final LocalDate asOf;
  private final Map<String, List<Optional<Map<String, String>>>> rows = new TreeMap<>();
  private final List<Map<String, String>> holds = new ArrayList<>();
  private final Map<String, Map<String, String>> triggers = new HashMap<>();

  ReferenceIngest(Map<String, ReferenceTable> catalogue, LocalDate asOf) {
    this.catalogue = catalogue;
    this.asOf = asOf;
  }

  /** The landings are read one after the other. */
  Map<String, Map<Outcome, Integer>> balance(Path... landings) throws IOException {
    for (Path landing : landings) {
      for (Path file : files(landing)) {
        take(file);
      }
    }
    triggers.put("customers", latest("customers", "customer_id", "relationship_ended_on"));
    triggers.put("supplier_contracts", latest("supplier_contracts", "award_key", "current_end_on"));
    triggers.put("meetings", latest("meetings", "meeting_id", "meeting_date"));
    Map<String, Map<Outcome, Integer>> balance = new TreeMap<>();
    rows.forEach((table, read) -> balance.put(table, count(catalogue.get(table), read)));
    return balance;
  }

  private static String table(Path file) {
    String name = file.getFileName().toString();
    return name.substring(0, name.indexOf('-'));
  }

  private void take(Path file) throws IOException {
    String table = table(file);
    List<Map<String, String>> read = read(file);
    if (table.equals("legal_holds")) {
      holds.addAll(read);
    } else {
      List<Optional<Map<String, String>>> known =
          rows.computeIfAbsent(table, any -> new ArrayList<>());
      read.forEach(row -> known.add(good(catalogue.get(table), row)));
    }
  }

  private static Optional<Map<String, String>> good(ReferenceTable table, Map<String, String> row) {
    boolean whole =
        row.keySet().containsAll(table.columns()) && row.size() == table.columns().size();
    return whole && table.problems(row).isEmpty() ? Optional.of(row) : Optional.empty();
  }

  private static List<Path> files(Path landing) throws IOException {
    try (Stream<Path> files = Files.walk(landing, 2)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> !file.getParent().equals(landing) && !file.getParent().endsWith("_truth"))
          .sorted(Comparator.comparing(Path::toString))
          .toList();
    }
  }

  /** A line whose fields cannot be told apart gives an empty row. */
  private List<Map<String, String>> read(Path file) throws IOException {
    List<Map<String, String>> read = new ArrayList<>();
    if (file.toString().endsWith(".jsonl")) {
      List<String> columns = catalogue.get(table(file)).columns();
      for (String line : Files.readAllLines(file)) {
        read.add(object(line, columns));
      }
      return read;
    }
    List<String> header = new ArrayList<>();
    try (var csv =
        CsvReader.builder().allowMissingFields(true).allowExtraFields(true).ofCsvRecord(file)) {
      csv.forEach(
          line -> {
            Map<String, String> row = new LinkedHashMap<>();
            for (int i = 0;
                i < line.getFieldCount() && line.getFieldCount() == header.size();
                i++) {
              row.put(header.get(i), line.getField(i));
            }
            if (header.isEmpty()) {
              header.addAll(line.getFields());
            } else {
              read.add(row);
            }
          });
    }
    return read;
  }

  private static Map<String, String> object(String line, List<String> columns) {
    try {
      JsonNode object = new ObjectMapper().readTree(line);
      Map<String, String> row = new LinkedHashMap<>();
      columns.forEach(column -> row.put(column, object.path(column).asText("")));
      object.fieldNames().forEachRemaining(name -> row.putIfAbsent(name, ""));
      return row;
    } catch (JsonProcessingException e) {
      return Map.of();
    }
  }

  private Map<String, String> latest(String table, String key, String column) {
    Map<String, Map<String, String>> newest = new HashMap<>();
    for (Optional<Map<String, String>> row : rows.getOrDefault(table, List.of())) {
      row.ifPresent(
          good ->
              newest.merge(
                  good.get(key),
                  good,
                  (one, other) ->
                      other.get("updated_on").compareTo(one.get("updated_on")) < 0 ? one : other));
    }
    Map<String, String> ends = new HashMap<>();
    newest.forEach((value, row) -> ends.put(value, row.get(column)));
    return ends;
  }

  private Map<Outcome, Integer> count(
      ReferenceTable table, List<Optional<Map<String, String>>> read) {
    Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
    Map<List<String>, Map<String, String>> known = new HashMap<>();
    read.forEach(
        row ->
            counts.merge(
                row.map(good -> outcome(table, good, known)).orElse(Outcome.QUARANTINED),
                1,
                Integer::sum));
    return counts;
  }

  private Outcome outcome(
      ReferenceTable table, Map<String, String> row, Map<List<String>, Map<String, String>> known) {
    boolean paper = table.yaml().path("role").asText().equals("paper");
    if (!paper
        && due(table, row).filter(asOf::isAfter).isPresent()
        && holds.stream().noneMatch(hold -> held(hold, row))) {
      return Outcome.EXPIRED;
    }
    List<String> key = table.key().stream().map(row::get).toList();
    Map<String, String> before = known.get(key);
    boolean older =
        before != null
            && table
                .latestBy()
                .filter(column -> row.get(column).compareTo(before.get(column)) < 0)
                .isPresent();
    if (before != null && (before.equals(row) || older)) {
      return Outcome.DUPLICATE;
    }
    known.put(key, row);
    return before == null ? Outcome.STORED : Outcome.UPDATED;
  }

  private boolean held(Map<String, String> hold, Map<String, String> row) {
    String released = hold.get("released_on");
    boolean stands = released.isEmpty() || LocalDate.parse(released).isAfter(asOf);
    return stands && hold.get("scope_value").equals(row.get(hold.get("scope_column")));
  }

  /** The earliest day any rule sets. */
  private Optional<LocalDate> due(ReferenceTable table, Map<String, String> row) {
    return ReferenceTable.each(table.yaml().get("retention"))
        .filter(rule -> ReferenceTable.applies(rule, row))
        .map(rule -> Map.entry(rule.get("rule").asText(), trigger(rule, row)))
        .filter(rule -> !rule.getValue().isEmpty())
        .map(rule -> LocalDate.parse(rule.getValue()).plus(PERIODS.get(rule.getKey())))
        .min(Comparator.naturalOrder());
  }

  private String trigger(JsonNode rule, Map<String, String> row) {
    JsonNode trigger = rule.get("trigger");
    if (!trigger.has("table")) {
      return row.get(trigger.get("column").asText());
    }
    Map<String, String> ends = triggers.get(trigger.get("table").asText());
    String key = row.get(trigger.get("by").asText());
    if (ends.containsKey(key)) {
      return ends.get(key);
    }
    return trigger.has("or") ? row.get(trigger.get("or").asText()) : "";
  }
}
