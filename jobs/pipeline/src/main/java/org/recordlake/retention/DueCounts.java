package org.recordlake.retention;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;
import static org.recordlake.retention.PaperFiles.CONFIRMATION;
import static org.recordlake.retention.PaperFiles.CONFIRMED;
import static org.recordlake.retention.PaperFiles.LISTED_ON;
import static org.recordlake.schedule.DueDates.RULE;
import static org.recordlake.schedule.DueDates.WAITS_FROM;
import static org.recordlake.schedule.Holds.HELD;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.recordlake.catalog.RetentionClause;
import org.recordlake.catalog.RetentionSchedule;
import org.recordlake.catalog.TableSpec;
import org.recordlake.job.JobContext;
import org.recordlake.lake.Lake;
import org.recordlake.lake.ParallelTasks;
import org.recordlake.lake.TaskSizing;
import org.recordlake.schedule.DueDates;
import org.recordlake.schedule.DueDates.TriggerTable;

/** Counts {@link DueRows} of many tables in few queries. */
final class DueCounts {
  private static final String TABLE = "_table";
  private static final String REASON = "_reason";
  private static final String OVERLONG = "_overlong";

  private final Lake lake;
  private final LocalDate asOf;
  private final int width;
  private final DueDates dueDates;
  private final DueRows due;
  private final Map<TriggerTable, Dataset<Row>> triggers = new ConcurrentHashMap<>();

  DueCounts(JobContext context, DueRows due) {
    this.lake = context.lake();
    this.asOf = context.asOf();
    this.width = context.settings().ingest().parallelTables();
    this.dueDates = DueDates.on(context);
    this.due = due;
  }

  /**
   * What {@link #counts} found.
   *
   * @param due by table and rule, or number of the notice that lists them; where nothing is due,
   *     nothing
   * @param waiting rows without a due date, by table, rule and reason
   */
  record Counts(Map<String, Map<String, DueCount>> due, List<RetentionPlan.Waiting> waiting) {}

  /** Counts what is due and what waits. A few queries side by side, each for many tables. */
  Counts counts(List<TableSpec> tables) {
    Map<Integer, List<TableSpec>> shares =
        IntStream.range(0, tables.size())
            .boxed()
            .collect(groupingBy(place -> place % width, mapping(tables::get, toList())));
    List<Callable<List<Row>>> queries = new ArrayList<>();
    shares.values().forEach(share -> queries.add(() -> counted(share)));
    Map<String, Map<String, DueCount>> counts = new HashMap<>();
    List<RetentionPlan.Waiting> waiting = new ArrayList<>();
    for (Row row : asked(queries)) {
      String table = row.getString(0);
      if (row.isNullAt(2)) {
        counts
            .computeIfAbsent(table, any -> new HashMap<>())
            .put(
                row.getString(1),
                new DueCount(row.getLong(3), row.getLong(4), paper(row), span(row)));
      } else {
        waiting.add(
            new RetentionPlan.Waiting(
                table,
                row.getString(1),
                row.getString(2),
                row.getLong(3),
                row.getLong(5),
                row.getDate(6).toLocalDate()));
      }
    }
    waiting.sort(
        comparing(RetentionPlan.Waiting::table).thenComparing(RetentionPlan.Waiting::reason));
    return new Counts(counts, waiting);
  }

  private static DueCount.Paper paper(Row row) {
    return new DueCount.Paper(row.getLong(9), row.getLong(10), row.getLong(11), row.getLong(12));
  }

  private static Optional<RetentionPlan.Span> span(Row row) {
    return row.isNullAt(7)
        ? Optional.empty()
        : Optional.of(
            new RetentionPlan.Span(row.getDate(7).toLocalDate(), row.getDate(8).toLocalDate()));
  }

  /**
   * What falls due within each of {@link RetentionOutlook#DAYS}, and what is past its day, by table
   * and rule; where there is nothing of it, no line.
   */
  List<RetentionOutlook.Line> outlook(List<TableSpec> tables, RetentionSchedule schedule) {
    List<Callable<List<Row>>> queries = new ArrayList<>();
    tables.forEach(table -> queries.add(() -> within(table)));
    return asked(queries).stream()
        .map(
            row ->
                new RetentionOutlook.Line(
                    row.getString(0),
                    schedule.rule(row.getString(1)).orElseThrow(),
                    row.getLong(2),
                    row.getLong(3),
                    List.of(row.getLong(4), row.getLong(5), row.getLong(6))))
        .toList();
  }

  /** What {@code queries} give, run side by side; dates of other tables are kept meanwhile. */
  private List<Row> asked(List<Callable<List<Row>>> queries) {
    try {
      return ParallelTasks.run(lake.spark(), width, queries).stream()
          .flatMap(List::stream)
          .toList();
    } finally {
      triggers.values().forEach(Dataset::unpersist);
      triggers.clear();
    }
  }

  private List<Row> within(TableSpec table) {
    Column past = DueDates.isPast(col(DueDates.DUE), asOf);
    List<Column> counts = new ArrayList<>(List.of(count(when(past.and(col(HELD)), 1))));
    for (int days : RetentionOutlook.DAYS) {
      Column then = DueDates.isPast(col(DueDates.DUE), asOf.plusDays(days));
      counts.add(count(when(then.and(not(past)), 1)));
    }
    LocalDate last = asOf.plusDays(RetentionOutlook.DAYS.get(RetentionOutlook.DAYS.size() - 1));
    Column soon = col(RULE).isNotNull().and(DueDates.isPast(col(DueDates.DUE), last));
    return due.marked(table, this::kept, soon)
        .groupBy(lit(table.qualifiedName()).as(TABLE), col(RULE))
        .agg(
            count(when(past.and(not(col(HELD).or(PaperFiles.stands(asOf)))), 1)),
            counts.toArray(Column[]::new))
        .orderBy(RULE)
        .collectAsList();
  }

  private List<Row> counted(List<TableSpec> tables) {
    Column unconfirmed = not(col(HELD).or(col(CONFIRMED)));
    return tables.stream()
        .flatMap(this::countable)
        .reduce(Dataset::union)
        .map(TaskSizing::packed)
        .map(
            rows ->
                rows.groupBy(TABLE, DueRows.BATCH, REASON)
                    .agg(
                        count(lit(1)),
                        count(when(col(HELD), 1)),
                        count(when(col(OVERLONG), 1)),
                        min(WAITS_FROM),
                        min(DueDates.DUE),
                        max(DueDates.DUE),
                        count(when(unconfirmed, 1)),
                        count(when(unconfirmed.and(col(LISTED_ON).isNull()), 1)),
                        count(when(unconfirmed.and(PaperFiles.stands(asOf)), 1)),
                        count(when(col(HELD).and(col(CONFIRMATION).isNotNull()), 1))))
        .map(Dataset::collectAsList)
        .orElse(List.of());
  }

  /** What of {@code table} is due or waits, and what is due under each notice. */
  private Stream<Dataset<Row>> countable(TableSpec table) {
    return due.batches(table, this::kept, col(WAITS_FROM).isNotNull())
        .map(
            rows ->
                rows.select(
                    lit(table.name()).as(TABLE),
                    col(DueRows.BATCH),
                    col(HELD),
                    reason(table).as(REASON),
                    dueDates.waitsTooLong(asOf).as(OVERLONG),
                    col(WAITS_FROM),
                    col(DueDates.DUE),
                    col(LISTED_ON),
                    col(CONFIRMATION),
                    col(CONFIRMED)));
  }

  /** Why a row of {@code table} waits, without a value of it; null if it does not. */
  private static Column reason(TableSpec table) {
    return DueDates.ruling(
        table,
        clause ->
            clause instanceof RetentionClause.ByOtherTable other && other.waitsFrom().isPresent()
                ? when(
                    col(WAITS_FROM).isNotNull(),
                    when(col(other.by()).isNull(), "names no " + other.by())
                        .otherwise("its " + other.by() + " is not in " + other.table()))
                : lit(null));
  }

  /** Key and date alone, kept while many tables that hang from them are counted. */
  private Dataset<Row> kept(TriggerTable trigger) {
    return triggers.computeIfAbsent(
        trigger, dates -> lake.read(dates.table()).select(dates.key(), dates.column()).persist());
  }
}
