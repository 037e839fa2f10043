package org.recordlake.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.recordlake.format.business.OrderLines;
import org.recordlake.testing.ReadRows;

/**
 * The fixture was counted by hand: 7 lines, 1 an exact copy, 1 cancellation, 2 without customer.
 */
class OrderLinesTest {
  private static final byte[] LINES = ReadRows.fixture("business/order-lines.csv");

  private final ReadRows read = ReadRows.of(new OrderLines(), LINES);

  @Test
  void everyLineIsAnOrderLineWithItsCancellationAndWithoutItsDecimalCustomer() throws IOException {
    assertThat(read.tables()).containsExactly("sales_orders");
    List<Map<String, String>> rows = read.rows("sales_orders");
    assertThat(rows).hasSize(7);
    assertThat(rows.get(0))
        .containsEntry("order_id", "700001")
        .containsEntry("order_date", "2025-12-01")
        .containsEntry("customer_id", "17850")
        .containsEntry("service", "10001")
        .containsEntry("description", "LANTERN, WHITE")
        .containsEntry("quantity", "6")
        .containsEntry("unit_price", "2.55")
        .containsEntry("country", "United Kingdom")
        .containsEntry("cancelled", "false");
    assertThat(rows).filteredOn(row -> row.get("cancelled").equals("true")).hasSize(1);
    assertThat(rows).filteredOn(row -> !row.containsKey("customer_id")).hasSize(2);
    assertThat(rows.get(6)).containsEntry("unit_price", "1250");
  }

  @Test
  void onlyAnExactCopyHasTheNumberOfAnotherLine() throws IOException {
    List<Map<String, String>> rows = read.rows("sales_orders");
    assertThat(rows.stream().map(row -> row.get("order_id") + row.get("line_no")).distinct())
        .hasSize(6);
    assertThat(rows.get(1)).isEqualTo(rows.get(2));
  }

  @Test
  void aLineExportedInAnotherDateFormOrColumnOrderHasTheSameNumber() throws IOException {
    String other =
        ReadRows.of(
                new OrderLines(),
                "Invoice;Customer ID;Country;Price;Description;StockCode;Quantity;InvoiceDate",
                "700001;17850;United Kingdom;2.550;LANTERN, WHITE;10001;6;2025-12-01 08:26:00")
            .rows("sales_orders")
            .get(0)
            .get("line_no");
    assertThat(read.rows("sales_orders").get(0)).containsEntry("line_no", other);
  }

  @Test
  void raggedLinesAreSetAsideByTheirLine() throws IOException {
    ReadRows ragged =
        ReadRows.of(
            new OrderLines(),
            "InvoiceNo,StockCode,Quantity,InvoiceDate,UnitPrice,CVV",
            "1,A,1,2025-12-01,1.00,,,",
            "1,A,1,2025-12-01",
            "1,A,1,2025-12-01,1.00,987,more");
    assertThat(ragged.rows("sales_orders")).hasSize(1);
    assertThat(ragged.problems("sales_orders"))
        .containsExactly("3 TOO_FEW_FIELDS", "4 TOO_MANY_FIELDS");
    assertThat(ragged.raw("sales_orders").get(2).raw()).doesNotContain("987");
  }

  @Test
  void aLetterBeyondAsciiLateInTheFileStillTellsItsEncoding() throws IOException {
    String header =
        "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\r\n";
    String line = "536365,85123A,HOLDER,6,12/1/2010 8:26,2.55,17850,United Kingdom\r\n";
    String late = "536999,22139,\"CAF\u00c9 SIGN, \u00a35\",1,12/1/2010 8:26,0.55,,EIRE\r\n";
    String text = header + line.repeat(3000) + late;
    for (String charset : List.of("windows-1252", "UTF-8")) {
      List<Map<String, String>> rows =
          ReadRows.of(new OrderLines(), text.getBytes(java.nio.charset.Charset.forName(charset)))
              .rows("sales_orders");
      assertThat(rows).hasSize(3001);
      assertThat(rows.get(3000))
          .as(charset)
          .containsEntry("description", "CAF\u00c9 SIGN, \u00a35");
    }
  }

  @Test
  void titlesAboveTheHeaderAreOutsideAndSetNoDelimiter() throws IOException {
    ReadRows titled =
        ReadRows.of(
            new OrderLines(),
            "Orders of December",
            "",
            "InvoiceNo;StockCode;Description;Quantity;InvoiceDate;UnitPrice;CustomerID;Country",
            "536365;85123A;HOLDER, WHITE;6;12/1/2010 8:26;2.55;17850;United Kingdom");
    assertThat(titled.tables()).containsExactly("sales_orders");
    assertThat(titled.problems("sales_orders")).containsExactly("1 OUTSIDE");
    assertThat(titled.rows("sales_orders"))
        .singleElement()
        .satisfies(row -> assertThat(row).containsEntry("description", "HOLDER, WHITE"));
  }
}
