package org.recordlake.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.sf.jasperreports.engine.JasperPrint;

/** The sheet that says what a workbook is about, so that a copy of it still explains itself. */
final class AboutSheet {
  private static final int LABEL = 110;
  private static final int TEXT = 700;

  private AboutSheet() {}

  static JasperPrint of(ReportView view) {
    List<Map.Entry<String, String>> lines = lines(view);
    Sheet sheet = new Sheet("about", LABEL + TEXT, lines.size());
    for (int i = 0; i < lines.size(); i++) {
      sheet.head(0, i, LABEL, lines.get(i).getKey());
      sheet.text(LABEL, i, TEXT, lines.get(i).getValue());
    }
    return sheet.print();
  }

  private static List<Map.Entry<String, String>> lines(ReportView view) {
    List<Map.Entry<String, String>> lines = new ArrayList<>();
    lines.add(Map.entry("Report", view.title()));
    lines.add(Map.entry("Question", view.question()));
    lines.add(Map.entry("As of", view.asOf() + " (" + view.zone() + ")"));
    lines.add(Map.entry("Run", view.runId()));
    view.findings().forEach(finding -> lines.add(Map.entry("Stands out", finding)));
    view.notes().forEach(note -> lines.add(Map.entry("Note", note)));
    return lines;
  }
}
