package org.recordlake.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.sf.jasperreports.engine.JRDataSource;
import net.sf.jasperreports.engine.data.JRMapCollectionDataSource;
import net.sf.jasperreports.engine.util.JRStringUtil;

/** Everything a template, JRXML or HTML, may ask of a report. */
public final class ReportView {
  private static final int PLAIN_COLUMNS = 6;

  private final ReportData data;
  private final Story story;

  ReportView(ReportData data) {
    this.data = data;
    this.story = Story.of(data.definition());
  }

  /** The report's file name without its ending. */
  public String name() {
    return data.definition().name();
  }

  /** What a reader calls the report. */
  public String title() {
    return data.definition().title();
  }

  /** The question it answers. */
  public String question() {
    return data.definition().question();
  }

  /** Who may open it. */
  public Audience audience() {
    return data.definition().audience();
  }

  /** The day the data speaks for, in full. */
  public String asOf() {
    return Words.longDay(data.asOf());
  }

  /** The time zone that day is meant in. */
  public String zone() {
    return data.zone().getId();
  }

  /** The run that made the data. */
  public String runId() {
    return data.runId();
  }

  /** The headline figures. */
  public List<Figure> figures() {
    return story.figures(data);
  }

  /** The headline figure at this place, or an empty one. */
  public Figure figure(int index) {
    List<Figure> figures = figures();
    return index < figures.size() ? figures.get(index) : Figure.NONE;
  }

  /** What stands out, as sentences. */
  public List<String> findings() {
    List<String> findings = story.findings(data);
    return findings.isEmpty() ? List.of("Nothing stands out in this period.") : findings;
  }

  /** Definitions and limits. */
  public List<String> notes() {
    return story.notes(data);
  }

  /**
   * Sentences as a bulleted list in JasperReports' styled text, which PDF readers hear as a list.
   */
  public String bullets(List<String> sentences) {
    StringBuilder list = new StringBuilder("<ul>");
    sentences.forEach(
        sentence -> list.append("<li>").append(JRStringUtil.xmlEncode(sentence)).append("</li>"));
    return list.append("</ul>").toString();
  }

  /** The names of the datasets in reading order. */
  public List<String> datasets() {
    return List.copyOf(data.tables().keySet());
  }

  /** The columns of a dataset. */
  public List<ReportColumn> columns(String dataset) {
    return data.table(dataset).columns();
  }

  /** Whether a dataset has rows. */
  public boolean has(String dataset) {
    return !data.table(dataset).isEmpty();
  }

  /** The rows of a dataset. */
  public List<ReportRow> rows(String dataset) {
    return data.table(dataset).read();
  }

  /** The rows of a dataset in groups of equal values, groups in the order they first appear. */
  public List<List<ReportRow>> groups(String dataset, List<String> columns) {
    return grouped(data.table(dataset), columns.toArray(String[]::new));
  }

  /**
   * The largest value of a number column, at least the smallest positive number, to scale bars by.
   */
  public double max(String dataset, String column) {
    return rows(dataset).stream()
        .mapToDouble(row -> row.number(column))
        .reduce(Double.MIN_NORMAL, Math::max);
  }

  /** A bar for a value of a number column, as long as the value is against the largest. */
  public DataBar bar(String dataset, String column, BigDecimal value) {
    return value == null ? DataBar.NONE : DataBar.of(value.doubleValue() / max(dataset, column));
  }

  /** The same with an interval; the column is that of the interval's upper end. */
  public DataBar bar(
      String dataset, String column, BigDecimal value, BigDecimal low, BigDecimal high) {
    if (value == null || low == null || high == null) {
      return DataBar.NONE;
    }
    double longest = max(dataset, column);
    return new DataBar(
        value.doubleValue() / longest, low.doubleValue() / longest, high.doubleValue() / longest);
  }

  /** How far from zero intervals of a number column reach, to scale {@link #around} by. */
  public double reach(String dataset, String column) {
    return Math.max(max(dataset, column + "_high"), -min(dataset, column + "_low"));
  }

  /** A difference with its interval on both sides of zero. */
  public ZeroBar around(
      String dataset, String column, BigDecimal value, BigDecimal low, BigDecimal high) {
    double reach = reach(dataset, column);
    return new ZeroBar(
        value.doubleValue() / reach, low.doubleValue() / reach, high.doubleValue() / reach);
  }

  private double min(String dataset, String column) {
    return rows(dataset).stream().mapToDouble(row -> row.number(column)).reduce(0, Math::min);
  }

  /** The rows of a dataset for JasperReports. */
  public JRDataSource source(String dataset) {
    return new TableSource(data.table(dataset));
  }

  /**
   * The rows of a dataset where columns have these values (name, value, name, value …), for
   * JasperReports.
   */
  public JRDataSource source(String dataset, Object... where) {
    ReportTable table = data.table(dataset);
    List<Map<String, Object>> rows =
        table.rows().stream().filter(row -> matches(row, where)).toList();
    return new TableSource(table, rows);
  }

  /** The first rows of a dataset for JasperReports. */
  public JRDataSource first(String dataset, int rows) {
    ReportTable table = data.table(dataset);
    return new TableSource(table, table.rows().stream().limit(rows).toList());
  }

  /** Every dataset as lines of texts for {@code plain.jrxml}: its name, its labels, its rows. */
  public JRDataSource lines() {
    List<Map<String, ?>> lines = new ArrayList<>();
    for (String dataset : datasets()) {
      List<ReportColumn> shown = columns(dataset).stream().limit(PLAIN_COLUMNS).toList();
      lines.add(line("dataset", List.of(Words.plain(dataset))));
      lines.add(line("head", shown.stream().map(ReportColumn::label).toList()));
      rows(dataset).stream()
          .map(row -> line("row", shown.stream().map(column -> row.text(column.name())).toList()))
          .forEach(lines::add);
    }
    return new JRMapCollectionDataSource(lines);
  }

  private static Map<String, ?> line(String kind, List<String> texts) {
    Map<String, String> line = new LinkedHashMap<>(Map.of("kind", kind));
    texts.forEach(text -> line.put("c" + line.size(), text));
    return line;
  }

  /** The first row of each group, for JasperReports. */
  JRDataSource distinct(String dataset, List<String> columns) {
    ReportTable table = data.table(dataset);
    Map<List<Object>, Map<String, Object>> first = new LinkedHashMap<>();
    table.rows().forEach(row -> first.putIfAbsent(key(row, columns), row));
    return new TableSource(table, new ArrayList<>(first.values()));
  }

  static List<List<ReportRow>> grouped(ReportTable table, String... columns) {
    Map<List<Object>, List<ReportRow>> groups = new LinkedHashMap<>();
    for (Map<String, Object> row : table.rows()) {
      groups
          .computeIfAbsent(key(row, Arrays.asList(columns)), k -> new ArrayList<>())
          .add(new ReportRow(table, row));
    }
    return List.copyOf(groups.values());
  }

  private static List<Object> key(Map<String, Object> row, List<String> columns) {
    List<Object> key = new ArrayList<>();
    columns.forEach(column -> key.add(row.get(column)));
    return key;
  }

  private static boolean matches(Map<String, Object> row, Object... where) {
    for (int i = 0; i < where.length; i += 2) {
      if (!Objects.equals(row.get((String) where[i]), where[i + 1])) {
        return false;
      }
    }
    return true;
  }
}
