package org.recordlake.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Period;
import org.junit.jupiter.api.Test;
import org.quicktheories.core.Gen;

class RetentionRuleTest {
  private static final Gen<LocalDate> DAYS =
      integers()
          .between((int) day("1999-01-01").toEpochDay(), (int) day("2101-01-01").toEpochDay())
          .map(LocalDate::ofEpochDay);
  private static final Gen<RetentionRule> RULES =
      lists()
          .of(integers().between(0, 60))
          .ofSize(3)
          .map(parts -> rule(Period.of(parts.get(0) % 8, parts.get(1), parts.get(2))));

  @Test
  void aRecordIsKeptThroughItsLastDayAndDestroyedOnTheNext() {
    qt().withFixedSeed(1)
        .forAll(RULES, DAYS)
        .checkAssert(
            (rule, trigger) -> {
              LocalDate last = rule.dueOn(trigger);
              assertThat(rule.isDue(trigger, last)).isFalse();
              assertThat(rule.isDue(trigger, last.plusDays(1))).isTrue();
            });
  }

  @Test
  void aPeriodOfYearsEndsOnTheAnniversary() {
    qt().withFixedSeed(2)
        .forAll(integers().between(0, 10), DAYS)
        .check(
            (years, trigger) -> {
              LocalDate last = rule(Period.ofYears(years)).dueOn(trigger);
              return last.getYear() == trigger.getYear() + years
                  && (MonthDay.from(last).equals(MonthDay.from(trigger))
                      || trigger.equals(last.minusYears(years).plusDays(1)));
            });
  }

  @Test
  void twentyFourMonthsAreTwoYears() {
    qt().withFixedSeed(3)
        .forAll(DAYS)
        .check(
            trigger ->
                rule(Period.ofMonths(24))
                    .dueOn(trigger)
                    .equals(rule(Period.ofYears(2)).dueOn(trigger)));
  }

  @Test
  void whatIsTriggeredLaterIsDueNoEarlierAndWhatIsDueStaysDue() {
    qt().withFixedSeed(4)
        .forAll(RULES, DAYS, integers().between(0, 4000))
        .checkAssert(
            (rule, trigger, days) -> {
              assertThat(rule.dueOn(trigger.plusDays(days))).isAfterOrEqualTo(rule.dueOn(trigger));
              LocalDate due = rule.dueOn(trigger).plusDays(1);
              assertThat(rule.isDue(trigger, due.plusDays(days))).isTrue();
            });
  }

  @Test
  void theLastPastTriggerIsPastAndTheDayAfterItIsNot() {
    qt().withFixedSeed(5)
        .forAll(RULES, integers().between(10_000, 40_000).map(LocalDate::ofEpochDay))
        .checkAssert(
            (rule, asOf) -> {
              LocalDate last = rule.lastPastTrigger(asOf);
              assertThat(rule.isDue(last, asOf)).isTrue();
              assertThat(rule.isDue(last.plusDays(1), asOf)).isFalse();
            });
  }

  @Test
  void leapDaysAndMonthEndsFallBackToTheLastDayOfTheMonth() {
    assertThat(rule(Period.ofYears(3)).dueOn(day("2024-02-29"))).isEqualTo("2027-02-28");
    assertThat(rule(Period.ofYears(4)).dueOn(day("2024-02-29"))).isEqualTo("2028-02-29");
    assertThat(rule(Period.ofMonths(24)).dueOn(day("2026-02-28"))).isEqualTo("2028-02-28");
    assertThat(rule(Period.ofMonths(1)).dueOn(day("2026-01-31"))).isEqualTo("2026-02-28");
    assertThat(rule(Period.ZERO).dueOn(day("2026-11-22"))).isEqualTo("2026-11-22");
  }

  private static RetentionRule rule(Period period) {
    return new RetentionRule(
        "R", "citation", "covers", "trigger", period, RetentionRule.Destruction.AT_ONCE);
  }

  private static LocalDate day(String text) {
    return LocalDate.parse(text);
  }
}
