package org.recordlake.report;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import net.sf.jasperreports.engine.JRDataset;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JRField;
import net.sf.jasperreports.engine.JRRuntimeException;
import net.sf.jasperreports.engine.JasperCompileManager;
import net.sf.jasperreports.engine.JasperReport;

/**
 * The JRXML templates of this program, each compiled once per process. Only templates on our own
 * class path are ever compiled: a template is code.
 */
final class Templates {
  /** The dataset that a report's own bands run over, if not once. */
  static final String MAIN_DATASET = "org.recordlake.dataset";

  private static final Map<String, JasperReport> COMPILED = new ConcurrentHashMap<>();

  private Templates() {}

  static JasperReport compiled(String template) {
    return COMPILED.computeIfAbsent(template, Templates::compile);
  }

  /** Refuses a report whose data lacks a dataset or a column that the template reads. */
  static void check(JasperReport report, ReportData data) {
    String main = report.getProperty(MAIN_DATASET);
    if (main != null) {
      checkFields(report.getMainDataset(), data.table(main));
    }
    if (report.getDatasets() != null) {
      for (JRDataset dataset : report.getDatasets()) {
        checkFields(dataset, data.table(dataset.getName()));
      }
    }
  }

  private static void checkFields(JRDataset dataset, ReportTable table) {
    if (dataset.getFields() == null) {
      return;
    }
    for (JRField field : dataset.getFields()) {
      Class<?> has = table.column(field.getName()).type().javaType();
      if (!has.equals(field.getValueClass())) {
        throw new ReportException(
            "Template reads this column as "
                + field.getValueClassName()
                + ", it holds "
                + has.getName(),
            "dataset " + table.name() + ", column " + field.getName(),
            "Correct the column's type in the report's YAML file.");
      }
    }
  }

  private static JasperReport compile(String template) {
    String resource = "/templates/" + template;
    try (InputStream source = Templates.class.getResourceAsStream(resource)) {
      if (source == null) {
        throw new ReportException(
            "Report template does not exist",
            resource,
            "Add it to reports/src/main/resources/templates.");
      }
      return JasperCompileManager.compileReport(source);
    } catch (JRException | JRRuntimeException | IOException e) {
      throw new ReportException(
          "Cannot compile report template", resource, "See the cause for the element.", e);
    }
  }
}
