package org.recordlake.retention;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;
import static org.recordlake.schedule.DueDates.RULE;
import static org.recordlake.schedule.Holds.HELD;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
import org.recordlake.catalog.TableSpec;
import org.recordlake.catalog.Zone;
import org.recordlake.job.JobContext;
import org.recordlake.lake.Lake;
import org.recordlake.lake.ParallelTasks;
import org.recordlake.schedule.DueDates;
import org.recordlake.schedule.DueDates.TriggerTable;
import org.recordlake.schedule.Holds;

/** The rows of a table whose last day has passed, and whether a legal hold keeps them. */
final class DueRows {
  private static final String TABLE = "_table";

  private final Lake lake;
  private final LocalDate asOf;
  private final DueDates dueDates;
  private final Holds holds;
  private final Map<TriggerTable, Dataset<Row>> triggers = new ConcurrentHashMap<>();

  private DueRows(Lake lake, LocalDate asOf, DueDates dueDates, Holds holds) {
    this.lake = lake;
    this.asOf = asOf;
    this.dueDates = dueDates;
    this.holds = holds;
  }

  /** Under the schedule and the holds in force on the context's day. */
  static DueRows on(JobContext context) {
    return new DueRows(
        context.lake(),
        context.asOf(),
        new DueDates(
            context.catalog().notice().scheduleOn(context.asOf()), context.settings().zone()),
        Holds.on(context.lake().read("legal_holds"), context.asOf()));
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
   * Counts by table and rule; where nothing is due, nothing. A few queries side by side, each for
   * many tables.
   *
   * @param width number of queries
   */
  Map<String, Map<String, Count>> counts(List<TableSpec> tables, int width) {
    Map<Integer, List<TableSpec>> shares =
        IntStream.range(0, tables.size())
            .boxed()
            .collect(groupingBy(place -> place % width, mapping(tables::get, toList())));
    List<Callable<List<Row>>> queries = new ArrayList<>();
    shares.values().forEach(share -> queries.add(() -> counted(share)));
    Map<String, Map<String, Count>> counts = new HashMap<>();
    try {
      ParallelTasks.run(lake.spark(), width, queries).stream()
          .flatMap(List::stream)
          .forEach(
              row ->
                  counts
                      .computeIfAbsent(row.getString(0), table -> new HashMap<>())
                      .put(row.getString(1), new Count(row.getLong(2), row.getLong(3))));
      return counts;
    } finally {
      triggers.values().forEach(Dataset::unpersist);
      triggers.clear();
    }
  }

  private List<Row> counted(List<TableSpec> tables) {
    return tables.stream()
        .map(
            table ->
                past(table, this::kept).select(lit(table.name()).as(TABLE), col(RULE), col(HELD)))
        .reduce(Dataset::union)
        .map(rows -> rows.groupBy(TABLE, RULE).agg(count(lit(1)), count(when(col(HELD), 1))))
        .map(Dataset::collectAsList)
        .orElse(List.of());
  }

  /** Key, rule and media file names of the rows of {@code table} to destroy under {@code rules}. */
  Dataset<Row> toDestroy(TableSpec table, Set<String> rules) {
    Column[] columns =
        Stream.concat(
                Stream.concat(table.key().stream(), mediaColumns(table).stream()), Stream.of(RULE))
            .map(functions::col)
            .toArray(Column[]::new);
    return past(table, this::stored)
        .where(not(col(HELD)).and(col(RULE).isin(rules.toArray())))
        .select(columns);
  }

  /** Columns that name a file in the media folder. */
  static List<String> mediaColumns(TableSpec table) {
    return table.columns().stream()
        .filter(column -> column.protection() == Protection.MEDIA)
        .map(org.recordlake.catalog.Column::name)
        .toList();
  }

  private Dataset<Row> past(TableSpec table, Function<TriggerTable, Dataset<Row>> triggerDates) {
    Dataset<Row> ruled = dueDates.ruled(table, lake.read(table.name()), triggerDates);
    return holds
        .marked(table, ruled)
        .where(col(RULE).isNotNull().and(DueDates.isPast(col(DueDates.DUE), asOf)));
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
