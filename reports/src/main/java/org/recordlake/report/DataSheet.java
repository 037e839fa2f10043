package org.recordlake.report;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.engine.base.JRBasePrintText;

/** A dataset as a sheet: a header row, then one typed cell per value. */
final class DataSheet {
  private static final String PROPERTY = "net.sf.jasperreports.export.xls.";
  private static final int POINTS_PER_CHARACTER = 6;
  private static final int NARROWEST = 8;
  private static final int WIDEST = 70;

  private final ReportTable table;
  private final Sheet sheet;
  private final int[] widths;

  private DataSheet(ReportTable table) {
    this.table = table;
    this.widths = table.columns().stream().mapToInt(column -> width(table, column)).toArray();
    this.sheet =
        new Sheet(table.name(), java.util.Arrays.stream(widths).sum(), table.rows().size() + 1);
  }

  static JasperPrint of(ReportTable table) {
    DataSheet page = new DataSheet(table);
    page.writeHeader();
    List<ReportRow> rows = table.read();
    for (int i = 0; i < rows.size(); i++) {
      page.writeRow(i + 1, rows.get(i));
    }
    return page.sheet.print();
  }

  private void writeHeader() {
    for (int i = 0, x = 0; i < widths.length; x += widths[i++]) {
      ReportColumn column = table.columns().get(i);
      JRBasePrintText cell = sheet.head(x, 0, widths[i], column.label());
      align(cell, column);
      if (i == 0) {
        cell.getPropertiesMap().setProperty(PROPERTY + "freeze.row.edge", "Bottom");
        cell.getPropertiesMap().setProperty(PROPERTY + "auto.filter", "Start");
      }
      endFilter(cell, 0, i);
    }
  }

  private void writeRow(int line, ReportRow row) {
    for (int i = 0, x = 0; i < widths.length; x += widths[i++]) {
      ReportColumn column = table.columns().get(i);
      JRBasePrintText cell = sheet.text(x, line, widths[i], row.text(column.name()));
      if (row.has(column.name())) {
        setValue(cell, column, row.value(column.name()));
      }
      align(cell, column);
      endFilter(cell, line, i);
    }
  }

  private static void align(JRBasePrintText cell, ReportColumn column) {
    if (column.type().isNumber()) {
      Sheet.right(cell);
    }
  }

  /** The filter reaches to the last cell of the last row. */
  private void endFilter(JRBasePrintText cell, int line, int column) {
    if (line == table.rows().size() && column == widths.length - 1) {
      cell.getPropertiesMap().setProperty(PROPERTY + "auto.filter", "End");
    }
  }

  private static void setValue(JRBasePrintText cell, ReportColumn column, Object value) {
    Object typed =
        value instanceof LocalDate day
            ? Date.from(day.atStartOfDay(ZoneOffset.UTC).toInstant())
            : value;
    cell.setValue(typed);
    cell.setValueClassName(typed.getClass().getName());
    cell.setPattern(pattern(column.type()));
    if (value instanceof Boolean) {
      // The exporter takes a boolean from the text, not from the value.
      cell.setText(value.toString());
    }
  }

  private static String pattern(ReportColumnType type) {
    return switch (type) {
      case LONG -> "#,##0";
      case DECIMAL -> "#,##0.######";
      case MONEY -> "#,##0.00";
      case RATIO -> "0.0%";
      case DATE -> "yyyy-MM-dd";
      case STRING, BOOLEAN -> null;
    };
  }

  private static int width(ReportTable table, ReportColumn column) {
    int characters =
        table.read().stream()
            .mapToInt(row -> row.text(column.name()).length())
            .reduce(NARROWEST, Math::max);
    int withLabel = Math.max(column.label().length() + 3, characters);
    return Math.min(WIDEST, withLabel) * POINTS_PER_CHARACTER;
  }
}
