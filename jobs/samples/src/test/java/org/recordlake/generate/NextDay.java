package org.recordlake.generate;

/**
 * What arrives on the day after the samples: new orders, a payment, a corrected customer, a ceased
 * subscription, one fault.
 */
final class NextDay {
  private static final String PART = "2026-11-23";

  private NextDay() {}

  static SampleFolder folder(SampleFolder samples) {
    SampleFolder day = new SampleFolder(SampleLake.SEED);
    customers(samples, day);
    orders(samples, day);
    Row list =
        samples.clean(
            Table.PUBLICATION_SUBSCRIPTIONS,
            10,
            row -> row.value("requested_on").toString().compareTo("2026") < 0);
    day.plantIn(
        PART,
        list.with("ceased_on", PART).with("updated_on", PART),
        Outcome.UPDATED,
        "left the list today",
        "goes tomorrow");
    Row payment =
        samples
            .clean(Table.PAYMENTS, 11, row -> "card".equals(row.value("method")))
            .with("payment_id", "P-0009910001");
    day.plantIn(PART, payment.with("paid_on", PART), Outcome.STORED, "payment", "new");
    Row answer = samples.clean(Table.POLL_RESPONSES, 50);
    day.plantIn(
        PART, answer, Outcome.DUPLICATE, "poll exported again", "a second export adds nothing");
    return day;
  }

  private static void customers(SampleFolder samples, SampleFolder day) {
    Row known =
        samples.clean(Table.CUSTOMERS, 40, row -> row.value("relationship_ended_on") == null);
    day.plantIn(
        PART,
        known.with("phone", "202-555-0188").with("updated_on", PART),
        Outcome.UPDATED,
        "new telephone number",
        "corrected");
    Row fresh =
        known
            .with("customer_id", "C-000991")
            .with("customer_name", "Sweetbriar Bakery")
            .with("firm_name", null);
    fresh =
        fresh
            .with("kind", "individual")
            .with("naics", null)
            .with("email", "sweetbriar@home.example.org");
    day.plantIn(
        PART,
        fresh.with("relationship_started_on", PART).with("updated_on", PART),
        Outcome.STORED,
        "new customer",
        "new");
  }

  private static void orders(SampleFolder samples, SampleFolder day) {
    Row row =
        samples
            .clean(Table.SALES_ORDERS, 3000)
            .with("order_id", "O-0009910001")
            .with("order_date", PART);
    for (int line = 1; line <= 4; line++) {
      day.plantIn(PART, row.with("line_no", line), Outcome.STORED, "new order line", "new");
    }
    day.plantIn(
        PART, row.with("line_no", 2), Outcome.DUPLICATE, "the same line again", "taken once");
    Row old =
        samples.clean(
            Table.SALES_ORDERS, 3100, line -> Boolean.FALSE.equals(line.value("cancelled")));
    day.plantIn(
        PART,
        old.with("cancelled", true),
        Outcome.UPDATED,
        "order line was cancelled",
        "corrected");
    day.fault(
        Table.SALES_ORDERS,
        PART,
        row.with("line_no", 5).with("quantity", "many").text(),
        "a word in `quantity`",
        "fault");
  }
}
