package org.recordlake.retention;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.recordlake.catalog.RetentionClause;
import org.recordlake.catalog.RetentionSchedule;
import org.recordlake.catalog.TableSpec;
import org.recordlake.job.JobContext;
import org.recordlake.retention.Disposition.State;

/** Counts what is due, one pass over each table, and finds what a killed run left undone. */
final class RetentionPlanner {
  private final JobContext context;
  private final RetentionSchedule schedule;
  private final DueRows due;

  RetentionPlanner(JobContext context, DueRows due) {
    this.context = context;
    this.due = due;
    this.schedule = context.catalog().notice().scheduleOn(context.asOf());
  }

  RetentionPlan plan() {
    Map<Boolean, List<Disposition>> undeleted =
        new DispositionLedger(context)
            .open().stream()
                .filter(Disposition::isUndeleted)
                .collect(Collectors.partitioningBy(this::rowsAreGone));
    Map<Subject, Disposition> unfinished =
        undeleted.get(false).stream()
            .collect(
                Collectors.toMap(
                    each -> new Subject(each.table(), each.rule()),
                    each -> each,
                    (earlier, later) -> earlier));
    List<TableSpec> tables = DueRows.ruledTables(context);
    DueRows.Counts counts = due.counts(tables, context.settings().ingest().parallelTables());
    return new RetentionPlan(
        context.asOf(), items(tables, counts, unfinished), undeleted.get(true), counts.waiting());
  }

  /** What a disposition is about. */
  private record Subject(String table, String rule) {}

  /**
   * Whether a run that died had deleted the rows: the commit after the version it began from did.
   */
  private boolean rowsAreGone(Disposition disposition) {
    return disposition.state() == State.DELETING
        && disposition
            .storage()
            .versionBefore()
            .filter(before -> context.lake().deletedByKeys(disposition.table(), before + 1))
            .isPresent();
  }

  private List<RetentionPlan.Item> items(
      List<TableSpec> tables, DueRows.Counts counts, Map<Subject, Disposition> unfinished) {
    return tables.stream()
        .flatMap(
            table ->
                items(table, counts.due().getOrDefault(table.name(), Map.of()), unfinished)
                    .stream())
        .toList();
  }

  private List<RetentionPlan.Item> items(
      TableSpec table, Map<String, DueRows.Count> counts, Map<Subject, Disposition> unfinished) {
    Set<String> rules = new LinkedHashSet<>();
    table.retention().stream()
        .filter(clause -> !(clause instanceof RetentionClause.Kept))
        .forEach(clause -> rules.add(clause.rule()));
    List<RetentionPlan.Item> items = new ArrayList<>();
    for (String rule : rules) {
      Optional<Disposition> earlier =
          Optional.ofNullable(unfinished.get(new Subject(table.name(), rule)));
      DueRows.Count count = counts.getOrDefault(rule, DueRows.Count.NONE);
      if (count.due() > 0 || earlier.isPresent()) {
        items.add(item(table, rule, count, earlier));
      }
    }
    return items;
  }

  private RetentionPlan.Item item(
      TableSpec table, String rule, DueRows.Count count, Optional<Disposition> unfinished) {
    return new RetentionPlan.Item(
        table.name(),
        table.qualifiedName(),
        schedule.rule(rule).orElseThrow(),
        count.due(),
        count.held(),
        context.lake().version(table.name()),
        unfinished);
  }
}
