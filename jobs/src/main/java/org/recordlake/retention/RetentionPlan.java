package org.recordlake.retention;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.recordlake.catalog.RetentionRule;
import org.recordlake.job.JobPlan;

/**
 * What is due on a day, rule by rule: counts only, so that it can be printed, compared and shown to
 * an approver.
 *
 * @param items one for each table and rule with something due or unfinished, in catalogue order
 * @param completed deletions a killed run made but could not note any more
 */
public record RetentionPlan(LocalDate asOf, List<Item> items, List<Disposition> completed)
    implements JobPlan {
  public RetentionPlan {
    items = List.copyOf(items);
    completed = List.copyOf(completed);
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

    Standing standing() {
      return Standing.under(rule);
    }

    /** Whether a run has something to do or to note. */
    boolean open() {
      return standing() != Standing.LIFE_OF_THE_RECORD
          && (rowsDue > rowsHeld || unfinished.isPresent());
    }

    private String line() {
      return "%s %s (%s): %d rows due, %d held%s%s"
          .formatted(
              qualifiedName,
              rule.id(),
              rule.citation(),
              rowsDue,
              rowsHeld,
              waiting(),
              unfinished.map(earlier -> "; finishes " + earlier.id()).orElse(""));
    }

    private String waiting() {
      return switch (standing()) {
        case DESTROY -> "";
        case LIFE_OF_THE_RECORD -> "; kept for the life of the record";
        case AWAITS_APPROVAL -> "; only planned: " + missing() + " missing";
      };
    }

    /** What the schedule asks for before destruction. */
    String missing() {
      List<String> parts = new ArrayList<>();
      if (rule.noticeDays() > 0) {
        parts.add("a notice standing %d days".formatted(rule.noticeDays()));
      }
      if (rule.approvals() > 0) {
        parts.add("%d approval(s)".formatted(rule.approvals()));
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

  private static String line(Disposition completed) {
    return "%s %s: %d rows were deleted by a run that died; finishes %s"
        .formatted(completed.table(), completed.rule(), completed.rows().deleted(), completed.id());
  }
}
