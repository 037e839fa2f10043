package org.recordlake.report;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Keeps hidden counts out of every format, by taking them out of the table before any format sees
 * it.
 *
 * <p>A table with a yes-or-no column {@code suppressed} says which rows describe fewer people than
 * may be shown. In such a row every number goes, except those that describe the whole question and
 * are the same with or without this row. Which rows must be suppressed so that nothing can be
 * worked out from the rest is decided where the marts are made, not here.
 */
final class Suppression {
  static final String FLAG = "suppressed";
  private static final Set<String> WHOLE_QUESTION =
      Set.of(
          "answer_order",
          "attendees",
          "cramers_v",
          "level_order",
          "p_value",
          "place",
          "question_no",
          "respondents",
          "response_rate");

  private Suppression() {}

  static boolean covers(List<ReportColumn> columns) {
    return columns.stream()
        .anyMatch(c -> c.name().equals(FLAG) && c.type() == ReportColumnType.BOOLEAN);
  }

  static boolean isHidden(Map<String, Object> row) {
    return Boolean.TRUE.equals(row.get(FLAG));
  }

  static boolean hides(ReportColumn column) {
    return column.type().isNumber() && !WHOLE_QUESTION.contains(column.name());
  }

  static void apply(List<ReportColumn> columns, Map<String, Object> row) {
    if (isHidden(row)) {
      columns.stream().filter(Suppression::hides).forEach(column -> row.put(column.name(), null));
    }
  }
}
