package org.recordlake.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkbookTest {
  @TempDir Path folder;
  private Shelf shelf;

  @BeforeEach
  void write() {
    shelf = Shelf.of(folder, Fixtures.pack().toArray(ReportData[]::new));
  }

  @Test
  void thereIsOneSheetPerDatasetAndOneAboutThem() throws Exception {
    assertThat(shelf.workbook("analyst/customer-needs.xlsx").sheetNames())
        .containsExactly(
            "segments",
            "services",
            "need_kinds",
            "needs",
            "limited",
            "backtest",
            "backtest_kinds",
            "about");
  }

  @Test
  void cellsHoldTypedValues() throws Exception {
    Workbook workbook = shelf.workbook("analyst/customer-needs.xlsx");

    assertThat(workbook.cells(1).get(0))
        .containsExactly(
            "s:Segment",
            "s:Customers",
            "s:Spend last 12 months",
            "s:Spend 12 months before",
            "s:Change",
            "s:Hidden");
    assertThat(workbook.cells(1).get(1))
        .containsExactly("s:Champions", "n:41.0", "n:1284300.5", "n:1102950.25", "n:0.1644", "b:0");
    assertThat(workbook.styles()).contains("#,##0", "#,##0.00", "0.0%");
  }

  @Test
  void datesAreDatesAndYesOrNoIsABoolean() throws Exception {
    Workbook workbook = shelf.workbook("analyst/poll-results.xlsx");

    assertThat(workbook.cells(1).get(1)).contains(":46338.0");
    assertThat(workbook.cells(2).get(1)).contains("b:0");
    assertThat(workbook.styles()).contains("yyyy-MM-dd");
  }

  @Test
  void theHeaderIsFrozenAndTheFilterCoversEveryRow() throws Exception {
    Workbook workbook = shelf.workbook("analyst/customer-needs.xlsx");

    assertThat(workbook.attributes(4, "pane", "ySplit")).containsExactly("1");
    assertThat(workbook.attributes(4, "pane", "state")).containsExactly("frozen");
    assertThat(workbook.attributes(4, "autoFilter", "ref")).containsExactly("A1:N65");
  }

  @Test
  void aMissingValueIsAnEmptyCell() throws Exception {
    Workbook workbook = shelf.workbook("analyst/customer-needs.xlsx");

    assertThat(workbook.cells(1).get(4))
        .containsExactly("s:New", "n:22.0", "n:64210.0", "n:0.0", "", "b:0");
  }
}
