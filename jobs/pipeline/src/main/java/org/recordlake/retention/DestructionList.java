package org.recordlake.retention;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.recordlake.schedule.Holds.HELD;

import java.sql.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.recordlake.catalog.PaperIndex;
import org.recordlake.disposal.DisposalEligibility;
import org.recordlake.job.JobContext;

/**
 * The destruction list of a day: the restricted report that tells people which files of paper are
 * due, where they lie and how they are to be destroyed. It names files by the numbers on their
 * labels, and nobody.
 *
 * <p>That a file stands on it is noted last: what a killed run left of a list is made anew by the
 * next. A list has {@link #LINES} lines at most; what is due besides comes on that of another day.
 */
final class DestructionList {
  /** Most lines of a list. */
  static final int LINES = 5000;

  private final JobContext context;
  private final PaperFiles paper;

  DestructionList(JobContext context) {
    this.context = context;
    this.paper = new PaperFiles(context);
  }

  /**
   * A line of the list.
   *
   * @param file number on the label
   */
  record Line(String file, Place place, Optional<String> method, PaperFiles.Listed listed) {}

  /** Where a file lies, and how big it is. */
  record Place(String location, Optional<String> box, Optional<Integer> pages) {}

  /**
   * Lists what is due of paper, stands on no list yet and waits for nothing else.
   *
   * @param due asked only where there is something to list
   * @return where the list lies, as a line for people; nothing if there was nothing to list
   */
  List<String> give(RetentionPlan plan, Supplier<DueRows> due) {
    return context.catalog().paper().map(index -> give(index, plan, due)).orElse(List.of());
  }

  private List<String> give(PaperIndex index, RetentionPlan plan, Supplier<DueRows> due) {
    Object[] batches =
        plan.items().stream()
            .filter(item -> item.table().equals(index.table().name()))
            .filter(item -> item.eligibility() == DisposalEligibility.ELIGIBLE)
            .filter(item -> item.count().paper().unlisted() > 0)
            .map(RetentionPlan.Item::batch)
            .toArray();
    if (batches.length == 0) {
      return List.of();
    }
    List<Row> rows = rows(index, due.get(), batches);
    List<PaperFiles.Listed> fresh =
        rows.stream()
            .filter(row -> PaperFiles.listedOn(row).isEmpty())
            .map(row -> PaperFiles.Listed.of(row, context.asOf()))
            .toList();
    if (fresh.isEmpty()) {
      return List.of();
    }
    String file =
        new DestructionListTables(context, index).write(rows.stream().map(this::line).toList());
    paper.list(index.table(), fresh);
    return List.of(
        "retention: %d file(s) of paper listed for destruction: %s.pdf, .xlsx and .csv"
            .formatted(fresh.size(), file));
  }

  /** What this day's list has so far comes first. */
  private List<Row> rows(PaperIndex index, DueRows due, Object[] batches) {
    Date today = Date.valueOf(context.asOf());
    Column[] columns =
        paper.columns(
            index.table(),
            index.key(),
            PaperIndex.LOCATION,
            PaperIndex.BOX,
            PaperIndex.PAGES,
            PaperIndex.METHOD,
            DueRows.BATCH);
    return due.due(index.table(), columns)
        .where(not(col(HELD).or(col(PaperFiles.CONFIRMED))))
        .where(col(DueRows.BATCH).isin(batches))
        .where(coalesce(col(PaperFiles.LISTED_ON), lit(today)).equalTo(today))
        .orderBy(
            col(PaperFiles.LISTED_ON).asc_nulls_last(),
            col(PaperIndex.LOCATION),
            col(PaperIndex.BOX),
            col(index.key()))
        .limit(LINES)
        .collectAsList();
  }

  private Line line(Row row) {
    Place place =
        new Place(
            row.getString(1),
            Optional.ofNullable(row.getString(2)),
            Optional.ofNullable(row.<Integer>getAs(3)));
    return new Line(
        row.getString(0),
        place,
        Optional.ofNullable(row.getString(4)),
        PaperFiles.Listed.of(row, context.asOf()));
  }
}
