package org.recordlake.schedule;

import static org.apache.spark.sql.functions.add_months;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.date_add;
import static org.apache.spark.sql.functions.date_sub;
import static org.apache.spark.sql.functions.from_utc_timestamp;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.when;

import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.recordlake.catalog.ColumnType;
import org.recordlake.catalog.Condition;
import org.recordlake.catalog.RetentionClause;
import org.recordlake.catalog.RetentionRule;
import org.recordlake.catalog.RetentionSchedule;
import org.recordlake.catalog.TableSpec;
import org.recordlake.job.JobContext;

/**
 * The retention schedule as Spark columns: for each row the rule that rules it and the last day it
 * may be kept. Equal, day for day, to {@link RetentionRule#dueOn}.
 */
public final class DueDates {
  /** Added by {@link #ruled}: id of the rule, null where the table is kept. */
  public static final String RULE = "_rule";

  /** Added by {@link #ruled}: last day the row may be kept, null while its period has not begun. */
  public static final String DUE = "_due";

  /** Added by {@link #ruled}: day from which the row waits for its parent, null if it does not. */
  public static final String WAITS_FROM = "_waits_from";

  /** Added by {@link #ruled}: whether the row hangs from another that is not known. */
  public static final String PARENT_ABSENT = "_parent_absent";

  /** Added by {@link #triggered}: day from which the row's period runs, null before it begins. */
  public static final String TRIGGER = "_trigger_on";

  private final RetentionSchedule schedule;
  private final ZoneId zone;

  public DueDates(RetentionSchedule schedule, ZoneId zone) {
    this.schedule = schedule;
    this.zone = zone;
  }

  /** By the schedule in force on the context's day. */
  public static DueDates on(JobContext context) {
    return new DueDates(
        context.catalog().notice().scheduleOn(context.asOf()), context.settings().zone());
  }

  /**
   * The day that tells how old a row of {@code table} is: of its version, of what it records, or
   * from which it waits; null where none of these is there.
   */
  public Column age(TableSpec table) {
    List<Column> days =
        Stream.of(
                table.latestBy().stream(),
                table.knownOn().stream(),
                table.retention().stream()
                    .flatMap(
                        clause ->
                            clause instanceof RetentionClause.ByOtherTable other
                                ? Stream.concat(
                                    other.waitsFrom().stream(), other.ownDate().stream())
                                : ownDate(clause).stream()))
            .flatMap(names -> names)
            .distinct()
            .map(name -> day(table, name))
            .toList();
    return days.isEmpty() ? nullDate() : coalesce(days.toArray(Column[]::new));
  }

  /**
   * The last day a row of {@code table} may be kept, as far as the row itself tells it; null
   * otherwise. Rows lie together by it; what is destroyed, {@link #ruled} says.
   */
  public Column ownDueOn(TableSpec table) {
    return ruling(
        table,
        clause ->
            ownDate(clause)
                .map(column -> due(clause.rule(), day(table, column)))
                .orElse(nullDate()));
  }

  private static Optional<String> ownDate(RetentionClause clause) {
    if (clause instanceof RetentionClause.ByOwnDate own) {
      return Optional.of(own.column());
    }
    return clause instanceof RetentionClause.ByOtherTable other
        ? other.ownDate()
        : Optional.empty();
  }

  /**
   * Adds {@link #RULE}, {@link #DUE}, {@link #WAITS_FROM} and {@link #PARENT_ABSENT} to rows of
   * {@code table}.
   *
   * @param rows stored or arriving rows with the table's columns
   * @param triggers gives, by table name, the rows among which a trigger date of another table is
   *     looked up
   */
  public Dataset<Row> ruled(
      TableSpec table, Dataset<Row> rows, Function<TriggerTable, Dataset<Row>> triggers) {
    return triggered(table, rows, triggers).drop(TRIGGER);
  }

  /** As {@link #ruled}, and adds {@link #TRIGGER}. */
  Dataset<Row> triggered(
      TableSpec table, Dataset<Row> rows, Function<TriggerTable, Dataset<Row>> triggers) {
    Map<RetentionClause, Column> dates = new HashMap<>();
    Map<RetentionClause, Column> waits = new HashMap<>();
    Map<RetentionClause, Column> absences = new HashMap<>();
    Dataset<Row> joined = rows;
    int number = 0;
    for (RetentionClause clause : table.retention()) {
      if (clause instanceof RetentionClause.ByOtherTable other) {
        String trigger = "_trigger" + number++;
        joined = lookUp(joined, other, trigger, triggers);
        Column absent = col(trigger + "_found").isNull();
        Column own = other.ownDate().map(column -> day(table, column)).orElse(nullDate());
        absences.put(clause, absent);
        dates.put(clause, when(absent, own).otherwise(col(trigger)));
        other.waitsFrom().ifPresent(from -> waits.put(clause, when(absent, day(table, from))));
      } else if (clause instanceof RetentionClause.ByOwnDate own) {
        dates.put(clause, day(table, own.column()));
      }
    }
    Column rule =
        ruling(
            table,
            clause ->
                dates.containsKey(clause)
                    ? lit(clause.rule())
                    : lit(null).cast(DataTypes.StringType));
    Column due =
        ruling(
            table,
            clause ->
                dates.containsKey(clause) ? due(clause.rule(), dates.get(clause)) : nullDate());
    List<Column> kept =
        Arrays.stream(rows.columns()).map(functions::col).collect(Collectors.toList());
    kept.add(rule.as(RULE));
    kept.add(due.as(DUE));
    kept.add(ruling(table, clause -> waits.getOrDefault(clause, nullDate())).as(WAITS_FROM));
    Column absent = ruling(table, clause -> absences.getOrDefault(clause, lit(false)));
    kept.add(coalesce(absent, lit(false)).as(PARENT_ABSENT));
    kept.add(ruling(table, clause -> dates.getOrDefault(clause, nullDate())).as(TRIGGER));
    return joined.select(kept.toArray(Column[]::new));
  }

  /** Whether a row {@link #ruled} is past its last day and may not be stored any more. */
  public Column expired(LocalDate asOf) {
    Object[] kept =
        schedule.rules().stream()
            .filter(rule -> rule.destruction().never().isPresent())
            .map(RetentionRule::id)
            .toArray();
    return isPast(col(DUE), asOf).and(not(coalesce(col(RULE).isin(kept), lit(false))));
  }

  /**
   * Whether a row {@link #ruled} has waited for its parent for longer than it could be kept if its
   * period had begun when it began to wait.
   */
  public Column waitsTooLong(LocalDate asOf) {
    return isPast(byRule(rule -> due(rule.id(), col(WAITS_FROM))), asOf);
  }

  /** The latest day from which the period of a row {@link #ruled} may run to end by {@code due}. */
  Column latestTrigger(Column due) {
    return byRule(
        rule -> {
          Period period = rule.period();
          return add_months(date_sub(due, period.getDays()), -(int) period.toTotalMonths());
        });
  }

  private Column byRule(Function<RetentionRule, Column> day) {
    Column found = nullDate();
    for (RetentionRule rule : schedule.rules()) {
      found = when(col(RULE).equalTo(rule.id()), day.apply(rule)).otherwise(found);
    }
    return found;
  }

  /** True once the last day has passed. */
  public static Column isPast(Column due, LocalDate asOf) {
    return coalesce(due.lt(lit(java.sql.Date.valueOf(asOf))), lit(false));
  }

  /** A date column of another table, by that table's key. */
  public record TriggerTable(String table, String key, String column) {}

  private Dataset<Row> lookUp(
      Dataset<Row> rows,
      RetentionClause.ByOtherTable clause,
      String trigger,
      Function<TriggerTable, Dataset<Row>> triggers) {
    String key = trigger + "_key";
    Dataset<Row> found =
        triggers.apply(new TriggerTable(clause.table(), clause.by(), clause.column()));
    boolean instant =
        found.schema().apply(clause.column()).dataType().equals(DataTypes.TimestampType);
    Dataset<Row> dates =
        found.select(
            col(clause.by()).as(key),
            day(clause.column(), instant).as(trigger),
            lit(true).as(trigger + "_found"));
    return rows.join(dates, rows.col(clause.by()).equalTo(dates.col(key)), "left_outer");
  }

  /** For each row, the value of the clause that rules it; null where none does. */
  public static Column ruling(TableSpec table, Function<RetentionClause, Column> value) {
    Column result = lit(null);
    for (int i = table.retention().size() - 1; i >= 0; i--) {
      RetentionClause clause = table.retention().get(i);
      Column own = value.apply(clause);
      Column rest = result;
      result =
          clause.when().map(condition -> when(holds(condition), own).otherwise(rest)).orElse(own);
    }
    return result;
  }

  /** Whether a catalogue condition holds for a row; an empty value fits none. */
  public static Column holds(Condition condition) {
    return coalesce(
        col(condition.column()).cast(DataTypes.StringType).isin(condition.values().toArray()),
        lit(false));
  }

  private Column day(TableSpec table, String column) {
    boolean instant =
        table
            .storedColumn(column)
            .map(found -> found.type().equals(ColumnType.TIMESTAMP))
            .orElse(false);
    return day(column, instant);
  }

  /** The calendar day in the configured zone; the session's own zone is UTC. */
  private Column day(String column, boolean instant) {
    return instant ? to_date(from_utc_timestamp(col(column), zone.getId())) : col(column);
  }

  private Column due(String ruleId, Column trigger) {
    Period period = schedule.rule(ruleId).map(RetentionRule::period).orElseThrow();
    return date_add(add_months(trigger, (int) period.toTotalMonths()), period.getDays());
  }

  private static Column nullDate() {
    return lit(null).cast(DataTypes.DateType);
  }
}
