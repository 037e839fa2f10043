package org.recordlake.retention;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;
import org.recordlake.catalog.TableSpec;
import org.recordlake.job.JobContext;

/**
 * The Records Disposal Notice of a day: the restricted report that lists, by table and rule, what
 * is to be destroyed once it has stood and was approved. It counts rows and names none; which rows
 * it is about, {@link NoticedKeys} keep.
 *
 * <p>A notice is noted in the ledger last: what a killed run left of it is made anew by the next.
 */
final class DisposalNotice {
  private final JobContext context;
  private final DispositionLedger ledger;

  DisposalNotice(JobContext context) {
    this.context = context;
    this.ledger = new DispositionLedger(context);
  }

  /** What a notice says of one disposition. */
  record Entry(RetentionPlan.Item item, Disposition disposition) {}

  /**
   * Gives notice of all that is planned in {@code plan} and needs one.
   *
   * @param dueRows asked only where a notice is given
   * @return where it lies, as a line for people; nothing if none was needed
   */
  List<String> give(RetentionPlan plan, Supplier<DueRows> dueRows) {
    List<RetentionPlan.Item> items =
        plan.items().stream().filter(RetentionPlan.Item::needsNotice).toList();
    if (items.isEmpty()) {
      return List.of();
    }
    Map<String, Disposition> planned =
        ledger.open().stream()
            .filter(each -> each.isUndeleted() && !each.isNoticed())
            .collect(Collectors.toMap(DisposalNotice::subject, Function.identity(), (a, b) -> a));
    DueRows due = dueRows.get();
    List<Entry> fresh = new ArrayList<>();
    for (RetentionPlan.Item item : items) {
      Disposition listed = planned.get(item.table() + " " + item.rule().id());
      note(listed, due);
      fresh.add(new Entry(item, listed.noticed(context.clock().instant())));
    }
    Stream<Entry> earlier = plan.items().stream().flatMap(item -> ofToday(item).stream());
    String file = new NoticeTables(context).write(Stream.concat(earlier, fresh.stream()).toList());
    ledger.update(fresh.stream().map(Entry::disposition).toList());
    return List.of("retention: disposal notice given: " + file + ".pdf, .xlsx and .csv");
  }

  private static String subject(Disposition disposition) {
    return disposition.table() + " " + disposition.rule();
  }

  private void note(Disposition disposition, DueRows due) {
    TableSpec table = context.catalog().table(disposition.table());
    Dataset<Row> rows =
        due.unheld(table, List.of(disposition)).persist(StorageLevel.MEMORY_AND_DISK());
    try {
      new NoticedKeys(context).note(disposition, table, rows);
    } finally {
      rows.unpersist();
    }
  }

  /** An earlier run of the same day gave notice in the same report. */
  private Optional<Entry> ofToday(RetentionPlan.Item item) {
    LocalDate today = context.asOf();
    return item.unfinished()
        .filter(each -> each.isNoticed() && each.asOf().equals(today))
        .map(each -> new Entry(item, each));
  }
}
