package org.recordlake.insights.needs;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Row;

/** The back-test as lines for a terminal. */
final class BacktestWords {
  private BacktestWords() {}

  static List<String> ranking(BacktestPlan plan, List<Row> rows) {
    if (rows.isEmpty()) {
      return List.of(
          "Nothing to measure: too few customers bought a service new to them between "
              + plan.scoredOn()
              + " and "
              + plan.boughtUntil()
              + ".");
    }
    Row first = rows.get(0);
    List<String> lines = new ArrayList<>();
    lines.add(
        line(
            "Needs scored on %s for %,d customers; %,d of them bought a service new to them by %s.",
            plan.scoredOn(),
            number(first, "customers_scored"),
            number(first, "buyers"),
            plan.boughtUntil()));
    lines.add(
        line("%-12s %22s %27s %6s", "needs", "hit rate (95 %)", "most popular (95 %)", "lift"));
    rows.forEach(row -> lines.add(ranked(row)));
    return lines;
  }

  private static String ranked(Row row) {
    return line(
        "first %-6d %22s %27s %6s",
        row.<Integer>getAs("first_needs"),
        rate(row, "hit_rate", "hit_low", "hit_high"),
        rate(row, "popular_rate", "popular_low", "popular_high"),
        row.isNullAt(row.fieldIndex("lift")) ? "–" : line("%.2f", row.<Double>getAs("lift")));
  }

  static List<String> kinds(List<Row> rows) {
    if (rows.isEmpty()) {
      return List.of();
    }
    List<String> lines = new ArrayList<>();
    lines.add(
        line(
            "%-18s %8s %8s %22s %10s",
            "kind of need", "found", "bought", "share (95 %)", "expected"));
    rows.forEach(row -> lines.add(kind(row)));
    return lines;
  }

  private static String kind(Row row) {
    return line(
        "%-18s %,8d %8s %22s %10s",
        row.<String>getAs("need_kind"),
        number(row, "found"),
        line("%,d", number(row, "came_true")),
        rate(row, "share_true", "share_low", "share_high"),
        percent(row, "expected_share"));
  }

  private static String rate(Row row, String rate, String low, String high) {
    return percent(row, rate) + " (" + percent(row, low) + "–" + percent(row, high) + ")";
  }

  private static String percent(Row row, String column) {
    return line("%.1f%%", 100 * row.<Double>getAs(column));
  }

  private static long number(Row row, String column) {
    return row.<Long>getAs(column);
  }

  private static String line(String format, Object... values) {
    return String.format(Locale.US, format, values);
  }
}
