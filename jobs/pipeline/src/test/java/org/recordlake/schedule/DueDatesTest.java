package org.recordlake.schedule;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;
import org.recordlake.catalog.Column;
import org.recordlake.catalog.ColumnType;
import org.recordlake.catalog.Condition;
import org.recordlake.catalog.PiiClass;
import org.recordlake.catalog.Protection;
import org.recordlake.catalog.RetentionClause;
import org.recordlake.catalog.RetentionRule;
import org.recordlake.catalog.RetentionSchedule;
import org.recordlake.catalog.TableSpec;
import org.recordlake.catalog.Zone;
import org.recordlake.disposal.DueDateRule;
import org.recordlake.lake.SparkTypes;
import org.recordlake.testing.SharedSpark;

/** What Spark computes for rows is what {@link RetentionRule} computes for one date. */
class DueDatesTest {
  private static final ZoneId ZONE = ZoneId.of("America/New_York");
  private static final List<RetentionRule> RULES =
      Stream.of("P0D", "P2Y", "P3Y", "P5Y", "P24M", "P60D", "P1Y1M1D")
          .map(DueDatesTest::rule)
          .toList();
  private static final RetentionSchedule SCHEDULE =
      new RetentionSchedule(LocalDate.EPOCH, "test", Optional.empty(), RULES, Optional.empty());
  private static final DueDates DUE_DATES = new DueDates(SCHEDULE, ZONE);

  @Test
  void sparkGivesTheSameLastDayAsJavaForEveryRule() {
    List<LocalDate> days = days();
    List<Row> rows =
        days.stream().map(day -> RowFactory.create(day.toString(), Date.valueOf(day))).toList();
    Dataset<Row> actual =
        RULES.stream()
            .map(
                rule -> {
                  TableSpec table =
                      table(
                          ColumnType.DATE,
                          new RetentionClause.ByOwnDate(rule.id(), Optional.empty(), "day"));
                  return DUE_DATES
                      .ruled(table, frame(table, rows), none -> null)
                      .drop(DueDates.WAITS_FROM, DueDates.PARENT_ABSENT);
                })
            .reduce(Dataset::union)
            .orElseThrow();
    List<Row> expected = new ArrayList<>();
    for (RetentionRule rule : RULES) {
      for (LocalDate day : days) {
        expected.add(
            RowFactory.create(
                day.toString(), Date.valueOf(day), rule.id(), Date.valueOf(rule.dueOn(day))));
      }
    }
    SharedSpark.assertSameFrames(
        SharedSpark.session().createDataFrame(expected, actual.schema()).coalesce(1),
        actual.coalesce(1));
  }

  @Test
  void anInstantCountsAsTheDayItHasInTheConfiguredZone() {
    RetentionRule rule = rule("P24M");
    TableSpec table =
        table(
            ColumnType.TIMESTAMP,
            new RetentionClause.ByOwnDate(rule.id(), Optional.empty(), "day"));
    TreeMap<String, Instant> instants = instantsAroundMidnight();
    List<Row> rows =
        instants.entrySet().stream()
            .map(each -> RowFactory.create(each.getKey(), Timestamp.from(each.getValue())))
            .toList();
    List<Row> actual =
        DUE_DATES.ruled(table, frame(table, rows), none -> null).orderBy("id").collectAsList();
    assertThat(actual)
        .allSatisfy(
            row -> {
              Instant instant = instants.get(row.<String>getAs("id"));
              assertThat(row.<Date>getAs(DueDates.DUE).toLocalDate())
                  .isEqualTo(rule.dueOn(LocalDate.ofInstant(instant, ZONE)));
            })
        .hasSameSizeAs(instants.keySet());
  }

  @Test
  void theFirstClauseThatFitsRulesAndADateOfAnotherTableCountsInItsOwnZone() {
    TableSpec table =
        table(
            ColumnType.DATE,
            new RetentionClause.ByOwnDate(
                "P2Y", Optional.of(new Condition("id", List.of("own"))), "day"),
            new RetentionClause.ByOtherTable(
                "P3Y",
                Optional.of(new Condition("id", List.of("ended", "lasting", "waiting"))),
                "owners",
                "ended",
                "id",
                new RetentionClause.Waits("day")),
            new RetentionClause.ByOtherTable(
                "P2Y",
                Optional.empty(),
                "owners",
                "ended",
                "id",
                new RetentionClause.OwnDate("day")));
    Date day = Date.valueOf("2020-01-01");
    Dataset<Row> rows =
        frame(
            table,
            List.of(
                RowFactory.create("lasting", day),
                RowFactory.create("ended", day),
                RowFactory.create("waiting", day),
                RowFactory.create("alone", day),
                RowFactory.create("own", day)));
    Dataset<Row> owners =
        SharedSpark.session()
            .sql(
                "select 'ended' as id, timestamp '2024-03-01 04:30:00' as ended"
                    + " union all select 'lasting', null union all select 'own', null");
    assertThat(
            DUE_DATES
                .ruled(table, rows, trigger -> owners)
                .select(col("id"), col(DueDates.RULE), col(DueDates.DUE), col(DueDates.WAITS_FROM))
                .orderBy("id")
                .collectAsList())
        .extracting(Row::toString)
        .containsExactly(
            "[alone,P2Y,2022-01-01,null]",
            "[ended,P3Y,2027-02-28,null]",
            "[lasting,P3Y,null,null]",
            "[own,P2Y,2022-01-01,null]",
            "[waiting,P3Y,null,2020-01-01]");
  }

  private static List<LocalDate> days() {
    List<LocalDate> days = new ArrayList<>();
    for (LocalDate day = LocalDate.of(2023, 12, 1);
        day.isBefore(LocalDate.of(2025, 4, 1));
        day = day.plusDays(1)) {
      days.add(day);
    }
    Random random = new Random(890);
    while (days.size() < 3000) {
      days.add(LocalDate.of(1990, 1, 1).plusDays(random.nextInt(36_000)));
    }
    return days;
  }

  private static TreeMap<String, Instant> instantsAroundMidnight() {
    TreeMap<String, Instant> instants = new TreeMap<>();
    for (String day :
        List.of("2024-02-29", "2024-03-10", "2024-11-03", "2024-12-31", "2026-07-04")) {
      Instant midnight = LocalDate.parse(day).atStartOfDay(ZONE).toInstant();
      for (long seconds : new long[] {-1, 0, 1, 3600, 4 * 3600, 23 * 3600, 24 * 3600 - 1}) {
        instants.put(day + seconds, midnight.plusSeconds(seconds));
      }
    }
    return instants;
  }

  @Test
  void sparkRulesEachRowAsThePlainRuleDoes() {
    RetentionClause some =
        new RetentionClause.ByOwnDate(
            "P2Y", Optional.of(new Condition("id", List.of("a", "b"))), "day");
    RetentionClause others = new RetentionClause.ByOwnDate("P1Y1M1D", Optional.empty(), "day");
    TableSpec table = table(ColumnType.DATE, some, others);
    DueDateRule plain = new DueDateRule(SCHEDULE, ZONE);
    List<Row> rows = new ArrayList<>();
    List<Row> expected = new ArrayList<>();
    for (String id : new String[] {"a", "b", "c", null}) {
      for (LocalDate day : new LocalDate[] {LocalDate.of(2024, 2, 29), null}) {
        Date date = day == null ? null : Date.valueOf(day);
        Map<String, Object> values = new HashMap<>();
        values.put("id", id);
        values.put("day", day);
        DueDateRule.Due due = plain.of(table, values, DueDateRule.Parents.NONE).orElseThrow();
        rows.add(RowFactory.create(id, date));
        expected.add(
            RowFactory.create(
                id,
                date,
                due.rule(),
                due.lastDay().map(Date::valueOf).orElse(null),
                due.waitsFrom().map(Date::valueOf).orElse(null)));
      }
    }
    Dataset<Row> actual =
        DUE_DATES.ruled(table, frame(table, rows), none -> null).drop(DueDates.PARENT_ABSENT);
    assertThat(actual.collectAsList()).containsExactlyInAnyOrderElementsOf(expected);
  }

  private static RetentionRule rule(String period) {
    return new RetentionRule(
        period,
        "citation",
        "covers",
        "trigger",
        Period.parse(period),
        RetentionRule.Destruction.AT_ONCE);
  }

  private static Dataset<Row> frame(TableSpec table, List<Row> rows) {
    return SharedSpark.session().createDataFrame(rows, SparkTypes.schema(table));
  }

  private static TableSpec table(ColumnType type, RetentionClause... clauses) {
    return new TableSpec(
        "test.yaml",
        "test",
        Zone.GOVERNANCE,
        new TableSpec.About("one row per test", "", ""),
        new TableSpec.Records(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            Optional.empty()),
        Optional.empty(),
        new TableSpec.Layout(
            List.of("id"), Optional.empty(), Optional.empty(), List.of(), List.of()),
        new TableSpec.Content(
            List.of(column("id", ColumnType.STRING), column("day", type)),
            List.of(),
            List.of(clauses)));
  }

  private static Column column(String name, ColumnType type) {
    return new Column(name, type, true, PiiClass.NONE, Protection.NONE, name);
  }
}
