package org.recordlake.retention;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.recordlake.catalog.TableSpec;
import org.recordlake.job.JobContext;
import org.recordlake.schedule.Holds;

/** The disposal notices that were given and under which nothing is destroyed yet. */
final class Notices {
  private final JobContext context;
  private final List<Disposition> given;
  private final NoticedKeys keys;
  private final Map<LocalDate, Holds> holds = new ConcurrentHashMap<>();

  /**
   * @param given dispositions under a notice
   */
  Notices(JobContext context, List<Disposition> given) {
    this.context = context;
    this.given = List.copyOf(given);
    this.keys = new NoticedKeys(context);
  }

  /** Those for {@code table}. */
  List<Disposition> of(TableSpec table) {
    return given.stream().filter(notice -> notice.table().equals(table.name())).toList();
  }

  /** Those of the due {@code rows} of {@code table} that go with none of them. */
  Dataset<Row> without(TableSpec table, Dataset<Row> rows) {
    return keys.unlisted(of(table), table, rows);
  }

  /**
   * Those of {@code rows} that {@code notice} lists, and whether a hold covered them on any day
   * since: what was held needs another notice.
   */
  Dataset<Row> marked(Disposition notice, TableSpec table, Dataset<Row> rows) {
    return since(notice).marked(table, keys.listed(notice, table, rows));
  }

  /** The same, and which holds did. */
  Dataset<Row> heldBy(Disposition notice, TableSpec table, Dataset<Row> rows) {
    return since(notice).heldBy(table, keys.listed(notice, table, rows));
  }

  private Holds since(Disposition notice) {
    return holds.computeIfAbsent(notice.asOf(), day -> Holds.since(day, context));
  }
}
