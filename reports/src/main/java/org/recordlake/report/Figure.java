package org.recordlake.report;

/**
 * One headline number of a report.
 *
 * @param label what it counts
 * @param value the number as a reader sees it
 * @param note what it is measured against, or empty
 */
public record Figure(String label, String value, String note) {
  static final Figure NONE = new Figure("", "", "");
}
