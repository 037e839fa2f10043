package org.recordlake.report;

import java.util.List;
import java.util.Map;

/**
 * One self-contained page per report, from the page template that goes by the report's name or the
 * plain one.
 */
final class HtmlWriter implements ReportWriter {
  @Override
  public List<Rendered> render(ReportData data) {
    String template = Pages.find(data.definition().stem() + ".ftlh").orElse("plain.ftlh");
    byte[] page = Pages.render(template, Map.of("view", new ReportView(data)));
    return List.of(
        new Rendered(
            data.definition().name() + ReportFormat.HTML.ending(), ReportFormat.HTML, page));
  }
}
