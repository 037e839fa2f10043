package org.recordlake.report;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Invented reports for tests: definitions and columns from the shipped {@code conf/reports}, rows
 * from readable CSV files. Reading the shipped files holds them against the templates.
 */
final class Fixtures {
  static final LocalDate AS_OF = LocalDate.of(2026, 11, 22);
  static final List<String> SHIPPED = List.of("campaigns-events", "customer-needs", "poll-results");
  private static final Path CONF = Path.of("../conf/reports");
  private static final Path ROWS = Path.of("src/test/resources/fixtures");
  private static final Pattern COLUMN =
      Pattern.compile("\\{name: (\\w+), type: (\\w+), label: (.+)}");

  private Fixtures() {}

  /** A shipped report with its fixture rows. */
  static ReportData report(String name) {
    return report(name, UnaryOperator.identity());
  }

  /** A shipped report whose datasets have been changed by a test. */
  static ReportData report(String name, UnaryOperator<ReportTable> change) {
    Map<String, List<ReportColumn>> datasets = columns(name);
    Map<String, ReportTable> tables = new LinkedHashMap<>();
    datasets.forEach(
        (dataset, columns) -> tables.put(dataset, change.apply(rows(dataset, columns))));
    return new ReportData(
        definition(name, List.copyOf(datasets.keySet())),
        AS_OF,
        ZoneId.of("America/New_York"),
        "2026-11-22T04-00-00Z-7f3a",
        10,
        tables);
  }

  /** All shipped reports. */
  static List<ReportData> pack() {
    return SHIPPED.stream().map(Fixtures::report).toList();
  }

  /** The facts of an invented run. */
  static PortalFacts facts() {
    return new PortalFacts(
        List.of(
            new PortalFacts.Group(
                "Rows per table",
                List.of(
                    new PortalFacts.Fact("records.customers", "312"),
                    new PortalFacts.Fact("records.sales_orders", "9,481"),
                    new PortalFacts.Fact("marts.customer_needs", "1,204"))),
            new PortalFacts.Group("Quarantine", List.of(new PortalFacts.Fact("bad rows", "17"))),
            new PortalFacts.Group(
                "Disposed of",
                List.of(new PortalFacts.Fact("R4, 24 months after the meeting", "86")))));
  }

  /** The same table with other rows. */
  static ReportTable with(ReportTable table, List<Map<String, Object>> rows) {
    return new ReportTable(table.name(), table.columns(), rows);
  }

  /** The same row with one other value. */
  static Map<String, Object> with(Map<String, Object> row, String column, Object value) {
    Map<String, Object> changed = new LinkedHashMap<>(row);
    changed.put(column, value);
    return changed;
  }

  private static ReportDefinition definition(String name, List<String> datasets) {
    String yaml = read(CONF.resolve(name + ".yaml"));
    return new ReportDefinition(
        key(yaml, "name"),
        key(yaml, "title"),
        key(yaml, "question"),
        Audience.valueOf(key(yaml, "audience").toUpperCase(Locale.ROOT)),
        key(yaml, "template"),
        datasets);
  }

  private static String key(String yaml, String key) {
    Matcher line = Pattern.compile("(?m)^" + key + ": (.+)$").matcher(yaml);
    if (!line.find()) {
      throw new IllegalStateException("no key " + key);
    }
    return line.group(1);
  }

  private static Map<String, List<ReportColumn>> columns(String name) {
    Map<String, List<ReportColumn>> datasets = new LinkedHashMap<>();
    List<ReportColumn> columns = new ArrayList<>();
    for (String line : read(CONF.resolve(name + ".yaml")).lines().toList()) {
      if (line.startsWith("  - name: ")) {
        columns = new ArrayList<>();
        datasets.put(line.substring("  - name: ".length()), columns);
      }
      Matcher column = COLUMN.matcher(line);
      if (column.find()) {
        ReportColumnType type = ReportColumnType.valueOf(column.group(2).toUpperCase(Locale.ROOT));
        columns.add(new ReportColumn(column.group(1), type, column.group(3)));
      }
    }
    return datasets;
  }

  private static ReportTable rows(String dataset, List<ReportColumn> columns) {
    List<Map<String, Object>> rows = new ArrayList<>();
    try (CsvReader<NamedCsvRecord> csv =
        CsvReader.builder().ofNamedCsvRecord(ROWS.resolve(dataset + ".csv"))) {
      for (NamedCsvRecord line : csv) {
        Map<String, Object> row = new LinkedHashMap<>();
        columns.forEach(
            column -> row.put(column.name(), value(column.type(), line.getField(column.name()))));
        rows.add(row);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new ReportTable(dataset, columns, rows);
  }

  private static Object value(ReportColumnType type, String text) {
    if (text.isEmpty()) {
      return null;
    }
    return switch (type) {
      case STRING -> text;
      case LONG -> Long.valueOf(text);
      case DECIMAL, MONEY, RATIO -> new BigDecimal(text);
      case DATE -> LocalDate.parse(text);
      case BOOLEAN -> Boolean.valueOf(text);
    };
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
