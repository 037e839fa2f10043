package org.recordlake.report;

import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import net.sf.jasperreports.engine.JRDataSource;
import net.sf.jasperreports.engine.JREmptyDataSource;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JRParameter;
import net.sf.jasperreports.engine.JRRuntimeException;
import net.sf.jasperreports.engine.JasperFillManager;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.engine.JasperReport;
import net.sf.jasperreports.export.SimpleExporterInput;
import net.sf.jasperreports.export.SimpleOutputStreamExporterOutput;
import net.sf.jasperreports.pdf.JRPdfExporter;
import net.sf.jasperreports.pdf.SimplePdfExporterConfiguration;

/** Fills a report's JRXML template and exports it as tagged PDF. */
final class PdfWriter implements ReportWriter {
  private static final String PLAIN = "plain";
  private static final String DISTINCT = "org.recordlake.distinct";

  @Override
  public List<Rendered> render(ReportData data) {
    String fileName = data.definition().name() + ReportFormat.PDF.ending();
    try {
      byte[] exported = export(fill(data), data);
      return List.of(new Rendered(fileName, ReportFormat.PDF, SteadyPdf.of(exported, data)));
    } catch (JRException | JRRuntimeException e) {
      throw new ReportException(
          "Cannot fill report",
          "template " + data.definition().template(),
          "See the cause for the element.",
          e);
    }
  }

  private static JasperPrint fill(ReportData data) throws JRException {
    JasperReport report = Templates.compiled(data.definition().template());
    ReportView view = new ReportView(data);
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("view", view);
    parameters.put(JRParameter.REPORT_LOCALE, Locale.US);
    parameters.put(JRParameter.REPORT_TIME_ZONE, TimeZone.getTimeZone(data.zone()));
    return JasperFillManager.fillReport(report, parameters, rows(report, view));
  }

  private static JRDataSource rows(JasperReport report, ReportView view) {
    String main = report.getProperty(Templates.MAIN_DATASET);
    if (report.getName().equals(PLAIN)) {
      return view.lines();
    }
    if (main == null) {
      return new JREmptyDataSource(1);
    }
    String distinct = report.getProperty(DISTINCT);
    return distinct == null ? view.source(main) : view.distinct(main, List.of(distinct.split(",")));
  }

  private static byte[] export(JasperPrint print, ReportData data) throws JRException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    JRPdfExporter exporter = new JRPdfExporter();
    exporter.setExporterInput(new SimpleExporterInput(print));
    exporter.setExporterOutput(new SimpleOutputStreamExporterOutput(bytes));
    exporter.setConfiguration(configuration(data.definition()));
    exporter.exportReport();
    return bytes.toByteArray();
  }

  private static SimplePdfExporterConfiguration configuration(ReportDefinition definition) {
    SimplePdfExporterConfiguration configuration = new SimplePdfExporterConfiguration();
    configuration.setTagged(true);
    configuration.setTagLanguage("en-US");
    configuration.setMetadataTitle(definition.title());
    configuration.setMetadataSubject(definition.question());
    configuration.setMetadataAuthor("Recordlake");
    configuration.setMetadataCreator("Recordlake");
    configuration.setDisplayMetadataTitle(true);
    // Object streams come from SteadyPdf; made here, they would only have to be taken apart again.
    configuration.setCompressed(false);
    return configuration;
  }
}
