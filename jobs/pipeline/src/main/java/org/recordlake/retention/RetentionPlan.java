package org.recordlake.retention;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.recordlake.catalog.RetentionRule;
import org.recordlake.catalog.RetentionRule.Destruction;
import org.recordlake.disposal.DisposalEligibility;
import org.recordlake.job.JobPlan;

/**
 * What is due on a day, rule by rule: counts only, so that it can be printed, compared and shown to
 * an approver.
 *
 * @param items one for each table and rule with something due or unfinished, in catalogue order
 * @param completed deletions a killed run made but could not note any more
 * @param waiting rows without a due date, because nobody knows yet what they belong to
 */
public record RetentionPlan(
    LocalDate asOf, List<Item> items, List<Disposition> completed, List<Waiting> waiting)
    implements JobPlan {
  public RetentionPlan {
    items = List.copyOf(items);
    completed = List.copyOf(completed);
    waiting = List.copyOf(waiting);
  }

  /**
   * Rows of a table that wait for the same reason.
   *
   * @param reason what they lack, without a value
   * @param overlong those of {@code rows} that have waited longer than their rule would keep them:
   *     a person should look
   * @param oldest day from which the first of them waits
   */
  public record Waiting(
      String table, String rule, String reason, long rows, long overlong, LocalDate oldest) {
    String line() {
      return "%s %s: %s waiting (%s); the oldest since %s, %d for longer than the rule's period"
          .formatted(table, rule, RetentionPlan.rows(rows), reason, oldest, overlong);
    }
  }

  /**
   * @param table name of the table
   * @param qualifiedName zone and table
   * @param rule the rule of the schedule in force
   * @param rowsDue rows past their last day, held ones included
   * @param rowsHeld those of them a legal hold keeps
   * @param version version of the table that was counted
   * @param unfinished the disposition an earlier run left, which this one finishes
   */
  public record Item(
      String table,
      String qualifiedName,
      RetentionRule rule,
      long rowsDue,
      long rowsHeld,
      long version,
      Optional<Disposition> unfinished) {

    DisposalEligibility eligibility() {
      return DisposalEligibility.under(rule.destruction());
    }

    /** Whether a run has something to do or to note. */
    boolean open() {
      return eligibility() != DisposalEligibility.KEPT
          && (rowsDue > rowsHeld || unfinished.isPresent());
    }

    private String line() {
      return "%s %s (%s): %s due, %d held%s%s"
          .formatted(
              qualifiedName,
              rule.id(),
              rule.citation(),
              rows(rowsDue),
              rowsHeld,
              waiting(),
              unfinished.map(earlier -> "; finishes " + earlier.id()).orElse(""));
    }

    private String waiting() {
      return switch (eligibility()) {
        case ELIGIBLE -> "";
        case KEPT -> "; " + rule.destruction().never().orElseThrow();
        case AWAITS_APPROVAL -> "; only planned: " + missing() + " missing";
      };
    }

    /** What the schedule asks for before destruction. */
    String missing() {
      List<String> parts = new ArrayList<>();
      Destruction asked = rule.destruction();
      if (asked.noticeDays() > 0) {
        parts.add("a notice standing %d days".formatted(asked.noticeDays()));
      }
      if (asked.approvals() > 0) {
        parts.add(asked.approvals() == 1 ? "1 approval" : asked.approvals() + " approvals");
      }
      return String.join(" and ", parts);
    }
  }

  @Override
  public List<String> lines() {
    return Stream.concat(
            completed.stream().map(RetentionPlan::line), items.stream().map(Item::line))
        .toList();
  }

  /**
   * What a run tells people of it: one line for all, and one for each table of which rows go. What
   * holds keep or nobody approved yet is in the first; {@link #lines} tells each rule.
   */
  public List<String> summary() {
    Map<String, long[]> byTable = new LinkedHashMap<>();
    items.stream()
        .filter(
            item ->
                item.eligibility() == DisposalEligibility.ELIGIBLE
                    && item.rowsDue() > item.rowsHeld())
        .forEach(
            item -> {
              long[] counts = byTable.computeIfAbsent(item.qualifiedName(), name -> new long[2]);
              counts[0] += item.rowsDue() - item.rowsHeld();
              counts[1] += item.rowsHeld();
            });
    List<String> lines = new ArrayList<>();
    completed.forEach(each -> lines.add(line(each)));
    if (!items.isEmpty()) {
      lines.add(
          "retention: %s due in %s, %d of them held, %d destroyed ('recordlake retention plan' tells each rule)"
              .formatted(
                  rows(items.stream().mapToLong(Item::rowsDue).sum()),
                  counted(items.stream().map(Item::table).distinct().count(), "table"),
                  items.stream().mapToLong(Item::rowsHeld).sum(),
                  byTable.values().stream().mapToLong(counts -> counts[0]).sum()));
    }
    byTable.forEach(
        (table, counts) ->
            lines.add(
                "  %s: %s destroyed%s"
                    .formatted(
                        table, rows(counts[0]), counts[1] == 0 ? "" : ", " + counts[1] + " held")));
    overlong().ifPresent(lines::add);
    return lines;
  }

  /** One line for each table and reason for which rows wait, those a person should see first. */
  public List<String> waitingLines() {
    return waiting.stream()
        .sorted(Comparator.comparing(Waiting::overlong).reversed())
        .map(Waiting::line)
        .toList();
  }

  private Optional<String> overlong() {
    long rows = waiting.stream().mapToLong(Waiting::overlong).sum();
    return rows == 0
        ? Optional.empty()
        : Optional.of(
            ("retention: %s waiting for longer than the rule's period, because what they belong to"
                    + " is not known ('recordlake retention plan --waiting')")
                .formatted(rows(rows)));
  }

  private static String line(Disposition completed) {
    return "%s %s: %s deleted by a run that died; finishes %s"
        .formatted(
            completed.table(), completed.rule(), rows(completed.rows().deleted()), completed.id());
  }

  private static String rows(long count) {
    return counted(count, "row");
  }

  private static String counted(long count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }
}
