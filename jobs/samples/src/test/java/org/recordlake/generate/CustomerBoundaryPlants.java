package org.recordlake.generate;

import java.util.List;
import java.util.Locale;

/**
 * Customers whose relationship ended on both sides of three years ago, two under legal holds, and
 * for every table that waits for the end of the relationship one row of each of them; besides, rows
 * of a customer nobody knows, whose own date then counts.
 */
final class CustomerBoundaryPlants {
  private static final String RULE = "R3: goes 3 years after the relationship ended";
  private static final String WAITING =
      "R3 without a known customer: nobody can say when the relationship ends, so it waits";

  private record Case(String customer, String date, Outcome outcome, String what, String why) {}

  private static final List<Case> CASES =
      List.of(
          new Case(
              "C-000901",
              "2023-05-17",
              Outcome.STORED,
              "relationship ended exactly 3 years ago",
              RULE),
          new Case(
              "C-000902",
              "2023-05-17",
              Outcome.EXPIRED,
              "relationship ended 3 years and a day ago",
              RULE),
          new Case(
              "C-000903",
              "2022-02-15",
              Outcome.STORED,
              "relationship ended in 2022, held by H-0001",
              "a hold beats the schedule"),
          new Case(
              "C-000904",
              "2022-02-15",
              Outcome.EXPIRED,
              "relationship ended in 2022, hold H-0002 released",
              "a released hold holds nothing"),
          new Case(
              "C-000999",
              "2023-11-22",
              Outcome.STORED,
              "customer unknown, row exactly 3 years old",
              WAITING),
          new Case(
              "C-000999",
              "2023-11-21",
              Outcome.STORED,
              "customer unknown, row 3 years and a day old",
              WAITING));

  private final SampleFolder folder;

  private CustomerBoundaryPlants(SampleFolder folder) {
    this.folder = folder;
  }

  static void plant(SampleFolder folder) {
    CustomerBoundaryPlants plants = new CustomerBoundaryPlants(folder);
    plants.customers();
    plants.crm();
    plants.sales();
    plants.others();
  }

  private void customers() {
    List<String> ended = List.of("2023-11-22", "2023-11-21", "2022-06-30", "2022-03-31");
    List<String> names = List.of("Thistledown", "Wintergreen", "Fernbank", "Larkspur");
    Row row = folder.clean(Table.CUSTOMERS, 12, any -> any.value("kind").equals("firm"));
    for (int number = 0; number < ended.size(); number++) {
      Case some = CASES.get(number);
      String name = names.get(number);
      Row planted =
          row.with("customer_id", some.customer())
              .with("customer_name", name + " Gifts")
              .with("firm_name", name + " Gifts LLC")
              .with("email", "info@" + name.toLowerCase(Locale.ROOT) + ".example.com")
              .with("relationship_started_on", "2016-03-01")
              .with("relationship_ended_on", ended.get(number))
              .with("updated_on", ended.get(number));
      folder.plant(planted, some.outcome(), some.what(), some.why());
    }
  }

  private void crm() {
    each(
        folder.clean(Table.CONTACTS, 2),
        (row, key, day) ->
            row.with("contact_id", "K-" + key + "-1")
                .with("updated_on", day)
                .with("last_name", "Merriweather"));
    each(
        folder.clean(Table.CUSTOMER_IDENTIFIERS, 1).with("valid_from", null).with("valid_to", null),
        (row, key, day) -> row.with("value", "0" + key + "42").with("updated_on", day));
    each(
        folder.clean(Table.SIGNATURES, 1).with("signer_name", "Ada Merriweather"),
        (row, key, day) ->
            row.with("signature_id", "SG-" + key)
                .with("file_name", "SG-" + key + ".png")
                .with("signed_on", day));
    each(folder.clean(Table.FIRM_PROFILES, 4), (row, key, day) -> row.with("observed_on", day));
    each(
        folder.clean(Table.SALES_CALLS, 5).with("contact_id", null),
        (row, key, day) -> row.with("call_id", "V-" + key + "1").with("called_on", day));
  }

  private void sales() {
    each(
        folder
            .clean(Table.CUSTOMER_EQUIPMENT, 3)
            .with("installed_on", "2019-04-02")
            .with("removed_on", null),
        (row, key, day) -> row.with("equipment_id", "EQ-" + key).with("observed_on", day));
    each(
        folder.clean(Table.SALES_ORDERS, 7).with("line_no", 1),
        (row, key, day) -> row.with("order_id", "O-" + key + "01").with("order_date", day));
    Row usage = folder.clean(Table.SERVICE_USAGE, 7);
    List<String> months =
        List.of("2023-05-01", "2023-05-01", "2022-02-01", "2022-02-01", "2023-12-01", "2023-11-01");
    for (int number = 0; number < CASES.size(); number++) {
      Case some = CASES.get(number);
      Row row =
          usage
              .with("customer_id", some.customer())
              .with("month", months.get(number))
              .with("observed_on", "2024-01-05");
      String what =
          number < 4
              ? some.what()
              : "customer unknown, month " + months.get(number).substring(0, 7);
      folder.plant(row, some.outcome(), what, some.why());
    }
  }

  private void others() {
    each(
        folder.clean(Table.PAYMENTS, 4, row -> "card".equals(row.value("method"))),
        (row, key, day) -> row.with("payment_id", "P-" + key + "01").with("paid_on", day));
    each(
        folder.clean(Table.SURVEY_RESPONSES, 6).with("email", null),
        (row, key, day) -> row.with("respondent_id", "A-" + key).with("answered_on", day));
    each(
        folder
            .clean(Table.EVENT_REGISTRATIONS, 4)
            .with("name", "Ada Merriweather")
            .with("email", null)
            .with("registered_on", "2022-01-20"),
        (row, key, day) ->
            row.with("registration_id", "G-" + key)
                .with("event_date", day)
                .with("updated_on", day));
  }

  /**
   * Gives a row of one of the customers its own key, made of six digits that no other planted row
   * has, and its date.
   */
  private interface Shape {
    Row of(Row row, String key, String day);
  }

  private void each(Row template, Shape shape) {
    for (int number = 0; number < CASES.size(); number++) {
      Case some = CASES.get(number);
      Row row =
          shape.of(
              template.with("customer_id", some.customer()), "0009" + (71 + number), some.date());
      folder.plant(row, some.outcome(), some.what(), some.why());
    }
  }
}
