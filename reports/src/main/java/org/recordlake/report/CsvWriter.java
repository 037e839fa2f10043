package org.recordlake.report;

import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * One CSV per dataset for other programs: UTF-8, RFC 4180 quoting, ISO dates, plain numbers, hidden
 * numbers empty.
 *
 * <p>A text that a spreadsheet would take for a formula gets an apostrophe before it (OWASP, CSV
 * injection).
 */
final class CsvWriter implements ReportWriter {
  private static final String FORMULA_STARTS = "=+-@\t\r";

  @Override
  public List<Rendered> render(ReportData data) {
    return data.tables().values().stream()
        .map(table -> render(data.definition().name(), table))
        .toList();
  }

  private static Rendered render(String report, ReportTable table) {
    StringWriter text = new StringWriter();
    try (var csv =
        de.siegmar.fastcsv.writer.CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
      csv.writeRecord(table.columns().stream().map(ReportColumn::name).toList());
      table
          .rows()
          .forEach(row -> csv.writeRecord(row.values().stream().map(CsvWriter::cell).toList()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String fileName = report + "-" + table.name() + ReportFormat.CSV.ending();
    return new Rendered(
        fileName, ReportFormat.CSV, text.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static String cell(Object value) {
    if (value == null) {
      return "";
    }
    if (value instanceof String text) {
      return guard(text);
    }
    return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
  }

  private static String guard(String text) {
    return !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }
}
