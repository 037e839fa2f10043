package org.recordlake.report;

import java.util.Objects;

/**
 * One column of a report's dataset.
 *
 * @param name the name in SQL, in CSV and in templates
 * @param type what it holds
 * @param label what a reader sees above it
 */
public record ReportColumn(String name, ReportColumnType type, String label) {
  public ReportColumn {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(label, "label");
  }
}
