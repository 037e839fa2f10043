package org.recordlake.report;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * What a report is, apart from its data: the content of {@code conf/reports/<name>.yaml}.
 *
 * @param name file name of every format, such as {@code customer-needs}
 * @param title what a reader calls it
 * @param question the one question it answers, as a sentence
 * @param audience who may open it
 * @param template file name under {@code templates/}, ending in {@code .jrxml}
 * @param datasets names of the tables it is made of, in reading order
 */
public record ReportDefinition(
    String name,
    String title,
    String question,
    Audience audience,
    String template,
    List<String> datasets) {
  private static final Pattern FILE_NAME = Pattern.compile("[a-z0-9][a-z0-9-]*");
  private static final String ENDING = ".jrxml";

  public ReportDefinition {
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(question, "question");
    Objects.requireNonNull(audience, "audience");
    if (!FILE_NAME.matcher(name).matches()) {
      throw new ReportException(
          "Cannot use this report name",
          name,
          "Use lower-case letters, digits and hyphens; it becomes a file name.");
    }
    if (!template.endsWith(ENDING) || !FILE_NAME.matcher(stem(template)).matches()) {
      throw new ReportException(
          "Cannot use this template name",
          name + ": template: " + template,
          "Name a .jrxml file under templates/.");
    }
    datasets = List.copyOf(datasets);
    if (datasets.isEmpty()) {
      throw new ReportException("Report has no dataset", name, "List at least one dataset.");
    }
  }

  /**
   * The template's name without its ending: the HTML view and the story of the report go by the
   * same name.
   */
  String stem() {
    return stem(template);
  }

  private static String stem(String template) {
    return template.substring(0, Math.max(0, template.length() - ENDING.length()));
  }
}
