package org.recordlake.retention;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;
import static org.recordlake.schedule.Holds.HELD;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;
import org.recordlake.catalog.TableSpec;
import org.recordlake.disposal.Clearance;
import org.recordlake.job.JobContext;
import org.recordlake.schedule.DueDates;
import org.recordlake.schedule.KeyTokens;

/**
 * Which files of paper stand on destruction lists and which are confirmed as destroyed, as {@code
 * governance.destruction_lists} keeps it.
 *
 * <p>A list counts for a file that was due on the day of the list as its dates stand now. It goes
 * on counting once what the file belongs to is destroyed: paper that is left over is due at once.
 */
final class PaperFiles {
  static final String TABLE = "destruction_lists";

  /** Added by {@link #marked}: day of the list a file stands on; null without one. */
  static final String LISTED_ON = "_listed_on";

  /** Added by {@link #marked}: how the file was destroyed, as far as somebody confirmed it. */
  static final String CONFIRMATION = "_confirmation";

  /** Added by {@link #marked}: whether the row may go; always so for rows that are no paper. */
  static final String CONFIRMED = "_confirmed";

  private static final String TOKEN = "_paper_token";
  private static final String LISTING = "_listing";
  private static final List<String> SAID = List.of("method", "destroyed_on", "confirmed_by");

  private final JobContext context;
  private final KeyTokens tokens;

  PaperFiles(JobContext context) {
    this.context = context;
    this.tokens = new KeyTokens(context.protector());
  }

  /**
   * Adds {@link #LISTED_ON}, {@link #CONFIRMATION} and {@link #CONFIRMED} to rows of {@code table}.
   *
   * @param rows with their due dates and {@link DueRows#BACK}
   */
  Dataset<Row> marked(TableSpec table, Dataset<Row> rows) {
    if (!table.isPaper()) {
      return rows.select(
          col("*"),
          lit(null).cast("date").as(LISTED_ON),
          lit(null)
              .cast("struct<method:string,destroyed_on:date,confirmed_by:string>")
              .as(CONFIRMATION),
          lit(true).as(CONFIRMED));
    }
    Dataset<Row> latest =
        context
            .lake()
            .read(TABLE)
            .where(col("table_name").equalTo(table.name()))
            .groupBy(col("key_token").as(TOKEN))
            .agg(max(struct(listing())).as(LISTING));
    Column listedOn = col(LISTING + ".listed_on");
    Column was = col(DueRows.BACK).or(coalesce(col(DueDates.DUE).lt(listedOn), lit(false)));
    Column counts =
        coalesce(col(LISTING + ".rule").equalTo(col(DueDates.RULE)).and(was), lit(false));
    Column said =
        struct(SAID.stream().map(name -> col(LISTING + "." + name)).toArray(Column[]::new));
    Column due = coalesce(col(DueDates.DUE), when(counts, col(LISTING + ".due_on")));
    return rows.withColumn(TOKEN, tokens.of(table))
        .join(latest, new String[] {TOKEN}, "left_outer")
        .withColumn(LISTED_ON, when(counts, listedOn))
        .withColumn(CONFIRMATION, when(counts.and(col(LISTING + ".method").isNotNull()), said))
        .withColumn(CONFIRMED, col(CONFIRMATION).isNotNull())
        .withColumn(DueDates.DUE, due)
        .drop(TOKEN, LISTING);
  }

  private static Column[] listing() {
    return Stream.concat(Stream.of("listed_on", "rule", "due_on"), SAID.stream())
        .map(functions::col)
        .toArray(Column[]::new);
  }

  /** Whether a file stands on a list that has still days to stand. */
  static Column stands(LocalDate asOf) {
    Column since = lit(Date.valueOf(asOf.minusDays(Clearance.DAYS_FOR_PAPER)));
    return coalesce(col(LISTED_ON).gt(since), lit(false));
  }

  /**
   * What {@link Listed#of} and {@link #listedOn} ask for, to be selected from rows of {@code table}
   * that are due, and {@code others}.
   */
  Column[] columns(TableSpec table, String... others) {
    Stream<Column> own =
        Stream.of(
            tokens.of(table).as(TOKEN),
            col(DueDates.RULE),
            col(DueDates.DUE),
            col(HELD),
            col(LISTED_ON),
            col(CONFIRMED));
    return Stream.concat(Stream.of(others).map(functions::col), own).toArray(Column[]::new);
  }

  /** Day of the list a selected row stands on. */
  static Optional<LocalDate> listedOn(Row row) {
    return Optional.ofNullable(row.<Date>getAs(LISTED_ON)).map(Date::toLocalDate);
  }

  /**
   * A file on a list.
   *
   * @param due its last day; empty if what it belongs to was destroyed before it came
   */
  record Listed(String token, String rule, Optional<LocalDate> due, LocalDate on) {
    /** The due file in {@code row}, whose {@link #TOKEN} is there. */
    static Listed of(Row row, LocalDate on) {
      return new Listed(
          row.getAs(TOKEN),
          row.getAs(DueDates.RULE),
          Optional.ofNullable(row.<Date>getAs(DueDates.DUE)).map(Date::toLocalDate),
          on);
    }
  }

  /** Notes that {@code files} of {@code table} stand on a list. */
  void list(TableSpec table, List<Listed> files) {
    context.lake().ledger(TABLE).append(rows(table, files, Optional.empty()));
  }

  /** Notes, in one commit, that {@code files} of {@code table} are destroyed. */
  void confirm(TableSpec table, List<Listed> files, ConfirmDestruction.Word word) {
    context.lake().ledger(TABLE).merge(rows(table, files, Optional.of(word)));
  }

  private List<Row> rows(
      TableSpec table, List<Listed> files, Optional<ConfirmDestruction.Word> word) {
    return files.stream().map(file -> row(table, file, word)).toList();
  }

  private Row row(TableSpec table, Listed file, Optional<ConfirmDestruction.Word> word) {
    return RowFactory.create(
        table.name(),
        file.token(),
        file.rule(),
        file.due().map(Date::valueOf).orElse(null),
        Date.valueOf(file.on()),
        word.map(ConfirmDestruction.Word::method).orElse(null),
        word.map(ConfirmDestruction.Word::on).map(Date::valueOf).orElse(null),
        word.map(ConfirmDestruction.Word::by).orElse(null),
        word.map(any -> Timestamp.from(context.clock().instant())).orElse(null));
  }

  /**
   * Those of {@code rows} that were confirmed when {@code disposition} took the rows to destroy.
   */
  Dataset<Row> confirmed(Disposition disposition, TableSpec table, Dataset<Row> rows) {
    Instant taken = disposition.proof().holdsChecked().orElse(disposition.times().planned());
    Dataset<Row> known =
        context
            .lake()
            .read(TABLE)
            .where(
                col("table_name")
                    .equalTo(table.name())
                    .and(col("rule").equalTo(disposition.rule()))
                    .and(col("confirmed_at").leq(lit(Timestamp.from(taken)))))
            .select(col("key_token").as(TOKEN));
    return rows.withColumn(TOKEN, tokens.of(table))
        .join(known, new String[] {TOKEN}, "left_semi")
        .drop(TOKEN);
  }
}
