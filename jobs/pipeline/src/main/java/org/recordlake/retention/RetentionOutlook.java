package org.recordlake.retention;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.recordlake.catalog.RetentionRule;
import org.recordlake.job.JobContext;

/**
 * What falls due in the days to come, by table and rule, under the schedule and the holds of today.
 *
 * @param asOf the day it is told on
 * @param lines what is there of each table and rule, in catalogue order
 */
public record RetentionOutlook(LocalDate asOf, List<Line> lines) {
  /** Days ahead that are told of. */
  static final List<Integer> DAYS = List.of(30, 90, 365);

  private static final String FORMAT = "%-40s %10s %10s %10s %10s %10s";

  public RetentionOutlook {
    lines = List.copyOf(lines);
  }

  /**
   * @param overdue rows past their day that no hold keeps and no run has destroyed
   * @param held rows past their day that a hold keeps
   * @param within rows that fall due within each of {@link #DAYS}, each number holding those before
   */
  public record Line(String table, RetentionRule rule, long overdue, long held, List<Long> within) {
    public Line {
      within = List.copyOf(within);
    }
  }

  /** Counts in one pass over each table. */
  public static RetentionOutlook of(JobContext context) {
    return new RetentionOutlook(
        context.asOf(),
        new DueCounts(context, DueRows.on(context, Optional.empty()))
            .outlook(
                DueRows.ruledTables(context),
                context.catalog().notice().scheduleOn(context.asOf())));
  }

  /** Rows past their day that nothing keeps: somebody has to see to them. */
  public long overdue() {
    return lines.stream()
        .filter(line -> line.rule().destruction().never().isEmpty())
        .mapToLong(Line::overdue)
        .sum();
  }

  /** A table for people. */
  public List<String> text() {
    List<String> text = new ArrayList<>();
    text.add(row("table and rule", "overdue", "held", "30 days", "90 days", "365 days"));
    lines.forEach(
        line ->
            text.add(
                row(
                    line.table() + " " + line.rule().id(),
                    line.overdue(),
                    line.held(),
                    line.within().get(0),
                    line.within().get(1),
                    line.within().get(2))));
    return text;
  }

  private static String row(Object... cells) {
    return String.format(Locale.ROOT, FORMAT, cells).stripTrailing();
  }
}
