package org.recordlake.retention;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.recordlake.catalog.Catalog;
import org.recordlake.catalog.RetentionClause;
import org.recordlake.catalog.RetentionRule;
import org.recordlake.disposal.Clearance;
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

  /** The first and the last of some days. */
  public record Span(LocalDate first, LocalDate last) {
    @Override
    public String toString() {
      return first.equals(last) ? first.toString() : first + " to " + last;
    }
  }

  /**
   * @param table name of the table
   * @param qualifiedName zone and table
   * @param rule the rule of the schedule in force
   * @param count rows past their last day
   * @param version version of the table that was counted
   * @param asOf day it was counted on
   * @param unfinished the disposition an earlier run left, which this one finishes; if it is under
   *     a notice, the rows are those the notice lists
   */
  public record Item(
      String table,
      String qualifiedName,
      RetentionRule rule,
      DueCount count,
      long version,
      LocalDate asOf,
      Optional<Disposition> unfinished) {

    long rowsDue() {
      return count.due();
    }

    long rowsHeld() {
      return count.held();
    }

    Optional<Span> span() {
      return count.span();
    }

    DisposalEligibility eligibility() {
      if (unfinished.filter(Disposition::isNoticed).filter(Disposition::isBegun).isPresent()) {
        return DisposalEligibility.ELIGIBLE;
      }
      return clearance().on(asOf);
    }

    /** What was given for it so far. */
    Clearance clearance() {
      return unfinished
          .map(earlier -> earlier.clearance(rule.destruction()))
          .orElseGet(() -> Clearance.none(rule.destruction()));
    }

    /**
     * Whether it is left to people first: nothing of it may go while paper is not destroyed, or a
     * notice lists paper that is not. What was begun is finished.
     */
    private boolean waitsForPaper() {
      boolean noticed = unfinished.filter(Disposition::isNoticed).isPresent();
      return count.paper().unconfirmed() > 0
          && (noticed || count.toGo() == 0)
          && unfinished.filter(Disposition::isBegun).isEmpty();
    }

    /** Day its rows were due on: of its notice, if it has one. */
    private LocalDate day() {
      return unfinished.filter(Disposition::isNoticed).map(Disposition::asOf).orElse(asOf);
    }

    /** Whether its rows have no due date once their rows of {@code parent} are gone. */
    private boolean waitsWithout(String parent, Catalog catalog) {
      return catalog.table(table).retention().stream()
          .anyMatch(
              clause ->
                  clause instanceof RetentionClause.ByOtherTable other
                      && other.rule().equals(rule.id())
                      && other.table().equals(parent)
                      && other.waitsFrom().isPresent());
    }

    /** Whether a disposal notice is to be given for it. */
    boolean needsNotice() {
      return eligibility() == DisposalEligibility.AWAITS_APPROVAL
          && rowsDue() > rowsHeld()
          && unfinished.filter(Disposition::isNoticed).isEmpty();
    }

    /** Whether a run has something to do or to note. */
    boolean open() {
      return eligibility() != DisposalEligibility.KEPT
          && (rowsDue() > rowsHeld() || unfinished.isPresent());
    }

    /** {@link Disposition#batch} of the disposition its rows go with. */
    String batch() {
      return unfinished.filter(Disposition::isNoticed).map(Disposition::id).orElse(rule.id());
    }

    /** Rows past their day that nothing keeps: no hold, no standing notice, no law. */
    long overdue() {
      boolean kept = eligibility() == DisposalEligibility.KEPT || clearance().stands(asOf);
      return kept ? 0 : count.overdue();
    }

    String line() {
      return "%s %s (%s): %s due, %d held%s%s%s"
          .formatted(
              qualifiedName,
              rule.id(),
              rule.citation(),
              rows(rowsDue()),
              rowsHeld(),
              waiting(),
              count.waitingPaper(),
              unfinished.map(this::earlier).orElse(""));
    }

    private String earlier(Disposition disposition) {
      return disposition.isNoticed()
          ? "; as noticed on %s (%s)".formatted(disposition.asOf(), disposition.id())
          : "; finishes " + disposition.id();
    }

    private String waiting() {
      boolean noticed = unfinished.filter(Disposition::isNoticed).isPresent();
      return switch (eligibility()) {
        case ELIGIBLE -> "";
        case KEPT -> "; " + rule.destruction().never().orElseThrow();
        case AWAITS_APPROVAL ->
            noticed ? "; waits: " + missing() : "; only planned: " + missing() + " missing";
      };
    }

    /** How many rows wait for what. */
    String waitingFor() {
      return "%s past their day %s"
          .formatted(
              rows(rowsDue() - rowsHeld()),
              unfinished
                  .filter(Disposition::isNoticed)
                  .map(notice -> "wait under %s: %s".formatted(notice.id(), missing()))
                  .orElseGet(() -> "are only planned: " + missing() + " missing"));
    }

    /** What the schedule asks for before destruction and is not there. */
    String missing() {
      return String.join(" and ", clearance().missing(asOf));
    }
  }

  /**
   * Whether {@code item} is destroyed by this run. Rows from which others take their date go no
   * sooner than those, or nobody could say any more when those are due.
   *
   * @param day day its rows were due on
   */
  boolean mayGo(Item item, LocalDate day, Catalog catalog) {
    return item.eligibility() == DisposalEligibility.ELIGIBLE
        && !item.waitsForPaper()
        && items.stream()
            .filter(other -> other.eligibility() == DisposalEligibility.AWAITS_APPROVAL)
            .filter(other -> other.rowsDue() > other.rowsHeld() && !other.day().isAfter(day))
            .noneMatch(other -> other.waitsWithout(item.table(), catalog));
  }

  @Override
  public List<String> lines() {
    return Stream.concat(completedLines().stream(), items.stream().map(Item::line)).toList();
  }

  List<String> completedLines() {
    return completed.stream().map(RetentionPlan::line).toList();
  }

  /** Rows past their day that nothing keeps. */
  public long overdue() {
    return items.stream().mapToLong(Item::overdue).sum();
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
                    && !item.waitsForPaper()
                    && item.count().toGo() > 0)
        .forEach(
            item -> {
              long[] counts = byTable.computeIfAbsent(item.qualifiedName(), name -> new long[2]);
              counts[0] += item.count().toGo();
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
