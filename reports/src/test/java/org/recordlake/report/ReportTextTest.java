package org.recordlake.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportTextTest {
  private static final LocalDate AN_OLD_DAY = LocalDate.of(2026, 10, 22);

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"campaigns-events", "customer-needs", "poll-results"})
  void thePdfReadsAsReviewed(String report) throws Exception {
    Shelf shelf = Shelf.of(folder, Fixtures.report(report));

    Golden.assertSame(report + ".txt", shelf.pdfText("analyst/" + report + ".pdf"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"campaigns-events", "customer-needs", "poll-results"})
  void theCsvFilesReadAsReviewed(String report) throws Exception {
    ReportData data = Fixtures.report(report);
    Shelf shelf = Shelf.of(folder, data);

    for (String dataset : data.definition().datasets()) {
      String file = report + "-" + dataset + ".csv";
      Golden.assertSame(file, shelf.text("analyst/" + file));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"campaigns-events", "customer-needs", "poll-results"})
  void thePdfIsTaggedAndSaysItsTitleAndLanguage(String report) throws Exception {
    ReportData data = Fixtures.report(report);
    Shelf shelf = Shelf.of(folder, data);

    try (PDDocument pdf = Loader.loadPDF(shelf.bytes("analyst/" + report + ".pdf"))) {
      assertThat(pdf.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
      assertThat(pdf.getDocumentCatalog().getStructureTreeRoot()).isNotNull();
      assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("en-US");
      assertThat(pdf.getDocumentInformation().getTitle()).isEqualTo(data.definition().title());
      assertThat(pdf.getDocumentInformation().getCreationDate().toInstant())
          .isEqualTo(data.asOf().atStartOfDay(data.zone()).toInstant());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"campaigns-events", "customer-needs", "poll-results"})
  void everyDrawingInThePdfHasItsTextAndEveryTableItsHeadings(String report) throws Exception {
    Shelf shelf = Shelf.of(folder, Fixtures.report(report));

    try (PDDocument pdf = Loader.loadPDF(shelf.bytes("analyst/" + report + ".pdf"))) {
      List<PDStructureElement> elements = new ArrayList<>();
      collect(pdf.getDocumentCatalog().getStructureTreeRoot(), elements);
      assertThat(elements)
          .filteredOn(e -> e.getStandardStructureType().equals("Figure"))
          .hasSizeGreaterThan(2)
          .allSatisfy(figure -> assertThat(figure.getAlternateDescription()).isNotBlank());
      assertThat(elements)
          .extracting(PDStructureElement::getStructureType)
          .contains("H1", "H2", "Table", "TR", "TH", "TD", "L", "LI");
    }
  }

  private static void collect(PDStructureNode node, List<PDStructureElement> found) {
    for (Object kid : node.getKids()) {
      if (kid instanceof PDStructureElement element) {
        found.add(element);
        collect(element, found);
      }
    }
  }

  @Test
  void everyPageOfALongReportRepeatsTheHeadingOfItsTableAndItsNumber() throws Exception {
    Shelf shelf = Shelf.of(folder, Fixtures.report("customer-needs"));

    String text = shelf.pdfText("analyst/customer-needs.pdf");
    int pages = text.split("Page \\d+ of ").length - 1;
    assertThat(pages).isGreaterThan(4);
    assertThat(text).contains("Page 1 of " + pages, "Page " + pages + " of " + pages);
    assertThat(text.split("Customer Need and service").length - 1)
        .isGreaterThanOrEqualTo(pages - 3);
  }

  @Test
  void theSameSentencesStandInPdfHtmlWorkbookAndPortal() throws Exception {
    Shelf shelf = Shelf.of(folder, Fixtures.pack().toArray(ReportData[]::new));
    String finding =
        "The first 20 of the 64 needs listed hold 57% of their expected value: start there.";

    for (String file :
        List.of(
            "analyst/customer-needs.pdf",
            "analyst/customer-needs.html",
            "analyst/customer-needs.xlsx",
            "index.html")) {
      assertThat(shelf.readable().get(file)).as(file).contains(finding);
    }
  }

  @Test
  void aPeriodWithoutPollsIsALabelledGapAndNotAZero() throws Exception {
    ReportData empty = Fixtures.report("poll-results", table -> Fixtures.with(table, List.of()));
    Shelf shelf = Shelf.of(folder, empty);

    assertThat(shelf.pdfText("analyst/poll-results.pdf"))
        .contains(
            "No polls were held in this period.",
            "Nothing stands out in this period.",
            "How to read these numbers");
    assertThat(shelf.text("analyst/poll-results.html"))
        .contains("No polls were held in this period.")
        .doesNotContain("0%<");
    assertThat(shelf.text("analyst/poll-results-answers.csv").lines()).hasSize(1);
    assertThat(shelf.workbook("analyst/poll-results.xlsx").cells(2)).hasSize(1);
  }

  @Test
  void aPeriodWithoutCustomersIsALabelledGap() throws Exception {
    ReportData empty = Fixtures.report("customer-needs", table -> Fixtures.with(table, List.of()));
    Shelf shelf = Shelf.of(folder, empty);

    for (String file : List.of("analyst/customer-needs.pdf", "analyst/customer-needs.html")) {
      assertThat(shelf.readable().get(file))
          .as(file)
          .contains(
              "No customer has spent anything in this period.",
              "No service usage was recorded in this period.",
              "No need was found in this period.");
    }
  }

  @Test
  void aPeriodWithoutCampaignsAndEventsIsALabelledGap() throws Exception {
    ReportData empty =
        Fixtures.report("campaigns-events", table -> Fixtures.with(table, List.of()));
    Shelf shelf = Shelf.of(folder, empty);

    for (String file : List.of("analyst/campaigns-events.pdf", "analyst/campaigns-events.html")) {
      assertThat(shelf.readable().get(file))
          .as(file)
          .contains(
              "No campaign reached anybody in this period.",
              "No order followed a contact.",
              "No event is recorded.",
              "Nobody asked to be left alone.",
              "Nothing stands out in this period.");
    }
  }

  @Test
  void aCampaignThatMayHaveChangedNothingIsSaidToBeUnproven() {
    ReportData data =
        Fixtures.report(
            "campaigns-events",
            table ->
                table.name().equals("campaigns")
                    ? Fixtures.with(
                        table,
                        table.rows().stream()
                            .map(row -> Fixtures.with(row, "lift_low", BigDecimal.ZERO))
                            .toList())
                    : table);

    assertThat(new ReportView(data).findings())
        .anyMatch(finding -> finding.startsWith("No campaign is proven to have brought orders"))
        .noneMatch(finding -> finding.contains("surely"));
    assertThat(new ReportView(data).figure(2).value()).isEqualTo("0");
  }

  @Test
  void aBacktestOlderThanAMonthIsSaidToBeOld() {
    ReportData data =
        Fixtures.report(
            "customer-needs",
            table ->
                table.name().equals("backtest")
                    ? Fixtures.with(
                        table,
                        table.rows().stream()
                            .map(row -> Fixtures.with(row, "bought_until", AN_OLD_DAY))
                            .toList())
                    : table);

    assertThat(new ReportView(data).findings())
        .contains(
            "The back-test ends with October 22, 2026; ./recordlake insights --backtest makes it anew.");
    assertThat(new ReportView(Fixtures.report("customer-needs")).findings())
        .noneMatch(finding -> finding.contains("makes it anew"));
  }

  @Test
  void missingCompetitorDataIsSaidAndNotTakenForAFullShareOfWallet() {
    ReportData data =
        Fixtures.report(
            "customer-needs",
            table -> table.name().equals("services") ? Fixtures.with(table, List.of()) : table);

    assertThat(new ReportView(data).figure(2))
        .isEqualTo(new Figure("USPS share of wallet", "–", "no competitor data"));
    assertThat(new ReportView(data).findings())
        .noneMatch(finding -> finding.contains("Competitors"));
  }

  @Test
  void aQuestionWithMoreAnswersThanAPageHoldsGoesOnOverleaf() throws Exception {
    ReportData data =
        Fixtures.report(
            "poll-results",
            table ->
                table.name().equals("answers")
                    ? Fixtures.with(table, oneQuestion(table.rows().get(0), 150))
                    : table);
    Shelf shelf = Shelf.of(folder, data);

    assertThat(shelf.pdfText("analyst/poll-results.pdf"))
        .contains("choice 1 ", "choice 75 ", "choice 150 ");
  }

  private static List<Map<String, Object>> oneQuestion(Map<String, Object> row, int answers) {
    return IntStream.rangeClosed(1, answers)
        .mapToObj(
            number ->
                Fixtures.with(
                    Fixtures.with(row, "answer", "choice " + number), "answer_order", number))
        .toList();
  }
}
