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
            .filter(each -> !each.isNoticed())
            .collect(
                Collectors.toMap(
                    each -> new Subject(each.table(), each.rule()),
                    each -> each,
                    (earlier, later) -> earlier));
    List<Disposition> noticed =
        undeleted.get(false).stream().filter(Disposition::isNoticed).toList();
    List<TableSpec> tables = DueRows.ruledTables(context);
    DueCounts.Counts counts = new DueCounts(context, due).counts(tables);
    return new RetentionPlan(
        context.asOf(),
        items(tables, counts, unfinished, noticed),
        undeleted.get(true),
        counts.waiting());
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
      List<TableSpec> tables,
      DueCounts.Counts counts,
      Map<Subject, Disposition> unfinished,
      List<Disposition> noticed) {
    return tables.stream()
        .flatMap(
            table ->
                items(table, counts.due().getOrDefault(table.name(), Map.of()), unfinished, noticed)
                    .stream())
        .toList();
  }

  private List<RetentionPlan.Item> items(
      TableSpec table,
      Map<String, DueCount> counts,
      Map<Subject, Disposition> unfinished,
      List<Disposition> noticed) {
    Set<String> rules = new LinkedHashSet<>();
    table.retention().stream()
        .filter(clause -> !(clause instanceof RetentionClause.Kept))
        .forEach(clause -> rules.add(clause.rule()));
    List<RetentionPlan.Item> items = new ArrayList<>();
    for (String rule : rules) {
      noticed.stream()
          .filter(each -> each.table().equals(table.name()) && each.rule().equals(rule))
          .map(
              each ->
                  item(
                      table,
                      rule,
                      counts.getOrDefault(each.id(), DueCount.NONE),
                      Optional.of(each)))
          .forEach(items::add);
      Optional<Disposition> earlier =
          Optional.ofNullable(unfinished.get(new Subject(table.name(), rule)));
      DueCount count = counts.getOrDefault(rule, DueCount.NONE);
      if (count.due() > 0 || earlier.isPresent()) {
        items.add(item(table, rule, count, earlier));
      }
    }
    return items;
  }

  private RetentionPlan.Item item(
      TableSpec table, String rule, DueCount count, Optional<Disposition> unfinished) {
    return new RetentionPlan.Item(
        table.name(),
        table.qualifiedName(),
        schedule.rule(rule).orElseThrow(),
        count,
        context.lake().version(table.name()),
        context.asOf(),
        unfinished);
  }
}
