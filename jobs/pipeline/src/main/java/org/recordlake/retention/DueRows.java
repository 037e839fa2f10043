package org.recordlake.retention;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;
import static org.recordlake.schedule.DueDates.RULE;
import static org.recordlake.schedule.DueDates.WAITS_FROM;
import static org.recordlake.schedule.Holds.HELD;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.recordlake.catalog.Protection;
import org.recordlake.catalog.RetentionClause;
import org.recordlake.catalog.RetentionSchedule;
import org.recordlake.catalog.TableSpec;
import org.recordlake.catalog.Zone;
import org.recordlake.job.JobContext;
import org.recordlake.lake.Lake;
import org.recordlake.lake.ParallelTasks;
import org.recordlake.schedule.DisposedKeys;
import org.recordlake.schedule.DueDates;
import org.recordlake.schedule.DueDates.TriggerTable;
import org.recordlake.schedule.Holds;

/** The rows of a table whose last day has passed, and whether a legal hold keeps them. */
final class DueRows {
  private static final String TABLE = "_table";
  private static final String REASON = "_reason";
  private static final String OVERLONG = "_overlong";

  private final Lake lake;
  private final LocalDate asOf;
  private final DueDates dueDates;
  private final Holds holds;
  private final Optional<DisposedKeys> gone;
  private final Map<TriggerTable, Dataset<Row>> triggers = new ConcurrentHashMap<>();

  private DueRows(
      Lake lake, LocalDate asOf, DueDates dueDates, Holds holds, Optional<DisposedKeys> gone) {
    this.lake = lake;
    this.asOf = asOf;
    this.dueDates = dueDates;
    this.holds = holds;
    this.gone = gone;
  }

  /**
   * Under the schedule and the holds in force on the context's day.
   *
   * @param gone what was destroyed once and is due at once if it is there again; empty if that is
   *     not asked
   */
  static DueRows on(JobContext context, Optional<DisposedKeys> gone) {
    return new DueRows(
        context.lake(), context.asOf(), DueDates.on(context), Holds.on(context), gone);
  }

  /** Tables under the schedule that exist, in catalogue order. */
  static List<TableSpec> ruledTables(JobContext context) {
    return Stream.of(Zone.RECORDS, Zone.GOVERNANCE)
        .flatMap(zone -> context.catalog().tables(zone).stream())
        .filter(DueRows::isRuled)
        .filter(table -> context.lake().exists(table.name()))
        .toList();
  }

  private static boolean isRuled(TableSpec table) {
    return table.retention().stream().anyMatch(clause -> !(clause instanceof RetentionClause.Kept));
  }

  /**
   * @param due rows past their day, held ones included
   * @param held rows a hold keeps
   */
  record Count(long due, long held) {
    static final Count NONE = new Count(0, 0);
  }

  /**
   * What {@link #counts} found.
   *
   * @param due by table and rule; where nothing is due, nothing
   * @param waiting rows without a due date, by table, rule and reason
   */
  record Counts(Map<String, Map<String, Count>> due, List<RetentionPlan.Waiting> waiting) {}

  /**
   * Counts what is due and what waits. A few queries side by side, each for many tables.
   *
   * @param width number of queries
   */
  Counts counts(List<TableSpec> tables, int width) {
    Map<Integer, List<TableSpec>> shares =
        IntStream.range(0, tables.size())
            .boxed()
            .collect(groupingBy(place -> place % width, mapping(tables::get, toList())));
    List<Callable<List<Row>>> queries = new ArrayList<>();
    shares.values().forEach(share -> queries.add(() -> counted(share)));
    Map<String, Map<String, Count>> counts = new HashMap<>();
    List<RetentionPlan.Waiting> waiting = new ArrayList<>();
    for (Row row : asked(queries, width)) {
      String table = row.getString(0);
      if (row.isNullAt(2)) {
        counts
            .computeIfAbsent(table, any -> new HashMap<>())
            .put(row.getString(1), new Count(row.getLong(3), row.getLong(4)));
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

  /**
   * What falls due within each of {@link RetentionOutlook#DAYS}, and what is past its day, by table
   * and rule; where there is nothing of it, no line.
   */
  List<RetentionOutlook.Line> outlook(
      List<TableSpec> tables, int width, RetentionSchedule schedule) {
    List<Callable<List<Row>>> queries = new ArrayList<>();
    tables.forEach(table -> queries.add(() -> within(table)));
    return asked(queries, width).stream()
        .map(
            row ->
                new RetentionOutlook.Line(
                    row.getString(0),
                    schedule.rule(row.getString(1)).orElseThrow(),
                    row.getLong(2) - row.getLong(3),
                    row.getLong(3),
                    List.of(row.getLong(4), row.getLong(5), row.getLong(6))))
        .toList();
  }

  /** What {@code queries} give, run side by side; dates of other tables are kept meanwhile. */
  private List<Row> asked(List<Callable<List<Row>>> queries, int width) {
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
    return marked(table, this::kept, soon)
        .groupBy(lit(table.qualifiedName()).as(TABLE), col(RULE))
        .agg(count(when(past, 1)), counts.toArray(Column[]::new))
        .orderBy(RULE)
        .collectAsList();
  }

  private List<Row> counted(List<TableSpec> tables) {
    return tables.stream()
        .map(
            table ->
                marked(table, this::kept, isPast().or(col(WAITS_FROM).isNotNull()))
                    .select(
                        lit(table.name()).as(TABLE),
                        col(RULE),
                        col(HELD),
                        reason(table).as(REASON),
                        dueDates.waitsTooLong(asOf).as(OVERLONG),
                        col(WAITS_FROM)))
        .reduce(Dataset::union)
        .map(
            rows ->
                rows.groupBy(TABLE, RULE, REASON)
                    .agg(
                        count(lit(1)),
                        count(when(col(HELD), 1)),
                        count(when(col(OVERLONG), 1)),
                        min(WAITS_FROM)))
        .map(Dataset::collectAsList)
        .orElse(List.of());
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

  /** Key, rule and media file names of the rows of {@code table} to destroy under {@code rules}. */
  Dataset<Row> toDestroy(TableSpec table, Set<String> rules) {
    Column[] columns =
        Stream.concat(
                Stream.concat(table.key().stream(), mediaColumns(table).stream()), Stream.of(RULE))
            .map(functions::col)
            .toArray(Column[]::new);
    return marked(table, this::stored, isPast().and(col(RULE).isin(rules.toArray())))
        .where(not(col(HELD)))
        .select(columns);
  }

  /** Columns that name a file in the media folder. */
  static List<String> mediaColumns(TableSpec table) {
    return table.columns().stream()
        .filter(column -> column.protection() == Protection.MEDIA)
        .map(org.recordlake.catalog.Column::name)
        .toList();
  }

  /**
   * The rows that are {@code wanted}, and whether they are held: only of these is it asked, which
   * costs more than their due date.
   */
  private Dataset<Row> marked(
      TableSpec table, Function<TriggerTable, Dataset<Row>> triggerDates, Column wanted) {
    Dataset<Row> ruled = dueDates.ruled(table, lake.read(table.name()), triggerDates);
    Dataset<Row> known = gone.map(keys -> keys.marked(table, ruled)).orElse(ruled);
    return holds.marked(table, known.where(wanted));
  }

  private Column isPast() {
    Column past = DueDates.isPast(col(DueDates.DUE), asOf);
    return col(RULE).isNotNull().and(gone.isPresent() ? past.or(DisposedKeys.isBack()) : past);
  }

  private Dataset<Row> stored(TriggerTable trigger) {
    return lake.read(trigger.table());
  }

  /** Key and date alone, kept while many tables that hang from them are counted. */
  private Dataset<Row> kept(TriggerTable trigger) {
    return triggers.computeIfAbsent(
        trigger, dates -> stored(dates).select(dates.key(), dates.column()).persist());
  }
}
