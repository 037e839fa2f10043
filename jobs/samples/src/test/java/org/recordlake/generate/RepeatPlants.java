package org.recordlake.generate;

import static org.recordlake.generate.SampleFolder.LATE;

import java.util.List;

/** Rows that come twice, rows that come again in a newer version, and one that comes too late. */
final class RepeatPlants {
  private static final String SAME = "the same key with the same content is taken once";
  private static final String LATER = "the version with the later day wins";
  private final SampleFolder folder;

  private RepeatPlants(SampleFolder folder) {
    this.folder = folder;
  }

  static void plant(SampleFolder folder) {
    RepeatPlants plants = new RepeatPlants(folder);
    plants.withinFiles();
    plants.customersLate();
    plants.ordersLate();
    plants.usageLate();
    plants.others();
  }

  private void withinFiles() {
    for (Table table :
        List.of(
            Table.CUSTOMERS,
            Table.CAMPAIGN_CONTACTS,
            Table.PAYMENTS,
            Table.POLL_RESPONSES,
            Table.SUPPLIER_CONTRACT_ACTIONS,
            Table.CHAT_MESSAGES)) {
      folder.plant(
          folder.clean(table, 15), Outcome.DUPLICATE, "exact copy of a row further up", SAME);
    }
    folder.plant(
        folder.clean(Table.SALES_ORDERS, 900),
        Outcome.DUPLICATE,
        "exact copy of a row further up",
        SAME);
    folder.plant(
        folder.clean(Table.SALES_ORDERS, 901),
        Outcome.DUPLICATE,
        "exact copy of a row further up",
        SAME);
  }

  private void customersLate() {
    for (int number = 0; number < 6; number++) {
      folder.plantIn(
          LATE,
          folder.clean(Table.CUSTOMERS, 100 + number),
          Outcome.DUPLICATE,
          "exact copy of a row of the full extract",
          SAME);
    }
    Row moved = folder.clean(Table.CUSTOMERS, 20, RepeatPlants::current);
    folder.plantIn(
        LATE,
        moved
            .with("address_line1", "77 Orchard Way")
            .with("address_line2", null)
            .with("updated_on", "2026-11-20"),
        Outcome.UPDATED,
        "customer has moved",
        LATER);
    Row called = folder.clean(Table.CUSTOMERS, 21, RepeatPlants::current);
    folder.plantIn(
        LATE,
        called.with("phone", "202-555-0143").with("updated_on", "2026-11-21"),
        Outcome.UPDATED,
        "new telephone number",
        LATER);
    Row stale = folder.clean(Table.CUSTOMERS, 22, RepeatPlants::current);
    folder.plantIn(
        LATE,
        stale.with("phone", "202-555-0100").with("updated_on", "2019-01-07"),
        Outcome.DUPLICATE,
        "older version of a row that is already here",
        "a late row never overwrites a newer one");
    Row contact = folder.clean(Table.CONTACTS, 30);
    folder.plantIn(
        LATE, contact, Outcome.DUPLICATE, "exact copy of a row of the full extract", SAME);
    folder.plantIn(
        LATE,
        contact.with("title", "Director of Logistics").with("updated_on", "2026-11-22"),
        Outcome.UPDATED,
        "contact was promoted",
        LATER);
  }

  private static boolean current(Row row) {
    return row.value("relationship_ended_on") == null
        && row.value("updated_on").toString().compareTo("2026-11-01") < 0;
  }

  private void ordersLate() {
    for (int number = 0; number < 3; number++) {
      Row row = folder.clean(Table.SALES_ORDERS, 1200 + number);
      folder.plantIn(LATE, row, Outcome.DUPLICATE, "exact copy of a row of a yearly file", SAME);
    }
    Row cancelled =
        folder.clean(Table.SALES_ORDERS, 1500, row -> Boolean.FALSE.equals(row.value("cancelled")));
    folder.plantIn(
        LATE,
        cancelled.with("cancelled", true),
        Outcome.UPDATED,
        "order line was cancelled",
        "without a version day the last file wins");
    Row fresh = folder.clean(Table.SALES_ORDERS, 1600);
    for (int line = 1; line <= 2; line++) {
      Row row =
          fresh
              .with("order_id", "O-0009810001")
              .with("line_no", line)
              .with("order_date", "2026-11-21");
      folder.plantIn(
          LATE, row, Outcome.STORED, "order of yesterday", "a new row among repeated ones");
    }
  }

  private void usageLate() {
    for (int number = 0; number < 3; number++) {
      Row row = folder.clean(Table.SERVICE_USAGE, 700 + number);
      long units = ((Number) row.value("units")).longValue();
      folder.plantIn(
          LATE,
          row.with("units", units + 12).with("observed_on", "2026-11-20"),
          Outcome.UPDATED,
          "figures collected again",
          "a later collection replaces an earlier one");
    }
    folder.plantIn(
        LATE,
        folder.clean(Table.SERVICE_USAGE, 705),
        Outcome.DUPLICATE,
        "exact copy of a row of a yearly file",
        SAME);
    Row early = folder.clean(Table.SERVICE_USAGE, 706);
    long units = ((Number) early.value("units")).longValue();
    folder.plantIn(
        LATE,
        early.with("units", units + 1).with("observed_on", early.value("month")),
        Outcome.DUPLICATE,
        "figures collected before those already here",
        "a late row never overwrites a newer one");
  }

  private void others() {
    Row counted =
        folder.clean(
            Table.EVENT_REGISTRATIONS, 3, row -> Boolean.FALSE.equals(row.value("attended")));
    folder.plant(
        counted.with("attended", true).with("updated_on", "2026-11-19"),
        Outcome.UPDATED,
        "guest was there after all",
        LATER);
    Row touched =
        folder.clean(
            Table.CAMPAIGN_CONTACTS,
            60,
            row ->
                "none".equals(row.value("response"))
                    && row.value("updated_on").toString().compareTo("2026-11") < 0);
    folder.plant(
        touched.with("opted_out", true).with("updated_on", "2026-11-18"),
        Outcome.UPDATED,
        "recipient asked not to be contacted",
        LATER);
  }
}
