package org.recordlake.generate;

/**
 * Rows that are good although they look odd, and free text that must be cleaned before it is
 * stored.
 */
final class OddityPlants {
  private static final String REDACT =
      "the row is stored, the number is taken out of the text before the first write";

  private OddityPlants() {}

  static void plant(SampleFolder folder) {
    supplier(folder);
    numbersInText(folder);
    Row customer = folder.clean(Table.CUSTOMERS, 30, row -> row.value("kind").equals("individual"));
    folder.plant(
        customer
            .with("customer_id", "C-000905")
            .with("customer_name", "Zoë Núñez-O'Hara")
            .with("email", "zoe@home.example.org")
            .with("city", "Boston")
            .with("state", "MA")
            .with("phone", "617-555-0136")
            .with("zip", "02139"),
        Outcome.STORED,
        "letters beyond ASCII, a ZIP Code with a leading zero",
        "files are UTF-8 and ZIP Codes are text");
    Row call = folder.clean(Table.SALES_CALLS, 40).with("call_id", "V-000905002");
    folder.plant(
        call.with("notes", "Said \"call me in May\", then:\nsecond line of the note, with a comma"),
        Outcome.STORED,
        "quotes, a comma and a line end inside one field",
        "RFC 4180 allows them in quotes");
    Row back =
        folder.clean(Table.SALES_ORDERS, 2000).with("order_id", "O-0009050001").with("line_no", 1);
    folder.plant(
        back.with("quantity", -4),
        Outcome.STORED,
        "line that takes four pieces back",
        "a negative quantity is allowed in orders");
    Row prospect =
        folder
            .clean(Table.CAMPAIGN_CONTACTS, 5, row -> row.value("customer_id") == null)
            .with("recipient_id", "R-000905");
    folder.plant(
        prospect.with("company_name", "Hollyhock Stationers").with("name", null),
        Outcome.STORED,
        "prospect of a bought list, no customer",
        "direct marketing knows firms that are no customers");
  }

  private static void supplier(SampleFolder folder) {
    Row customer =
        folder.clean(
            Table.CUSTOMERS,
            9,
            row -> row.value("kind").equals("firm") && row.value("relationship_ended_on") == null);
    Row contract =
        folder
            .clean(Table.SUPPLIER_CONTRACTS, 3)
            .with("customer_id", customer.value("customer_id"));
    contract =
        contract
            .with("award_key", "AW-000905")
            .with("award_number", "2B24-00905")
            .with("supplier_name", customer.value("firm_name"));
    contract =
        contract
            .with("start_on", "2024-02-01")
            .with("current_end_on", "2027-01-31")
            .with("updated_on", "2026-02-01");
    String why = "a customer who is a supplier too, with a contract that ends within 90 days";
    folder.plant(
        contract.with("value", "120000.00"),
        Outcome.STORED,
        "contract of " + customer.value("customer_id") + " ends on 2027-01-31",
        why);
    Row action =
        folder
            .clean(Table.SUPPLIER_CONTRACT_ACTIONS, 3)
            .with("award_key", "AW-000905")
            .with("customer_id", customer.value("customer_id"));
    action =
        action
            .with("modification_number", "0")
            .with("action_on", "2024-02-01")
            .with("reason", null);
    folder.plant(
        action.with("obligation", "150000.00").with("end_on", "2026-01-31"),
        Outcome.STORED,
        "its award",
        why);
    action =
        action
            .with("modification_number", "P00001")
            .with("action_on", "2026-01-15")
            .with("reason", "option");
    folder.plant(
        action.with("obligation", "-30000.00").with("end_on", "2027-01-31"),
        Outcome.STORED,
        "its extension, money taken back",
        why);
  }

  private static void numbersInText(SampleFolder folder) {
    Row message = folder.clean(Table.CHAT_MESSAGES, 8).with("message_id", "905");
    folder.plant(
        message.with("message", "Please charge my card 4111 1111 1111 1111, thank you"),
        Outcome.STORED,
        "card number typed into a chat message",
        REDACT);
    Row call = folder.clean(Table.SALES_CALLS, 44).with("call_id", "V-000905001");
    folder.plant(
        call.with("notes", "Wants to pay by card 5555-5555-5555-4444, expires 09/28"),
        Outcome.STORED,
        "card number typed into a call note",
        REDACT);
    Row answer =
        folder
            .clean(Table.SURVEY_RESPONSES, 20)
            .with("respondent_id", "A-000905")
            .with("question_no", 3);
    folder.plant(
        answer
            .with("question", "What should we do better?")
            .with("answer", "Refund 378282246310005 please"),
        Outcome.STORED,
        "card number typed into a survey answer",
        REDACT);
  }
}
