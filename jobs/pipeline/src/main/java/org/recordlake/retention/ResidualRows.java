package org.recordlake.retention;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.recordlake.catalog.Condition;
import org.recordlake.catalog.RetentionClause;
import org.recordlake.catalog.TableSpec;
import org.recordlake.job.JobContext;
import org.recordlake.lake.TaskSizing;

/**
 * Rows a disposition should have destroyed. Where the deleter adds the period to each row's date in
 * Spark, this takes the period off the day once, in plain Java, and compares; where the deleter
 * marks rows through outer joins, this keeps and drops them through semi and anti joins.
 */
final class ResidualRows {
  private final JobContext context;
  private final TableSpec table;
  private final Disposition disposition;
  private final LocalDate lastPastTrigger;

  private ResidualRows(JobContext context, Disposition disposition) {
    this.context = context;
    this.table = context.catalog().table(disposition.table());
    this.disposition = disposition;
    this.lastPastTrigger =
        context
            .catalog()
            .notice()
            .scheduleOn(disposition.destroyedOn().orElse(disposition.asOf()))
            .rule(disposition.rule())
            .orElseThrow()
            .lastPastTrigger(disposition.asOf());
  }

  /** How many there are, by number of the disposition; where there are none, nothing. */
  static Map<String, Long> count(JobContext context, List<Disposition> dispositions) {
    Map<String, Long> counts = new HashMap<>();
    Map<RetentionPlan.Span, RowsWithoutHold> unheld = new HashMap<>();
    dispositions.stream()
        .flatMap(
            disposition ->
                new ResidualRows(context, disposition)
                        .numbered(
                            unheld.computeIfAbsent(
                                days(disposition),
                                days ->
                                    RowsWithoutHold.between(context, days.first(), days.last())))
                        .stream())
        .reduce(Dataset::union)
        .map(TaskSizing::packed)
        .map(rows -> rows.groupBy("_disposition").count().collectAsList())
        .orElse(List.of())
        .forEach(row -> counts.put(row.getString(0), row.getLong(1)));
    return counts;
  }

  /** Days whose holds kept rows from it. */
  private static RetentionPlan.Span days(Disposition disposition) {
    return new RetentionPlan.Span(
        disposition.asOf(), disposition.destroyedOn().orElse(disposition.asOf()));
  }

  private List<Dataset<Row>> numbered(RowsWithoutHold unheld) {
    NoticedKeys keys = new NoticedKeys(context);
    PaperFiles paper = new PaperFiles(context);
    return past().stream()
        .map(past -> disposition.isNoticed() ? keys.listed(disposition, table, past) : past)
        .map(past -> table.isPaper() ? paper.confirmed(disposition, table, past) : past)
        .map(past -> unheld.of(table, past).select(lit(disposition.id()).as("_disposition")))
        .toList();
  }

  private List<Dataset<Row>> past() {
    List<Dataset<Row>> past = new ArrayList<>();
    Dataset<Row> left = context.lake().read(table.name());
    for (RetentionClause clause : table.retention()) {
      Dataset<Row> ruled = clause.when().map(ResidualRows::fits).map(left::where).orElse(left);
      if (clause.rule().equals(disposition.rule())) {
        past.addAll(past(clause, ruled));
      }
      if (clause.when().isEmpty()) {
        break;
      }
      left = left.where(not(fits(clause.when().get())));
    }
    return past;
  }

  private List<Dataset<Row>> past(RetentionClause clause, Dataset<Row> rows) {
    if (clause instanceof RetentionClause.ByOwnDate own) {
      return List.of(rows.where(isPast(rows, own.column())));
    }
    if (clause instanceof RetentionClause.ByOtherTable other) {
      Dataset<Row> owners = context.lake().read(other.table());
      Dataset<Row> pastOwners = owners.where(isPast(owners, other.column()));
      List<Dataset<Row>> past = new ArrayList<>();
      past.add(
          rows.join(
              pastOwners.select(col(other.by()).as("_owner")),
              col(other.by()).equalTo(col("_owner")),
              "left_semi"));
      Optional<String> own =
          other.ownDate().or(() -> other.waitsFrom().filter(any -> table.isPaper()));
      if (own.isPresent()) {
        Dataset<Row> alone = except(rows, other.by(), owners.select(other.by()));
        past.add(alone.where(isPast(alone, own.get())));
      }
      return past;
    }
    return List.of();
  }

  private Column isPast(Dataset<Row> rows, String column) {
    if (rows.schema().apply(column).dataType().equals(DataTypes.TimestampType)) {
      Timestamp nextDay =
          Timestamp.from(
              lastPastTrigger.plusDays(1).atStartOfDay(context.settings().zone()).toInstant());
      return col(column).lt(lit(nextDay));
    }
    return col(column).leq(lit(Date.valueOf(lastPastTrigger)));
  }

  private static Column fits(Condition condition) {
    Column fits = lit(false);
    for (String value : condition.values()) {
      fits = fits.or(col(condition.column()).cast("string").eqNullSafe(lit(value)));
    }
    return fits;
  }

  private static Dataset<Row> except(Dataset<Row> rows, String column, Dataset<Row> values) {
    return rows.join(values.toDF("_value"), col(column).equalTo(col("_value")), "left_anti");
  }
}
