package org.recordlake.generate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * A landing folder in memory: clean rows from the generator and planted ones, with what becomes of
 * each.
 */
final class SampleFolder {
  static final String PART = "2026-11";
  static final String LATE = "late";

  private final long seed;
  private final TreeMap<String, SampleFile> files = new TreeMap<>();
  private final TreeMap<String, byte[]> media = new TreeMap<>();
  private final List<Row> clean = new ArrayList<>();

  SampleFolder(long seed) {
    this.seed = seed;
  }

  Map<String, SampleFile> files() {
    return files;
  }

  /** A row of the generator: it is stored. */
  void add(Row row) {
    clean.add(row);
    file(row.table(), part(row)).append(new SampleFile.Line(row.text(), Outcome.STORED, "", ""));
    media(row);
  }

  /** A planted row at the end of the file in which it belongs. */
  void plant(Row row, Outcome outcome, String what, String why) {
    plantIn(part(row), row, outcome, what, why);
  }

  void plantIn(String part, Row row, Outcome outcome, String what, String why) {
    file(row.table(), part).append(new SampleFile.Line(row.text(), outcome, what, why));
    media(row);
  }

  /** A faulty line between good ones; it goes to quarantine. */
  void fault(Table table, String part, String text, String what, String why) {
    file(table, part).insert(new SampleFile.Line(text, Outcome.QUARANTINED, what, why));
  }

  void fault(Row row, String what, String why) {
    fault(row.table(), part(row), row.text(), what, why);
    media(row);
  }

  void holds(String header) {
    files.put("holds/legal_holds-" + PART + ".csv", new SampleFile("legal_holds", header));
  }

  void hold(String text, String what, String why) {
    files
        .get("holds/legal_holds-" + PART + ".csv")
        .append(new SampleFile.Line(text, Outcome.STORED, what, why));
  }

  /**
   * The clean row of a table at this place among those that fit, so that different plants take
   * different rows.
   */
  Row clean(Table table, int place, Predicate<Row> fits) {
    return clean.stream()
        .filter(row -> row.table() == table)
        .filter(fits)
        .skip(place)
        .findFirst()
        .orElseThrow();
  }

  Row clean(Table table, int place) {
    return clean(table, place, row -> true);
  }

  private SampleFile file(Table table, String part) {
    String path = table.truth() ? "_truth/" + table.tableName() + ".csv" : table.path(part);
    return files.computeIfAbsent(
        path, any -> new SampleFile(table.tableName(), table.format().header(table)));
  }

  private static String part(Row row) {
    return switch (row.table()) {
      case SALES_ORDERS -> row.value("order_date").toString().substring(0, 4);
      case SERVICE_USAGE -> row.value("month").toString().substring(0, 4);
      default -> PART;
    };
  }

  private void media(Row row) {
    boolean image = row.table() == Table.SIGNATURES || row.table() == Table.MEETING_MEDIA;
    if (image && row.value("file_name") != null) {
      String name = row.value("file_name").toString();
      media.put(row.table().folder() + "/media/" + name, MediaFile.bytes(seed, name));
    }
  }

  /** Counts of rows by table and outcome; truth is no table of the lake. */
  Map<String, Map<Outcome, Integer>> balance() {
    Map<String, Map<Outcome, Integer>> balance = new TreeMap<>();
    files.forEach(
        (path, file) -> {
          if (!path.startsWith("_truth")) {
            Map<Outcome, Integer> counts =
                balance.computeIfAbsent(file.table(), any -> new EnumMap<>(Outcome.class));
            file.lines().forEach(line -> counts.merge(line.outcome(), 1, Integer::sum));
          }
        });
    return balance;
  }

  String balanceCsv() {
    StringBuilder csv = new StringBuilder("table,rows_read");
    for (Outcome outcome : Outcome.values()) {
      csv.append(',').append(outcome.column());
    }
    csv.append('\n');
    balance()
        .forEach(
            (table, counts) -> {
              csv.append(table)
                  .append(',')
                  .append(counts.values().stream().mapToInt(Integer::intValue).sum());
              for (Outcome outcome : Outcome.values()) {
                csv.append(',').append(counts.getOrDefault(outcome, 0));
              }
              csv.append('\n');
            });
    return csv.toString();
  }

  void write(Path root) throws IOException {
    for (Map.Entry<String, SampleFile> file : files.entrySet()) {
      Path path = root.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue().text());
    }
    for (Map.Entry<String, byte[]> file : media.entrySet()) {
      Path path = root.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.write(path, file.getValue());
    }
    Files.writeString(root.resolve("expected-balance.csv"), balanceCsv());
  }
}
