package org.recordlake.disposal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.recordlake.catalog.Column;
import org.recordlake.catalog.Condition;
import org.recordlake.catalog.RetentionClause;
import org.recordlake.catalog.RetentionClause.ByOtherTable;
import org.recordlake.catalog.RetentionClause.ByOwnDate;
import org.recordlake.catalog.RetentionClause.Kept;
import org.recordlake.catalog.RetentionRule;
import org.recordlake.catalog.RetentionSchedule;
import org.recordlake.catalog.TableSpec;
import org.recordlake.catalog.Zone;
import org.recordlake.disposal.DueDateRule.Parents;

class DueDateRuleTest {
  private static final LocalDate DAY = LocalDate.of(2024, 2, 29);
  private static final DueDateRule RULES =
      new DueDateRule(
          new RetentionSchedule(
              LocalDate.EPOCH,
              "test",
              Optional.empty(),
              List.of(rule("Y1", Period.ofYears(1)), rule("Y3", Period.ofYears(3))),
              Optional.empty()),
          ZoneId.of("America/New_York"));
  private static final Optional<Condition> PAPER =
      Optional.of(new Condition("medium", List.of("paper", "film")));

  @Test
  void aRowIsKeptThroughTheAnniversaryOfItsOwnDay() {
    DueDateRule.Due due = due(Map.of("day", DAY), own("Y1"));
    assertThat(due.rule()).isEqualTo("Y1");
    assertThat(due.lastDay()).contains(LocalDate.of(2025, 2, 28));
    assertThat(due.isPast(LocalDate.of(2025, 2, 28))).isFalse();
    assertThat(due.isPast(LocalDate.of(2025, 3, 1))).isTrue();
  }

  @Test
  void aRowWithoutADateHasNoLastDayAndIsNeverPast() {
    DueDateRule.Due due = due(Map.of(), own("Y1"));
    assertThat(due.lastDay()).isEmpty();
    assertThat(due.isPast(LocalDate.MAX)).isFalse();
  }

  @Test
  void anInstantCountsAsTheCalendarDayOfTheZone() {
    Instant evening = Instant.parse("2024-03-01T03:00:00Z");
    assertThat(due(Map.of("day", evening), own("Y1")).lastDay())
        .contains(LocalDate.of(2025, 2, 28));
  }

  @Test
  void theFirstClauseWhoseConditionFitsRules() {
    RetentionClause paper = new ByOwnDate("Y3", PAPER, "day");
    assertThat(due(row("paper"), paper, own("Y1")).rule()).isEqualTo("Y3");
    assertThat(due(row("film"), paper, own("Y1")).rule()).isEqualTo("Y3");
    assertThat(due(row("tape"), paper, own("Y1")).rule()).isEqualTo("Y1");
    assertThat(due(Map.of("day", DAY), paper, own("Y1")).rule()).isEqualTo("Y1");
  }

  @Test
  void whatNoClauseFitsOrTheTableKeepsIsNotRuled() {
    assertThat(RULES.of(table(new ByOwnDate("Y3", PAPER, "day")), row("tape"), Parents.NONE))
        .isEmpty();
    Kept kept = new Kept("keep", Optional.empty(), "a reason");
    assertThat(RULES.of(table(kept, own("Y1")), row("tape"), Parents.NONE)).isEmpty();
  }

  @Test
  void whatBelongsToAnotherRowIsDueByTheDateThere() {
    RetentionClause byOwner = byOwner(new RetentionClause.OwnDate("day"));
    Parents owners =
        (table, key) ->
            Optional.ofNullable(
                Map.of(
                        "7",
                        Map.<String, Object>of("ended", LocalDate.of(2025, 1, 1)),
                        "8",
                        Map.<String, Object>of())
                    .get(table.equals("owners") ? key : ""));
    assertThat(lastDay(byOwner, Map.of("owner", "7", "day", DAY), owners))
        .contains(LocalDate.of(2026, 1, 1));
    assertThat(lastDay(byOwner, Map.of("owner", "8", "day", DAY), owners)).isEmpty();
    assertThat(lastDay(byOwner, Map.of("owner", "9", "day", DAY), owners))
        .contains(LocalDate.of(2025, 2, 28));
    assertThat(lastDay(byOwner, Map.of("day", DAY), owners)).contains(LocalDate.of(2025, 2, 28));
    assertThat(lastDay(byOwner, Map.of("owner", "7", "day", DAY), Parents.NONE))
        .contains(LocalDate.of(2025, 2, 28));
  }

  @Test
  void whatWaitsForItsParentHasNoDueDateHoweverOldItIs() {
    RetentionClause waits = byOwner(new RetentionClause.Waits("day"));
    Parents one =
        (table, key) ->
            key.equals("7") ? Optional.of(Map.<String, Object>of("ended", DAY)) : Optional.empty();
    for (Map<String, Object> row :
        List.of(
            Map.<String, Object>of("owner", "9", "day", DAY), Map.<String, Object>of("day", DAY))) {
      DueDateRule.Due due = RULES.of(table(waits), row, one).orElseThrow();
      assertThat(due.lastDay()).isEmpty();
      assertThat(due.waitsFrom()).contains(DAY);
      assertThat(due.isPast(LocalDate.of(2999, 1, 1))).isFalse();
    }
    DueDateRule.Due known =
        RULES.of(table(waits), Map.of("owner", "7", "day", DAY), one).orElseThrow();
    assertThat(known.lastDay()).contains(LocalDate.of(2025, 2, 28));
    assertThat(known.waitsFrom()).isEmpty();
  }

  private static RetentionClause byOwner(RetentionClause.Absent absent) {
    return new ByOtherTable("Y1", Optional.empty(), "owners", "ended", "owner", absent);
  }

  private static Optional<LocalDate> lastDay(
      RetentionClause clause, Map<String, Object> row, Parents parents) {
    return RULES.of(table(clause), row, parents).orElseThrow().lastDay();
  }

  private static DueDateRule.Due due(Map<String, Object> row, RetentionClause... clauses) {
    return RULES.of(table(clauses), row, Parents.NONE).orElseThrow();
  }

  private static Map<String, Object> row(String medium) {
    return Map.of("day", DAY, "medium", medium);
  }

  private static RetentionClause own(String rule) {
    return new ByOwnDate(rule, Optional.empty(), "day");
  }

  private static RetentionRule rule(String id, Period period) {
    return new RetentionRule(
        id, "citation", "covers", "trigger", period, RetentionRule.Destruction.AT_ONCE);
  }

  private static TableSpec table(RetentionClause... clauses) {
    return new TableSpec(
        "test.yaml",
        "test",
        Zone.RECORDS,
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
        new TableSpec.Content(List.<Column>of(), List.of(), List.of(clauses)));
  }
}
