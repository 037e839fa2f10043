package org.recordlake.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.recordlake.testing.ProjectFolder;

class ShippedCatalogTest {
  private final Catalog catalog = CatalogLoader.load(ProjectFolder.conf(), "usps-890-000");

  @Test
  void everyCategoryOfTheNoticeHasARecordsTable() {
    assertThat(catalog.tables(Zone.RECORDS))
        .flatExtracting(table -> table.category().stream().toList())
        .contains("1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "marketing");
  }

  @Test
  void noStatisticsOrClusteringTouchesAPersonalColumn() {
    for (TableSpec table : catalog.tables()) {
      assertThat(table.statistics())
          .allSatisfy(
              name ->
                  assertThat(table.storedColumn(name).orElseThrow().pii())
                      .isEqualTo(PiiClass.NONE));
      assertThat(table.clusterBy())
          .allSatisfy(
              name ->
                  assertThat(table.storedColumn(name).orElseThrow().pii())
                      .isEqualTo(PiiClass.NONE));
    }
  }

  @Test
  void theScheduleGivesThePeriodsOfTheNotice() {
    RetentionSchedule schedule = catalog.notice().scheduleOn(LocalDate.of(2026, 11, 22));
    assertThat(schedule.rule("R1").orElseThrow().period()).hasToString("P0D");
    assertThat(schedule.rule("R2a").orElseThrow().period()).hasToString("P2Y");
    assertThat(schedule.rule("R2b").orElseThrow().period()).hasToString("P5Y");
    assertThat(schedule.rule("R3").orElseThrow().period()).hasToString("P3Y");
    assertThat(schedule.rule("R4").orElseThrow().period()).hasToString("P24M");
    assertThat(schedule.rule("R5").orElseThrow().period()).hasToString("P24M");
  }

  @Test
  void eachVersionRulesFromItsDayOnAndSaysWhereItStands() {
    assertThat(catalog.notice().schedule())
        .extracting(version -> version.effectiveOn() + " " + version.document())
        .containsExactly(
            "2020-07-01 85 FR 33208 (FR Doc. 2020-11639)",
            "2020-09-03 85 FR 47258",
            "2023-01-23 87 FR 79006",
            "2025-05-12 90 FR 15370");
    RetentionSchedule first = catalog.notice().schedule().get(0);
    assertThat(catalog.notice().schedule())
        .allSatisfy(version -> assertThat(version.rules()).isEqualTo(first.rules()))
        .allSatisfy(version -> assertThat(version.mediaRule()).isEqualTo(first.mediaRule()));
    assertThat(catalog.notice().scheduleOn(LocalDate.of(2023, 1, 22)).document())
        .isEqualTo("85 FR 47258");
    assertThat(catalog.notice().scheduleOn(LocalDate.of(2023, 1, 23)).document())
        .isEqualTo("87 FR 79006");
    assertThat(catalog.notice().scheduleOn(LocalDate.of(2025, 5, 12)).note()).isPresent();
  }
}
