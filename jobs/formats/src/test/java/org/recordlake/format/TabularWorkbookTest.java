package org.recordlake.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.recordlake.format.business.KnownLayout;
import org.recordlake.format.business.NaicsCodes;
import org.recordlake.format.business.OrderLines;
import org.recordlake.testing.MadeWorkbook;
import org.recordlake.testing.ReadRows;

/** Every tabular layout as a worksheet. */
class TabularWorkbookTest {
  private static final Map<String, SourceReader> READERS =
      Map.ofEntries(
          Map.entry("order-lines", new OrderLines()),
          Map.entry("usaspending-modern", KnownLayout.USASPENDING_TRANSACTIONS),
          Map.entry("usaspending-legacy", KnownLayout.USASPENDING_LEGACY),
          Map.entry("mailchimp-subscribed", KnownLayout.MAILCHIMP_SUBSCRIBED),
          Map.entry("mailchimp-unsubscribed", KnownLayout.MAILCHIMP_UNSUBSCRIBED),
          Map.entry("mailchimp-cleaned", KnownLayout.MAILCHIMP_CLEANED),
          Map.entry("usaspending-awards", KnownLayout.USASPENDING_AWARDS),
          Map.entry("bank-additional", KnownLayout.BANK_MARKETING),
          Map.entry("hubspot-contacts", KnownLayout.HUBSPOT_CONTACTS),
          Map.entry("hubspot-companies", KnownLayout.HUBSPOT_COMPANIES),
          Map.entry("salesforce-leads", KnownLayout.SALESFORCE_LEADS),
          Map.entry("salesforce-accounts", KnownLayout.SALESFORCE_ACCOUNTS),
          Map.entry("salesforce-contacts", KnownLayout.SALESFORCE_CONTACTS),
          Map.entry("salesforce-campaign-members", KnownLayout.SALESFORCE_CAMPAIGN_MEMBERS),
          Map.entry("bank-marketing", KnownLayout.BANK_MARKETING),
          Map.entry("naics", new NaicsCodes()),
          Map.entry("psc", KnownLayout.PSC));

  @ParameterizedTest
  @CsvSource({
    "order-lines,sales_orders",
    "usaspending-modern,supplier_contracts",
    "usaspending-legacy,supplier_contract_actions",
    "mailchimp-subscribed,publication_subscriptions",
    "mailchimp-unsubscribed,publication_subscriptions",
    "mailchimp-cleaned,publication_subscriptions",
    "usaspending-awards,supplier_contracts",
    "bank-additional,campaign_contacts",
    "hubspot-contacts,contacts",
    "hubspot-companies,customers",
    "salesforce-leads,contacts",
    "salesforce-accounts,customers",
    "salesforce-contacts,contacts",
    "salesforce-campaign-members,campaign_contacts",
    "bank-marketing,campaign_contacts",
    "naics,classification_codes",
    "psc,classification_codes"
  })
  void aWorksheetGivesTheRowsOfTheText(String name, String table) throws IOException {
    byte[] text = ReadRows.fixture("business/" + name + ".csv");
    List<List<String>> records = new ArrayList<>();
    try (SourceFile file =
        new SourceFile(
            "f",
            "f",
            new Reading(ZoneOffset.UTC, Instant.EPOCH),
            () -> new ByteArrayInputStream(text))) {
      file.records().forEachRemaining(record -> records.add(record.fields()));
    }
    ReadRows workbook = ReadRows.of(READERS.get(name), MadeWorkbook.of(records));
    assertThat(workbook.tables()).contains(table);
    assertThat(workbook.rows(table))
        .isNotEmpty()
        .isEqualTo(ReadRows.of(READERS.get(name), text).rows(table));
  }

  @Test
  void aWorkbookNeedsNoStyles() throws IOException {
    byte[] workbook =
        MadeWorkbook.of(
            List.of(
                List.of("Seq. No.", "2022 NAICS US Code", "2022 NAICS US Title"),
                List.of(1, "111110", "Soybean Farming")));
    assertThat(
            ReadRows.of(READERS.get("naics"), MadeWorkbook.withoutStyles(workbook))
                .rows("classification_codes"))
        .hasSize(1)
        .isEqualTo(ReadRows.of(READERS.get("naics"), workbook).rows("classification_codes"));
  }

  @Test
  void datesAndNumbersOfAWorksheetMakeTheSameLineAsTheirText() throws IOException {
    byte[] workbook =
        MadeWorkbook.of(
            List.of(
                List.of(
                    "InvoiceNo",
                    "StockCode",
                    "Description",
                    "Quantity",
                    "InvoiceDate",
                    "UnitPrice",
                    "CustomerID",
                    "Country"),
                List.of(
                    700001,
                    10001,
                    "LANTERN, WHITE",
                    6,
                    LocalDateTime.of(2025, 12, 1, 8, 26),
                    2.5499999999999998,
                    17850,
                    "United Kingdom")));
    assertThat(ReadRows.of(new OrderLines(), workbook).rows("sales_orders").get(0))
        .isEqualTo(
            ReadRows.of(new OrderLines(), ReadRows.fixture("business/order-lines.csv"))
                .rows("sales_orders")
                .get(0));
  }

  @Test
  void aTableRunsOverAllSheetsUnderItsHeaderWithTitlesAndCoversAboveAndHiddenSheetsLeftOut()
      throws IOException {
    List<String> header =
        List.of(
            "InvoiceNo",
            "StockCode",
            "Description",
            "Quantity",
            "InvoiceDate",
            "UnitPrice",
            "Customer ID",
            "Country");
    List<MadeWorkbook.Sheet> sheets =
        List.of(
            MadeWorkbook.Sheet.hidden(List.of(header, order(1))),
            MadeWorkbook.Sheet.shown(List.of(List.of("Orders of two years"))),
            MadeWorkbook.Sheet.shown(List.of(List.of("2009"), List.of(), header, order(2))),
            MadeWorkbook.Sheet.shown(List.of(List.of("Country", "Orders"), List.of("France", 7))),
            MadeWorkbook.Sheet.shown(List.of(List.of("2010"), header, order(3), order(4))));
    ReadRows read = ReadRows.of(new OrderLines(), MadeWorkbook.ofSheets(sheets));
    assertThat(read.tables()).containsExactly("sales_orders");
    assertThat(read.rows("sales_orders"))
        .extracting(row -> row.get("order_id"))
        .containsExactly("2", "3", "4");
    assertThat(read.problems("sales_orders")).containsExactly("1 OUTSIDE", "1 OUTSIDE");
  }

  @Test
  void titlesOfSeveralCellsAboveATableDoNotMakeItNarrow() throws IOException {
    List<String> header =
        List.of("Seq. No.", "2022 NAICS US   Code", "2022 NAICS US Title", "Change", "Note");
    ReadRows read =
        ReadRows.of(
            new NaicsCodes(),
            MadeWorkbook.of(
                List.of(
                    List.of("NAICS", "2022"),
                    header,
                    List.of(),
                    List.of(1, 11, "AgricultureT"),
                    List.of(2, "31-33", "ManufacturingT", "", "x"),
                    List.of("T marks titles of three countries"))));
    assertThat(read.rows("classification_codes"))
        .extracting(row -> row.get("code"))
        .containsExactly("11", "31", "32", "33");
    assertThat(read.problems("classification_codes"))
        .hasSize(2)
        .allMatch(p -> p.endsWith("OUTSIDE"));
  }

  /** An order whose country, the last cell, is empty. */
  private static List<Object> order(int number) {
    return List.of(
        number, "10001", "LANTERN", 6, LocalDateTime.of(2010, 12, 1, 8, 26), 2.55, 17850);
  }
}
