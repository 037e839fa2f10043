package org.recordlake.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReportTableTest {
  @Test
  void valuesAreBroughtToTheTypeAndScaleOfTheirColumn() {
    assertThat(value(ReportColumnType.LONG, 41)).isEqualTo(41L);
    assertThat(value(ReportColumnType.MONEY, 1284300.5)).isEqualTo(new BigDecimal("1284300.50"));
    assertThat(value(ReportColumnType.RATIO, new BigDecimal("0.3988764")))
        .isEqualTo(new BigDecimal("0.3989"));
    assertThat(value(ReportColumnType.DECIMAL, new BigDecimal("120.500")))
        .isEqualTo(new BigDecimal("120.5"));
    assertThat(value(ReportColumnType.DECIMAL, 1200L)).isEqualTo(new BigDecimal("1200"));
    assertThat(value(ReportColumnType.DATE, java.sql.Date.valueOf("2026-11-22")))
        .isEqualTo(LocalDate.of(2026, 11, 22));
    assertThat(value(ReportColumnType.BOOLEAN, null)).isNull();
  }

  @Test
  void aValueOfTheWrongKindIsNamedByItsColumnAndNeverShown() {
    assertThatThrownBy(() -> value(ReportColumnType.LONG, "secret"))
        .isInstanceOf(ReportException.class)
        .hasMessageContaining("dataset t, column c")
        .hasMessageContaining("String, expected LONG")
        .hasMessageNotContaining("secret")
        .hasNoCause();
    assertThatThrownBy(() -> value(ReportColumnType.MONEY, Double.NaN))
        .isInstanceOf(ReportException.class);
  }

  @Test
  void aTableCannotBeChangedAfterwards() {
    Map<String, Object> row = new HashMap<>(Map.of("c", "before"));
    ReportTable table = table(ReportColumnType.STRING, row);
    row.put("c", "after");

    assertThat(table.rows().get(0)).containsEntry("c", "before");
    assertThatThrownBy(() -> table.rows().get(0).put("c", "after"))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void aReportWithoutItsDatasetIsRefused() {
    ReportDefinition definition =
        new ReportDefinition(
            "r", "R", "What?", Audience.ANALYST, "poll-results.jrxml", List.of("answers"));

    assertThatThrownBy(
            () ->
                new ReportData(
                    definition, Fixtures.AS_OF, java.time.ZoneId.of("UTC"), "run", Map.of()))
        .isInstanceOf(ReportException.class)
        .hasMessageContaining("report r, dataset answers");
  }

  @Test
  void aNameThatIsNoFileNameIsRefused() {
    assertThatThrownBy(
            () -> new ReportDefinition("../r", "R", "?", Audience.ANALYST, "a.jrxml", List.of("d")))
        .isInstanceOf(ReportException.class);
    assertThatThrownBy(
            () -> new ReportDefinition("r", "R", "?", Audience.ANALYST, "../a.jrxml", List.of("d")))
        .isInstanceOf(ReportException.class);
  }

  private static Object value(ReportColumnType type, Object given) {
    Map<String, Object> row = new HashMap<>();
    row.put("c", given);
    return table(type, row).rows().get(0).get("c");
  }

  private static ReportTable table(ReportColumnType type, Map<String, Object> row) {
    return new ReportTable("t", List.of(new ReportColumn("c", type, "C")), List.of(row));
  }
}
