package org.recordlake.retention;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.recordlake.catalog.Notice;
import org.recordlake.job.JobContext;
import org.recordlake.job.PackFolder;
import org.recordlake.report.Audience;
import org.recordlake.report.ReportColumn;
import org.recordlake.report.ReportColumnType;
import org.recordlake.report.ReportData;
import org.recordlake.report.ReportDefinition;
import org.recordlake.report.ReportPack;
import org.recordlake.report.ReportTable;

/** A restricted report that people read, act on and sign: what all such sheets have in common. */
final class SignedSheet {
  private final JobContext context;
  private final String name;

  /**
   * @param name of its files
   */
  SignedSheet(JobContext context, String name) {
    this.context = context;
    this.name = name;
  }

  /** Writes the sheet and says where it lies, without the endings of its files. */
  String write(String title, String question, List<ReportTable> tables) {
    Map<String, ReportTable> byName = new LinkedHashMap<>();
    tables.forEach(table -> byName.put(table.name(), table));
    ReportDefinition definition =
        new ReportDefinition(
            name,
            title,
            question,
            Audience.RESTRICTED,
            "plain.jrxml",
            List.copyOf(byName.keySet()));
    PackFolder folder = PackFolder.of(context);
    new ReportPack()
        .writeSheet(
            folder.staging(),
            new ReportData(
                definition, context.asOf(), context.settings().zone(), context.runId(), byName));
    folder.copy();
    return folder.uri() + "/restricted/" + name;
  }

  /** What the sheet is: whose records, by which schedule, and {@code more}. */
  ReportTable statements(String table, List<Map<String, Object>> more) {
    Notice notice = context.catalog().notice();
    List<Map<String, Object>> own =
        List.of(
            statement("System of records", notice.id() + ", " + notice.publication().title()),
            statement("Agency", notice.office().agency()),
            statement("Manager", notice.office().systemManager()),
            statement("Schedule", notice.scheduleOn(context.asOf()).document()));
    return new ReportTable(
        table,
        List.of(text("subject", "Subject"), text("statement", "Statement")),
        Stream.concat(own.stream(), more.stream()).toList());
  }

  /** A line to sign for each of {@code first}, which stands in the first column. */
  static ReportTable toSign(String table, List<ReportColumn> columns, List<String> first) {
    return new ReportTable(
        table, columns, first.stream().map(value -> blank(columns, value)).toList());
  }

  private static Map<String, Object> blank(List<ReportColumn> columns, String first) {
    Map<String, Object> blank = new HashMap<>();
    columns.forEach(column -> blank.put(column.name(), ""));
    blank.put(columns.get(0).name(), first);
    return blank;
  }

  static Map<String, Object> statement(String subject, String text) {
    return Map.of("subject", subject, "statement", text);
  }

  static ReportColumn text(String name, String label) {
    return new ReportColumn(name, ReportColumnType.STRING, label);
  }

  static ReportColumn date(String name, String label) {
    return new ReportColumn(name, ReportColumnType.DATE, label);
  }
}
