package org.recordlake.generate;

import static org.recordlake.generate.SampleFolder.PART;

/**
 * Rows that break a type or a check of the catalogue, at least one of every kind. They go to
 * quarantine.
 */
final class FaultPlants {
  private final SampleFolder folder;

  private FaultPlants(SampleFolder folder) {
    this.folder = folder;
  }

  static void plant(SampleFolder folder) {
    FaultPlants plants = new FaultPlants(folder);
    plants.customers();
    plants.crm();
    plants.sales();
    plants.marketingAndEvents();
    plants.contractsAndSurveys();
    plants.meetings();
  }

  private void customers() {
    Row row = folder.clean(Table.CUSTOMERS, 7, any -> any.value("relationship_ended_on") == null);
    Row fresh = row.with("customer_id", "C-000951").with("email", "frontdesk@larkspur.example.com");
    fault(
        fresh.with("relationship_started_on", "2024-02-30"),
        "no such day in `relationship_started_on`");
    fault(
        fresh.with("customer_id", "C-000952").with("customer_name", null),
        "`customer_name` missing");
    fault(
        fresh.with("customer_id", "C-000953").with("kind", "company"),
        "`kind` not among the allowed values");
    fault(
        fresh.with("customer_id", "C-000954").with("email", "front.desk(at)example.com"),
        "no e-mail address in `email`");
    fault(
        fresh.with("customer_id", "C-000955").with("zip", "2O26"),
        "letter and three digits in `zip`");
    fault(fresh.with("customer_id", "C-000956").with("phone", "ask the owner"), "words in `phone`");
    fault(
        fresh.with("customer_id", "C-000957").with("relationship_ended_on", "2001-01-01"),
        "`relationship_ended_on` before `relationship_started_on`");
    fault(fresh.with("customer_id", null), "`customer_id` missing");
    folder.fault(
        Table.CUSTOMERS,
        PART,
        "C-000958,firm,Larkspur Gifts,Larkspur Gifts LLC,12 Oak St",
        "line cut off after 5 of 16 fields",
        FIELDS);
    folder.fault(
        Table.CUSTOMERS,
        PART,
        fresh.with("customer_id", "C-000959").text() + ",left over,fields",
        "18 fields under 16 headings",
        FIELDS);
  }

  private static final String FIELDS =
      "a line whose fields cannot be told apart is never guessed at";

  private void crm() {
    Row contact = folder.clean(Table.CONTACTS, 3).with("contact_id", "K-000951-1");
    fault(contact.with("updated_on", null), "`updated_on` missing");
    fault(
        contact.with("contact_id", "K-000951-2").with("role", "boss"),
        "`role` not among the allowed values");
    fault(
        contact.with("contact_id", "K-000951-3").with("updated_on", "yesterday"),
        "a word in the date `updated_on`");
    Row number = folder.clean(Table.CUSTOMER_IDENTIFIERS, 5);
    fault(
        number.with("scheme", "duns").with("value", "60103"),
        "D-U-N-S Number whose leading zeros a spreadsheet ate");
    fault(number.with("scheme", "passport"), "`scheme` not among the allowed values");
    Row profile = folder.clean(Table.FIRM_PROFILES, 9);
    fault(profile.with("observed_on", "2026-10-01").with("employees", -5), "negative `employees`");
    fault(
        profile.with("observed_on", "2026-10-02").with("size_band", "tiny"),
        "`size_band` not among the allowed values");
    fault(
        profile.with("observed_on", "2026-10-03").with("revenue", "1.2 million"),
        "words in the decimal `revenue`");
    fault(profile.with("observed_on", "2026-10-04").with("naics", "retail"), "a word in `naics`");
    Row call = folder.clean(Table.SALES_CALLS, 12).with("call_id", "V-000951001");
    fault(call.with("outcome", "maybe"), "`outcome` not among the allowed values");
    fault(
        call.with("call_id", "V-000951002").with("employee_name", null), "`employee_name` missing");
    Row signature = folder.clean(Table.SIGNATURES, 2).with("signature_id", "SG-000951");
    fault(signature.with("file_name", null), "`file_name` missing");
  }

  private void sales() {
    Row order =
        folder
            .clean(Table.SALES_ORDERS, 4, row -> year(row, "order_date", "2025"))
            .with("order_id", "O-0009510001");
    fault(order.with("quantity", "twelve"), "a word in `quantity`");
    fault(order.with("line_no", 2).with("unit_price", "8,45"), "decimal comma in `unit_price`");
    fault(
        order.with("line_no", 3).with("cancelled", "perhaps"),
        "neither true nor false in `cancelled`");
    fault(order.with("line_no", 0), "`line_no` below 1");
    fault(
        order.with("line_no", 4).with("channel", "carrier pigeon"),
        "`channel` not among the allowed values");
    folder.fault(
        Table.SALES_ORDERS,
        "2025",
        order.with("line_no", 5).with("order_date", "2025-04-31").text(),
        "no such day in `order_date`",
        "a type is kept to the letter");
    Row usage = folder.clean(Table.SERVICE_USAGE, 40, row -> year(row, "month", "2025"));
    fault(usage.with("service", "returns").with("units", -20), "negative `units`");
    fault(
        usage.with("service", "overnight").with("provider", "Pigeon"),
        "`provider` not among the allowed values");
    fault(
        usage.with("service", "international").with("spend", "free"),
        "a word in the decimal `spend`");
    fault(
        usage.with("service", "periodicals").with("observed_on", "2024-12-01"),
        "`observed_on` before `month`");
    Row equipment = folder.clean(Table.CUSTOMER_EQUIPMENT, 6).with("equipment_id", "EQ-000951");
    fault(
        equipment.with("installed_on", "2025-06-01").with("removed_on", "2025-05-31"),
        "`removed_on` before `installed_on`");
    fault(
        equipment.with("equipment_id", "EQ-000952").with("kind", "coffee machine"),
        "`kind` not among the allowed values");
  }

  private void marketingAndEvents() {
    Row campaign = folder.clean(Table.CAMPAIGNS, 4).with("campaign_id", "M-0951");
    fault(campaign.with("ends_on", "2020-01-01"), "`ends_on` before `starts_on`");
    Row reached = folder.clean(Table.CAMPAIGN_CONTACTS, 8).with("recipient_id", "R-000951");
    fault(reached.with("channel", "telegram"), "`channel` not among the allowed values");
    fault(
        reached.with("recipient_id", "R-000952").with("responded_on", "2020-01-01"),
        "`responded_on` before `contacted_on`");
    fault(reached.with("recipient_id", "R-000953").with("holdout", null), "`holdout` missing");
    fault(reached.with("recipient_id", "R-000954").with("cost", "-1.00"), "negative `cost`");
    Row list =
        folder.clean(Table.PUBLICATION_SUBSCRIPTIONS, 5).with("subscription_id", "U-0009511");
    fault(list.with("format", "fax"), "`format` not among the allowed values");
    fault(
        list.with("subscription_id", "U-0009512").with("ceased_on", "1999-12-31"),
        "`ceased_on` before `requested_on`");
    fault(
        folder.clean(Table.EVENTS, 2).with("event_id", "E-000951").with("kind", "party"),
        "`kind` not among the allowed values");
    Row guest =
        folder.clean(Table.EVENT_REGISTRATIONS, 6).with("registration_id", "G-000951000001");
    fault(guest.with("role", "stowaway"), "`role` not among the allowed values");
    fault(
        guest.with("registration_id", "G-000951000002").with("email", "nobody"),
        "no e-mail address in `email`");
    Row member = folder.clean(Table.ORGANIZATION_MEMBERSHIPS, 3).with("membership_id", "B-000951");
    fault(member.with("organization", "Rotary"), "`organization` not among the allowed values");
  }

  private void contractsAndSurveys() {
    Row contract = folder.clean(Table.SUPPLIER_CONTRACTS, 2).with("award_key", "AW-000951");
    fault(contract.with("current_end_on", "1999-12-31"), "`current_end_on` before `start_on`");
    fault(
        contract.with("award_key", "AW-000952").with("uei", "A1B2C3D4E5F"),
        "11 instead of 12 characters in `uei`");
    Row action =
        folder.clean(Table.SUPPLIER_CONTRACT_ACTIONS, 4).with("modification_number", "P00951");
    fault(action.with("obligation", "ten thousand"), "words in the decimal `obligation`");
    Row answer = folder.clean(Table.SURVEY_RESPONSES, 10).with("respondent_id", "A-000951");
    fault(answer.with("question_no", 0), "`question_no` below 1");
    fault(answer.with("kind", "quiz"), "`kind` not among the allowed values");
  }

  private void meetings() {
    fault(
        folder
            .clean(Table.MEETINGS, 3)
            .with("meeting_id", "951-0001-001")
            .with("platform", "skype"),
        "`platform` not among the allowed values");
    Row spell = folder.clean(Table.MEETING_PARTICIPANTS, 9).with("spell_no", 7);
    fault(spell.with("leave_at", "2020-01-01T00:00:00Z"), "`leave_at` before `join_at`");
    fault(
        spell.with("spell_no", 8).with("join_at", "half past three"),
        "words in the time `join_at`");
    Row answer = folder.clean(Table.POLL_RESPONSES, 20).with("respondent_key", "951");
    String cut = answer.text();
    folder.fault(
        Table.POLL_RESPONSES,
        PART,
        cut.substring(0, cut.length() / 2),
        "JSON line cut off in the middle",
        FIELDS);
    fault(answer.with("question_kind", "likert"), "`question_kind` not among the allowed values");
    fault(answer.with("anonymous", "maybe"), "neither true nor false in `anonymous`");
    Row message = folder.clean(Table.CHAT_MESSAGES, 5).with("message_id", "951");
    folder.fault(
        Table.CHAT_MESSAGES,
        PART,
        message.text().replace("\",\"", "\";\""),
        "semicolons where JSON wants commas",
        FIELDS);
    fault(message.with("message", null), "`message` missing");
    Row device = folder.clean(Table.DEVICE_USAGE, 4).with("device_no", 5);
    fault(device.with("mac_address", "no card"), "no MAC address in `mac_address`");
    fault(
        device.with("device_no", 6).with("ip_address", "999.10.20.30"),
        "no IP address in `ip_address`");
    fault(device.with("device_no", 0), "`device_no` below 1");
  }

  private void fault(Row row, String what) {
    folder.fault(row, what, "a row that breaks its catalogue entry is set aside with its reason");
  }

  private static boolean year(Row row, String column, String year) {
    return row.value(column).toString().startsWith(year);
  }
}
