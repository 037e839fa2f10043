package org.recordlake.report;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JRRuntimeException;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.engine.export.ooxml.JRXlsxExporter;
import net.sf.jasperreports.export.SimpleExporterInput;
import net.sf.jasperreports.export.SimpleOutputStreamExporterOutput;
import net.sf.jasperreports.export.SimpleXlsxExporterConfiguration;
import net.sf.jasperreports.export.SimpleXlsxReportConfiguration;

/**
 * A workbook to work on: one sheet per dataset with typed cells, a frozen header and a filter, and
 * a last sheet that says what the report is about.
 *
 * <p>The sheets do not come from the report's page template, because a page laid out for reading
 * makes a poor table.
 */
final class XlsxWriter implements ReportWriter {
  @Override
  public List<Rendered> render(ReportData data) {
    List<JasperPrint> sheets = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (ReportTable table : data.tables().values()) {
      sheets.add(DataSheet.of(table));
      names.add(sheetName(table.name()));
    }
    sheets.add(AboutSheet.of(new ReportView(data)));
    names.add("about");
    String fileName = data.definition().name() + ReportFormat.XLSX.ending();
    return List.of(
        new Rendered(fileName, ReportFormat.XLSX, SteadyWorkbook.of(export(sheets, names, data))));
  }

  private static byte[] export(List<JasperPrint> sheets, List<String> names, ReportData data) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    JRXlsxExporter exporter = new JRXlsxExporter();
    exporter.setExporterInput(SimpleExporterInput.getInstance(sheets));
    exporter.setExporterOutput(new SimpleOutputStreamExporterOutput(bytes));
    exporter.setConfiguration(sheetsOf(names));
    exporter.setConfiguration(metadataOf(data.definition()));
    try {
      exporter.exportReport();
    } catch (JRException | JRRuntimeException e) {
      throw new ReportException(
          "Cannot export workbook", "report " + data.definition().name(), "See the cause.", e);
    }
    return bytes.toByteArray();
  }

  private static SimpleXlsxReportConfiguration sheetsOf(List<String> names) {
    SimpleXlsxReportConfiguration configuration = new SimpleXlsxReportConfiguration();
    configuration.setSheetNames(names.toArray(String[]::new));
    configuration.setOnePagePerSheet(true);
    configuration.setDetectCellType(true);
    configuration.setWhitePageBackground(false);
    configuration.setWrapText(false);
    configuration.setRemoveEmptySpaceBetweenRows(false);
    configuration.setRemoveEmptySpaceBetweenColumns(true);
    configuration.setIgnorePageMargins(true);
    configuration.setShowGridLines(true);
    return configuration;
  }

  private static SimpleXlsxExporterConfiguration metadataOf(ReportDefinition definition) {
    SimpleXlsxExporterConfiguration configuration = new SimpleXlsxExporterConfiguration();
    configuration.setMetadataTitle(definition.title());
    configuration.setMetadataSubject(definition.question());
    configuration.setMetadataAuthor("Recordlake");
    configuration.setMetadataApplication("Recordlake");
    return configuration;
  }

  /** Excel allows 31 characters and none of {@code []:*?/\}. */
  private static String sheetName(String dataset) {
    String clean = dataset.replaceAll("[\\[\\]:*?/\\\\]", "-");
    return clean.substring(0, Math.min(31, clean.length()));
  }
}
