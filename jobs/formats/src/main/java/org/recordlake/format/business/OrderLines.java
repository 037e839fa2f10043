package org.recordlake.format.business;

import java.util.List;
import java.util.Set;
import org.recordlake.format.RawRow;
import org.recordlake.format.TableShape;
import org.recordlake.format.tabular.Amounts;
import org.recordlake.format.tabular.Cells;
import org.recordlake.format.tabular.Fields;
import org.recordlake.format.tabular.HeadedReader;
import org.recordlake.format.tabular.Header;
import org.recordlake.format.tabular.StableKey;
import org.recordlake.format.tabular.Times;

/**
 * Order lines of a shop system, as in UCI Online Retail (Chen, 2015) and its second edition. An
 * invoice number that begins with C takes an earlier invoice back. Lines carry no number, so theirs
 * is made from all they say: an exact copy of a line, in this export or the next, is the same line.
 */
public record OrderLines() implements HeadedReader {
  @Override
  public String format() {
    return "order-lines";
  }

  @Override
  public Set<String> tables(Header header) {
    boolean fits =
        header.hasAll("stockcode", "quantity", "invoicedate")
            && header.hasAny("invoiceno", "invoice")
            && header.hasAny("unitprice", "price");
    return fits ? Set.of("sales_orders") : Set.of();
  }

  @Override
  public boolean oneRowALine() {
    return true;
  }

  @Override
  public List<RawRow> rows(Fields fields, TableShape table) {
    String invoice = fields.text("invoiceno", "invoice").map(OrderLines::whole).orElse("");
    String service = fields.plain("stockcode");
    String description = fields.plain("description");
    Times.Time ordered = fields.time("invoicedate");
    String quantity = number(fields.plain("quantity"));
    String price = fields.text("unitprice", "price").map(OrderLines::number).orElse("");
    String customer = whole(fields.plain("customerid"));
    String country = fields.plain("country");
    long line =
        StableKey.number(
            invoice, service, description, quantity, ordered.time(), price, customer, country);
    return List.of(
        new Cells()
            .put("order_id", invoice)
            .put("line_no", Long.toString(line))
            .put("order_date", ordered.day())
            .put("customer_id", customer)
            .put("service", service)
            .put("description", description)
            .put("quantity", quantity)
            .put("unit_price", price)
            .put("country", country)
            .put("cancelled", Boolean.toString(invoice.startsWith("C") || invoice.startsWith("c")))
            .row(table, fields));
  }

  private static String number(String text) {
    return text.isEmpty() ? "" : Amounts.cell(text, Amounts.Decimal.POINT);
  }

  /** Programs that know only fractions write customer 13995 as 13995.0. */
  private static String whole(String text) {
    return text.endsWith(".0") && text.chars().filter(c -> c == '.').count() == 1
        ? text.substring(0, text.length() - 2)
        : text;
  }
}
