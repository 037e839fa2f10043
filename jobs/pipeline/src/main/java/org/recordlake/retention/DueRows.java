package org.recordlake.retention;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.input_file_name;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.when;
import static org.recordlake.schedule.DueDates.RULE;
import static org.recordlake.schedule.DueDates.WAITS_FROM;
import static org.recordlake.schedule.Holds.HELD;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
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
import org.recordlake.lake.LaidDays;
import org.recordlake.lake.Lake;
import org.recordlake.schedule.DisposedKeys;
import org.recordlake.schedule.DueDates;
import org.recordlake.schedule.DueDates.TriggerTable;
import org.recordlake.schedule.Holds;

/** The rows of a table whose last day has passed, and whether a legal hold keeps them. */
final class DueRows {
  /** Added by {@link #toDestroy}: {@link Disposition#batch} of the disposition a row goes with. */
  static final String BATCH = "_batch";

  /** Added by {@link #placed}: address of the data file that holds the row. */
  static final String FILE = "_file";

  /** Whether the row, or what it belongs to, was destroyed once, so that it is due at once. */
  static final String BACK = "_back";

  private final Lake lake;
  private final LocalDate asOf;
  private final DueDates dueDates;
  private final Holds holds;
  private final DisposedKeys disposed;
  private final boolean isReplay;
  private final Notices notices;
  private final PaperFiles paper;

  private DueRows(JobContext context, Optional<DisposedKeys> gone, Notices notices) {
    this.lake = context.lake();
    this.asOf = context.asOf();
    this.dueDates = DueDates.on(context);
    this.holds = Holds.on(context);
    this.disposed = gone.orElseGet(() -> DisposedKeys.of(context));
    this.isReplay = gone.isPresent();
    this.notices = notices;
    this.paper = new PaperFiles(context);
  }

  /**
   * Under the schedule and the holds in force on the context's day.
   *
   * @param gone what was destroyed once and is due at once if it is there again; empty if that is
   *     not asked
   */
  static DueRows on(JobContext context, Optional<DisposedKeys> gone) {
    return on(context, gone, List.of());
  }

  /**
   * The same, where rows that a disposal notice lists go with their notice alone.
   *
   * @param given dispositions under a notice of which nothing is destroyed yet
   */
  static DueRows on(JobContext context, Optional<DisposedKeys> gone, List<Disposition> given) {
    return new DueRows(context, gone, new Notices(context, given));
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
   * Of the rows of {@code table} that go with {@code dispositions}: key, {@link #BATCH}, {@link
   * PaperFiles#CONFIRMATION}, media file names and the day by which they lie.
   */
  Dataset<Row> toDestroy(TableSpec table, List<Disposition> dispositions) {
    return unheld(table, dispositions).where(col(PaperFiles.CONFIRMED)).drop(PaperFiles.CONFIRMED);
  }

  /** The same, and paper that nobody confirmed yet. */
  Dataset<Row> unheld(TableSpec table, List<Disposition> dispositions) {
    Column[] columns =
        Stream.of(
                table.key().stream(),
                mediaColumns(table).stream(),
                LaidDays.columnOf(table).stream(),
                Stream.of(BATCH, PaperFiles.CONFIRMATION, PaperFiles.CONFIRMED))
            .flatMap(names -> names)
            .distinct()
            .map(functions::col)
            .toArray(Column[]::new);
    Object[] rules =
        dispositions.stream().filter(each -> !each.isNoticed()).map(Disposition::rule).toArray();
    Stream<Dataset<Row>> listed =
        dispositions.stream()
            .filter(Disposition::isNoticed)
            .map(notice -> listed(notice, table, this::stored).withColumn(BATCH, lit(notice.id())));
    Dataset<Row> byRule =
        marked(table, this::stored, isPast(asOf).and(col(RULE).isin(rules)))
            .withColumn(BATCH, col(RULE));
    return Stream.concat(Stream.of(byRule), listed)
        .map(rows -> rows.where(not(col(HELD))).select(columns))
        .reduce(Dataset::union)
        .orElseThrow();
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
  Dataset<Row> marked(
      TableSpec table, Function<TriggerTable, Dataset<Row>> triggerDates, Column wanted) {
    Dataset<Row> all = known(table, stored(table), triggerDates).where(wanted);
    return holds.marked(table, notices.without(table, all));
  }

  /**
   * What goes with {@code notice}: rows it lists that were due on its day as their dates stand now.
   * What a hold covered on any day since counts as held.
   */
  Dataset<Row> listed(
      Disposition notice, TableSpec table, Function<TriggerTable, Dataset<Row>> triggerDates) {
    return notices.marked(
        notice, table, known(table, stored(table), triggerDates).where(isPast(notice)));
  }

  private Column isPast(Disposition notice) {
    return isPast(notice.asOf()).and(col(RULE).equalTo(notice.rule()));
  }

  /** Those due on the day, with {@link #BATCH}, and what else is {@code besides} wanted of them. */
  Stream<Dataset<Row>> batches(
      TableSpec table, Function<TriggerTable, Dataset<Row>> triggerDates, Column besides) {
    Stream<Dataset<Row>> listed =
        notices.of(table).stream()
            .map(notice -> listed(notice, table, triggerDates).withColumn(BATCH, lit(notice.id())));
    Column wanted = isPast(asOf).or(besides);
    return Stream.concat(
        Stream.of(marked(table, triggerDates, wanted).withColumn(BATCH, col(RULE))), listed);
  }

  /** {@code columns} of what of {@code table} is due, those of {@link #batches} among them. */
  Dataset<Row> due(TableSpec table, Column... columns) {
    return batches(table, this::stored, lit(false))
        .map(rows -> rows.select(columns))
        .reduce(Dataset::union)
        .orElseThrow();
  }

  /**
   * What of {@code table} is due and does not wait for people, with {@link #BATCH}, {@link #FILE}
   * and {@link Holds#HELD_BY}.
   */
  Dataset<Row> placed(TableSpec table) {
    Dataset<Row> all =
        known(table, stored(table).withColumn(FILE, input_file_name()), this::stored);
    Dataset<Row> own = notices.without(table, all.where(isPast(asOf)));
    Stream<Dataset<Row>> listed =
        notices.of(table).stream()
            .map(
                notice ->
                    notices
                        .heldBy(notice, table, all.where(isPast(notice)))
                        .withColumn(BATCH, lit(notice.id())));
    return Stream.concat(Stream.of(holds.heldBy(table, own).withColumn(BATCH, col(RULE))), listed)
        .map(rows -> rows.where(col(PaperFiles.CONFIRMED).or(size(col(Holds.HELD_BY)).gt(0))))
        .map(rows -> rows.select(BATCH, FILE, Holds.HELD_BY))
        .reduce(Dataset::union)
        .orElseThrow();
  }

  private Dataset<Row> known(
      TableSpec table, Dataset<Row> rows, Function<TriggerTable, Dataset<Row>> triggerDates) {
    Dataset<Row> ruled = disposed.dated(table, dueDates.ruled(table, rows, triggerDates));
    return paper.marked(
        table,
        isReplay || table.isPaper()
            ? disposed
                .marked(table, ruled)
                .withColumn(BACK, DisposedKeys.isBack())
                .withColumn(WAITS_FROM, when(not(col(BACK)), col(WAITS_FROM)))
            : ruled.withColumn(BACK, lit(false)));
  }

  private Column isPast(LocalDate day) {
    Column past = DueDates.isPast(col(DueDates.DUE), day);
    return col(RULE).isNotNull().and(past.or(col(BACK)));
  }

  private Dataset<Row> stored(TableSpec table) {
    return lake.read(table.name());
  }

  private Dataset<Row> stored(TriggerTable trigger) {
    return lake.read(trigger.table());
  }
}
